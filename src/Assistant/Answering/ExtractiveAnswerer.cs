using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Corpus;
using Assistant.Retrieval;

namespace Assistant.Answering;

/// <summary>The sentences that answer the question, verbatim, in a readable order, each with its <c>[n]</c>.</summary>
public sealed class ExtractiveAnswerer(CorpusStore store, QuoteLocator locator) : IAnswerer
{
    private const int LongestAnswer = 800;

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(
        AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var terms = Terms(context.StandaloneQuestion);
        var text = new StringBuilder();
        var citations = new List<Citation>();
        var statements = new List<Statement>();
        foreach (var passage in context.Passages.Take(3))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (store.FindDocument(passage.DocumentId) is not { } document) continue;
            var best = SentenceSplitter.Split(passage.Text).OrderByDescending(s => terms.Count(t => s.Contains(t, StringComparison.Ordinal))).FirstOrDefault();
            if (best is null || text.Length + best.Length > LongestAnswer) continue;
            if (locator.Locate(citations.Count + 1, document, passage.Span, best) is not { } citation) continue;
            citations.Add(citation);
            statements.Add(new Statement(best, [citation.Number], true, null));
            yield return new AnswerEvent.CitationFound(citation);
            var piece = $"{(text.Length > 0 ? "\n\n" : "")}《{MarkdownText.Escape(document.Title)}》{citation.Clause}：{MarkdownText.Escape(best)}[{citation.Number}]";
            text.Append(piece);
            yield return new AnswerEvent.Token(piece);
        }
        var support = citations.Count > 0 ? AnswerSupport.Answered : AnswerSupport.NotFound;
        if (citations.Count == 0)
        {
            text.Append("文库中没有找到与问题有关的条款。");
            yield return new AnswerEvent.Token(text.ToString());
        }
        yield return new AnswerEvent.Drafted(new AnswerDraft(
            text.ToString(), support, null, AnswerMode.Extractive, null, null, citations, statements, [], []));
    }

    private static HashSet<string> Terms(string question) =>
        [.. Enumerable.Range(0, Math.Max(0, question.Length - 1)).Select(i => question.Substring(i, 2))];
}
