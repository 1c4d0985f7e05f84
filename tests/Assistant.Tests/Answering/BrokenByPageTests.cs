using Assistant.Answering.Citations;
using Assistant.Answering.Generation;
using Assistant.Corpus;
using Assistant.Corpus.Text;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Answering;

/// <summary>Words with a page number in their midst: they are cited to their clause, not to all that was given with it.</summary>
public sealed class BrokenByPageTests
{
    private const string Text =
        """
        沙溪市渡口管理办法

        第一条 渡口经营者应当在渡船上配备救生

        — 3 —

        设备，并在开航前检查。

        第二条 大风天气停止渡运。
        """;

    [Fact]
    public async Task Words_broken_by_a_page_are_cited_to_their_clause()
    {
        await using var application = new ModelApplication(null, "");
        await application.IngestAsync(("渡口.txt", Text));
        var found = await application.Get<PassageRetriever>().RetrieveAsync("渡口经营者配备什么？", 1, null, CancellationToken.None);
        var store = application.Get<CorpusStore>();
        var clauses = store.FindDocument(Assert.Single(found.Passages).DocumentId)!.Clauses;
        // As when neighbours are joined.
        var passage = found.Passages[0] with { Span = new TextSpan(clauses[0].Span.Start, clauses[^1].Span.End) };

        var cited = new CitationBook(store, new QuoteLocator(store)).Cite(new Support(passage, passage.Span, "渡口经营者应当在渡船上配备救生设备，并在开航前检查。"));

        Assert.Equal("第一条", cited?.Citation.Clause);
        Assert.DoesNotContain("大风", cited?.Citation.Quote, StringComparison.Ordinal);
    }
}
