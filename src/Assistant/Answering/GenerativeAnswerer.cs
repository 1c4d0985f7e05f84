using System.Runtime.CompilerServices;
using Assistant.Answering.Generation;
using Assistant.Corpus;
using Assistant.LanguageModels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.Answering;

/// <summary>
/// An answer in a model's words, checked sentence by sentence while it streams: a sentence is sent with citations of ours once a clause bears it,
/// else it is marked or left out. Where the corpus does not answer, the model is not asked.
/// </summary>
public sealed class GenerativeAnswerer(
    IChatClient chat,
    PromptLibrary prompts,
    ExtractiveAnswerer extractive,
    CorpusStore store,
    QuoteLocator locator,
    FollowUpSuggester suggester,
    IOptions<AssistantOptions> options,
    ILogger<GenerativeAnswerer> logger) : IAnswerer
{
    /// <summary>What the answer prompt tells the model to say when the passages do not answer.</summary>
    internal const string NoAnswer = "NO_ANSWER";

    /// <summary>Passages the model is given. Ten hold the answer about as often as twenty do, and are read in half the time.</summary>
    private const int PassagesGiven = 10;

    private const int LongestPassages = 9000;

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var verbatim = await ReadAsync(extractive.AnswerAsync(context, cancellationToken));
        if (context.Passages.Count == 0 || verbatim[^1] is AnswerEvent.Drafted { Draft.Support: AnswerSupport.NotFound })
        {
            foreach (var answerEvent in verbatim) yield return answerEvent;
            yield break;
        }

        var given = Given(context);
        var book = new CitationBook(store, locator);
        var writer = new AnswerWriter(new SentenceGrounder(store, given), book, given.Count, context.UnsupportedSentences ?? options.Value.UnsupportedSentences, context.Language);
        var sentences = new SentenceStream();
        var blocks = PassageBlocks.Render([.. given.Select(passage => passage.Passage)]);
        var reply = new Reply(ReplyAsync(context, blocks, cancellationToken), context.Language, options.Value.Chat.MaxReplyLength);
        await using var open = reply;
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<IReadOnlyList<string>>? suggestions = null;
        try
        {
            while (await reply.NextAsync() is { } piece)
            {
                // Not before the answer has begun: a server that works on one request at a time shall write the answer first.
                suggestions ??= suggester.SuggestAsync(context, given, leaving.Token);
                foreach (var sentence in sentences.Add(piece))
                {
                    foreach (var answerEvent in writer.Add(sentence)) yield return answerEvent;
                }
            }
            foreach (var answerEvent in writer.Add(sentences.Rest())) yield return answerEvent;
            foreach (var answerEvent in writer.Provisos()) yield return answerEvent;

            Log.Checked(logger, writer.Supported, writer.Unsupported, writer.InventedCitations);
            if (writer.Supported == 0) throw new AnswererFailedException(WhyNothing(reply.Text, context.Language));
            yield return new AnswerEvent.Drafted(Draft(context, writer, book, suggestions is null ? [] : await suggestions));
        }
        finally
        {
            await leaving.CancelAsync();
        }
    }

    private AnswerDraft Draft(AnswerContext context, AnswerWriter writer, CitationBook book, IReadOnlyList<string> suggestions) => new(
        writer.Text.TrimEnd(), writer.Unsupported == 0 ? AnswerSupport.Answered : AnswerSupport.Weak, SupportReason(writer, context.Language), AnswerMode.Generative,
        options.Value.Chat.Model, prompts.Answer.Hash, book.Citations, writer.Statements, suggestions, Notices(writer, context.Language));

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

    private static async Task<List<AnswerEvent>> ReadAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        var all = new List<AnswerEvent>();
        await foreach (var answerEvent in events) all.Add(answerEvent);
        return all;
    }

    private static string? SupportReason(AnswerWriter writer, AnswerLanguage language) => writer.Unsupported == 0 ? null
        : language == AnswerLanguage.English ? $"{writer.Unsupported} sentences of the model are not borne out by the clauses." : $"模型的回答中有 {writer.Unsupported} 句没有得到条文支持。";

    private static string[] Notices(AnswerWriter writer, AnswerLanguage language) => writer.InventedCitations == 0 ? []
        : [language == AnswerLanguage.English ? $"{writer.InventedCitations} citations of passages that do not exist were removed." : $"已去掉模型编造的 {writer.InventedCitations} 处引用。"];

    private static string WhyNothing(string reply, AnswerLanguage language) => (reply.Trim().Length, reply.Contains(NoAnswer, StringComparison.Ordinal), language) switch
    {
        (0, _, AnswerLanguage.English) => "The model gave no text; the clauses are quoted instead.",
        (0, _, _) => "模型没有给出内容，改为直接引用条文。",
        (_, true, AnswerLanguage.English) => "The model found no answer in these clauses; the nearest are quoted instead.",
        (_, true, _) => "模型认为这些条文没有回答问题，改为直接引用最接近的条文。",
        (_, _, AnswerLanguage.English) => "No sentence of the model was borne out by the clauses; they are quoted instead.",
        _ => "模型的回答没有一句得到条文支持，改为直接引用条文。",
    };
}
