using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Assistant.Answering.Questions;
using Assistant.Corpus.Database;
using Assistant.Retrieval;
using Microsoft.Extensions.Logging;

namespace Assistant.Answering;

/// <summary>The question cannot be asked.</summary>
public sealed class QuestionRefusedException(Wording sentence) : RefusedException(sentence);

/// <summary>A question in, an answer out in which every citation is verbatim, or an honest no.</summary>
/// <param name="generative">Null without a chat model; when it fails, the extractive answer takes its place.</param>
/// <param name="translator">Null without a chat model; English questions are then searched through the glossary alone.</param>
/// <param name="modelRewriter">Null without a chat model; when it fails, the rule takes its place.</param>
public sealed class QuestionAnswering(
    PassageRetriever retriever,
    AnswerLog log,
    ExtractiveAnswerer extractive,
    TimeProvider time,
    ILogger<QuestionAnswering> logger,
    IAnswerer? generative = null,
    IQuestionRewriter? modelRewriter = null,
    QuestionTranslator? translator = null)
{
    /// <summary>How many passages an answerer sees. More than it cites: the sentence that answers is often not in the first passages.</summary>
    private const int PassagesConsidered = 20;

    private static readonly FollowUpRewriter Rule = new();

    private static readonly Wording Broke = new(
        "处理模型的回答时程序出错，改为直接引用条文。", "The program failed on the model's answer; the clauses are quoted instead.");

    private static readonly Wording NothingReplaced = new(
        "模型没有作答，因此原来的问答都保留，这个回答排在最后；可以稍后再重新回答。",
        "The model gave no answer, so nothing was replaced: this answer comes last. Ask again later.");

    /// <summary>
    /// Answers while the caller reads; the answer is logged before <see cref="AnswerEvent.Done"/> is sent. A question that cannot be asked, and
    /// a corpus that cannot be read, end in <see cref="AnswerEvent.Error"/>. A cancelled question leaves nothing behind.
    /// </summary>
    public async IAsyncEnumerable<AnswerEvent> AskAsync(AskRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Problem() is { } problem)
        {
            yield return new AnswerEvent.Error(problem);
            yield break;
        }

        var askedAt = time.GetUtcNow();
        var started = time.GetTimestamp();
        PreparedQuestion? prepared = null;
        Wording? unavailable = null;
        try
        {
            prepared = await PrepareAsync(request, cancellationToken);
        }
        catch (CorpusUnavailableException exception)
        {
            unavailable = exception.Sentence;
        }
        if (prepared is null)
        {
            yield return new AnswerEvent.Error(unavailable!);
            yield break;
        }
        var context = prepared.Context;
        yield return new AnswerEvent.PassagesFound(context.Passages, context.RewrittenQuestion);

        var answering = time.GetTimestamp();
        AnswerDraft? draft = null;
        var modelFailed = prepared.ModelFailed;
        await foreach (var answerEvent in WriteAsync(context, cancellationToken))
        {
            if (answerEvent is AnswerEvent.Drafted drafted) draft = drafted.Draft;
            else
            {
                modelFailed |= answerEvent is AnswerEvent.Restarted;
                yield return answerEvent;
            }
        }

        if (draft is null) throw new UnreachableException("The extractive answerer ended without a draft.");
        // What only stands in for a model takes nothing with it: the answer that is there may be the model's own.
        var isStandIn = modelFailed && draft.Mode == AnswerMode.Extractive;
        var replaces = isStandIn ? null : request.Replaces;
        IReadOnlyList<string> kept = isStandIn && request.Replaces is not null ? [NothingReplaced.In(context.Language)] : [];
        var answer = new Answer(
            request.ConversationId ?? AnswerLog.NewId(), request.AnswerId ?? AnswerLog.NewId(), context.Question, context.RewrittenQuestion, draft.Text,
            draft.Support != AnswerSupport.NotFound, draft.Support, draft.SupportReason, draft.Mode, draft.Model,
            draft.Citations, draft.Statements, context.Passages, draft.SuggestedQuestions, [.. context.Notices, .. draft.Notices, .. kept],
            askedAt, Since(started))
        {
            Trace = new AnswerTrace(draft.PromptHash, [.. context.Passages.Select(HashOf)], prepared.RewriteMs, prepared.RetrievalMs, Since(answering)),
            Filter = RetrievalFilter.IsOpen(request.Filter) ? null : request.Filter,
            ToReplace = isStandIn ? request.Replaces : null,
        };
        cancellationToken.ThrowIfCancellationRequested();
        log.Append(answer, replaces, request.IsListed);
        Log.Answered(logger, answer.AnswerId, answer.Mode, answer.Support, answer.Citations.Count, answer.ElapsedMs);
        yield return new AnswerEvent.Done(answer);
    }

    /// <summary>The same, waited for.</summary>
    /// <exception cref="QuestionRefusedException">The question is empty or too long.</exception>
    /// <exception cref="CorpusUnavailableException">The corpus cannot be read.</exception>
    public async Task<Answer> AnswerAsync(AskRequest request, CancellationToken cancellationToken)
    {
        if (request.Problem() is { } problem) throw new QuestionRefusedException(problem);
        await foreach (var answerEvent in AskAsync(request, cancellationToken))
        {
            if (answerEvent is AnswerEvent.Done done) return done.Answer;
            if (answerEvent is AnswerEvent.Error error) throw new CorpusUnavailableException(error.Sentence);
        }
        throw new UnreachableException("An answer ends with done or error.");
    }

    /// <exception cref="CorpusUnavailableException">The corpus cannot be read.</exception>
    private async Task<PreparedQuestion> PrepareAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var question = request.Question.Trim();
        var notices = new List<string>();
        var started = time.GetTimestamp();
        IReadOnlyList<Answer> history = request.ConversationId is { } id ? log.InConversation(id, before: request.Replaces) : [];
        var rewritten = history.Count == 0 ? null : await RewriteAsync(question, history, notices, cancellationToken);
        var rewriteMs = Since(started);
        var modelFailed = notices.Count > 0;

        started = time.GetTimestamp();
        var translated = translator is null ? null : await translator.TranslateAsync(rewritten ?? question, cancellationToken);
        var found = await retriever.RetrieveAsync(translated ?? rewritten ?? question, PassagesConsidered, request.Filter, cancellationToken);
        var context = new AnswerContext(question, rewritten, found.Passages, notices, request.Filter) { Terms = found.Terms, UnsupportedSentences = request.UnsupportedSentences };
        modelFailed |= translator is not null && translated is null && context.Language == AnswerLanguage.English;
        notices.AddRange(found.Notices.Select(notice => notice.In(context.Language)));
        return new PreparedQuestion(context, modelFailed, rewriteMs, Since(started));
    }

    private async Task<string?> RewriteAsync(
        string question, IReadOnlyList<Answer> history, List<string> notices, CancellationToken cancellationToken)
    {
        // What says its subject itself is not given to a model: it would carry the subject before into it.
        if (FollowUpRewriter.StandsAlone(question)) return null;
        if (modelRewriter is not null)
        {
            try
            {
                var rewritten = await modelRewriter.RewriteAsync(question, history, cancellationToken);
                if (rewritten is null || OwnWords.AreKept(question, rewritten)) return rewritten;
            }
            catch (AnswererFailedException exception)
            {
                notices.Add(exception.Message);
            }
        }
        return await Rule.RewriteAsync(question, history, cancellationToken);
    }

    private async IAsyncEnumerable<AnswerEvent> WriteAsync(AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (generative is null)
        {
            await foreach (var answerEvent in extractive.AnswerAsync(context, cancellationToken)) yield return answerEvent;
            yield break;
        }
        // The quotes first: they say whether there is anything to ask the model about, and stand ready when it fails.
        var standby = await StandbyAnswer.ReadAsync(extractive.AnswerAsync(context, cancellationToken));
        if (context.Passages.Count == 0 || standby.Support == AnswerSupport.NotFound)
        {
            foreach (var answerEvent in standby.Events) yield return answerEvent;
            yield break;
        }
        AnswererFailedException? failure = null;
        await using var events = generative.AnswerAsync(context, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (failure is null)
        {
            try
            {
                if (!await events.MoveNextAsync()) yield break;
            }
            catch (AnswererFailedException exception)
            {
                failure = exception;
                break;
            }
#pragma warning disable CA1031 // An answer stands ready: only the caller may end this one without it.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.AnswerBroke(logger, exception);
                failure = new AnswererFailedException(Broke.In(context.Language), exception);
                break;
            }
            yield return events.Current;
        }
        Log.FellBack(logger, failure.Message);
        yield return new AnswerEvent.Restarted(failure.Message);
        foreach (var answerEvent in standby.InPlaceOf(failure, context.Language)) yield return answerEvent;
    }

    private double Since(long timestamp) => time.GetElapsedTime(timestamp).TotalMilliseconds;

    private static string HashOf(RetrievedPassage passage) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(passage.Text)));

    /// <param name="ModelFailed">It did not help with the question: what is found may be less than it would be.</param>
    /// <param name="RewriteMs">Milliseconds to make the question stand alone.</param>
    /// <param name="RetrievalMs">Milliseconds to translate it where that is needed, and to find the passages.</param>
    private sealed record PreparedQuestion(AnswerContext Context, bool ModelFailed, double RewriteMs, double RetrievalMs);
}
