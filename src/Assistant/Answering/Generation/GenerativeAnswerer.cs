using System.Runtime.CompilerServices;
using Assistant.Answering.Citations;
using Assistant.Answering.Questions;
using Assistant.Answering.Support;
using Assistant.Corpus;
using Assistant.LanguageModels.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Answering.Generation;

/// <summary>
/// An answer in a model's words, checked sentence by sentence while it streams: a sentence is sent with citations of ours once a clause bears it,
/// else it is marked or left out.
/// </summary>
public sealed class GenerativeAnswerer(
    IChatClient chat,
    PromptLibrary prompts,
    CorpusStore store,
    QuoteLocator locator,
    FollowUpSuggester suggester,
    GenerationOptions options,
    ILogger<GenerativeAnswerer> logger) : IAnswerer
{
    /// <summary>What the answer prompt tells the model to say when the passages do not answer.</summary>
    internal const string NoAnswer = "NO_ANSWER";

    /// <summary>Passages the model is given. Of 151 policy questions the first ten hold the words looked for in 143, the first twenty in 146, read in twice the time.</summary>
    private const int PassagesGiven = 10;

    private const int LongestPassages = 9000;

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var given = Given(context);
        var book = new CitationBook(store, locator);
        var writer = new AnswerWriter(new SentenceGrounder(store, given, logger), book, given.Count, context.UnsupportedSentences ?? options.UnsupportedSentences, context.Language);
        var sentences = new SentenceStream();
        var blocks = PassageBlocks.Render([.. given.Select(passage => passage.Passage)]);
        var reply = new Reply(ReplyAsync(context, blocks, cancellationToken), context.Language, options.MaxReplyLength);
        await using var open = reply;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<IReadOnlyList<string>>? suggestions = null;
        var refusal = new Refusal();
        try
        {
            while (await reply.NextAsync() is { } piece)
            {
                // Not before the answer has begun: a server that works on one request at a time shall write the answer first.
                suggestions ??= suggester.SuggestAsync(context, given, leaving.Token);
                foreach (var sentence in sentences.Add(piece))
                {
                    refusal.Read(sentence);
                    foreach (var answerEvent in writer.Add(sentence)) yield return answerEvent;
                }
            }
            var rest = sentences.Rest();
            // Half a sentence may say the opposite of the whole one.
            if (reply.IsCutShort && !SentenceStream.IsWhole(rest)) rest = "";
            refusal.Read(rest);
            foreach (var answerEvent in writer.Add(rest)) yield return answerEvent;
            foreach (var answerEvent in writer.Provisos()) yield return answerEvent;

            Log.Checked(logger, writer.Supported, writer.Unsupported, writer.InventedCitations);
            if (writer.Supported == 0) throw Nothing(refusal.IsSaid || refusal.IsInOwnWords, context.Language);
            yield return new AnswerEvent.Drafted(Draft(context, writer, book, refusal.IsSaid, reply.IsCutShort, suggestions is null ? [] : await suggestions));
        }
        finally
        {
            await leaving.CancelAsync();
        }
    }

    private AnswerDraft Draft(AnswerContext context, AnswerWriter writer, CitationBook book, bool saidNoAnswer, bool isCutShort, IReadOnlyList<string> suggestions)
    {
        var english = context.Language == AnswerLanguage.English;
        var reason = (writer.Unsupported > 0 ? Unsupported(writer.Unsupported) : saidNoAnswer ? InPart : null)?.In(english) ?? ReplyCheck.Fault(context, writer.Statements, book.Citations);
        return new AnswerDraft(
            writer.Text.TrimEnd(), reason is null ? AnswerSupport.Answered : AnswerSupport.Weak, reason, AnswerMode.Generative,
            options.Model, prompts.Answer.Hash, book.Citations, writer.Statements, suggestions, [.. Notices(writer, isCutShort).Select(notice => notice.In(english))]);
    }

    private IAsyncEnumerable<ChatResponseUpdate> ReplyAsync(AnswerContext context, string blocks, CancellationToken cancellationToken)
    {
        var messages = prompts.Answer.Render(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["passages"] = blocks,
            ["question"] = PassageBlocks.OneLine(context.StandaloneQuestion),
            ["language"] = context.Language == AnswerLanguage.English ? "English（英文）" : "中文",
        });
        return chat.GetStreamingResponseAsync(messages, prompts.Answer.Options, cancellationToken);
    }

    private static List<GivenPassage> Given(AnswerContext context)
    {
        var given = new List<GivenPassage>();
        var length = 0;
        foreach (var passage in context.Passages.Take(PassagesGiven))
        {
            length += passage.Text.Length;
            if (given.Count > 0 && length > LongestPassages) break;
            given.Add(new GivenPassage(given.Count + 1, passage));
        }
        return given;
    }

    private static IEnumerable<Wording> Notices(AnswerWriter writer, bool isCutShort)
    {
        if (writer.InventedCitations is > 0 and var invented) yield return new($"已去掉模型编造的 {invented} 处引用。", $"Citations of passages that do not exist were removed: {invented}.");
        if (isCutShort) yield return new("模型的回答到了长度上限，没有写完的最后一句已略去。", "The model's answer reached the length limit; its unfinished last sentence was left out.");
    }

    private static Wording Unsupported(int sentences) =>
        new($"模型的回答中有 {sentences} 句没有得到条文支持。", $"Sentences of the model that the clauses do not bear out: {sentences}.");

    private static AnswererFailedException Nothing(bool foundNoAnswer, AnswerLanguage language) =>
        new((foundNoAnswer ? NoneFound : NoneSupported).In(language)) { FoundNoAnswer = foundNoAnswer };

    private static readonly Wording InPart = new("模型认为这些条文只回答了问题的一部分。", "The model found only part of the answer in these clauses.");

    private static readonly Wording NoneFound = new(
        "模型认为这些条文没有回答问题，改为直接引用最接近的条文。", "The model found no answer in these clauses; the nearest are quoted instead.");

    private static readonly Wording NoneSupported = new(
        "模型的回答没有一句得到条文支持，改为直接引用条文。", "No sentence of the model was borne out by the clauses; they are quoted instead.");
}
