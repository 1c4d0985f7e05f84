using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Generation;

/// <summary>Numbers the citations of an answer in the order they are first shown; the same words keep their number.</summary>
internal sealed class CitationBook(CorpusStore store, QuoteLocator locator)
{
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<Citation> Citations => _citations;

    /// <summary>The citation of the words, and whether it is new; null where the source no longer holds them.</summary>
    public (Citation Citation, bool IsNew)? Cite(Support support)
    {
        if (store.FindDocument(support.Passage.DocumentId) is not { } document || store.FindSourceFile(document.SourcePath) is not { } file) return null;
        var number = _citations.Count + 1;
        // Words broken by a page or a running head do not stand in the source in one piece: then all that they stand in is shown, never a joined quote.
        var citation = locator.Locate(number, document, support.Within, support.Words)
            ?? QuoteLocator.At(number, document, file, Holding(document, support));
        if (citation.Quote.Length == 0) return null;
        var same = _citations.Find(known => known.Start == citation.Start && known.End == citation.End && known.SourceFile == citation.SourceFile);
        if (same is not null) return (same, false);
        _citations.Add(citation);
        return (citation, true);
    }

    /// <summary>The smallest clause of the passage that reads as the words do; the passage itself where none does.</summary>
    private static TextSpan Holding(PolicyDocument document, Support support)
    {
        var words = Squeezed(support.Words);
        return ClausePath.All(document.Clauses).Select(path => path[^1])
            .Where(clause => support.Passage.Span.Contains(clause.Span) && Squeezed(clause.Text()).Contains(words, StringComparison.Ordinal))
            .MinBy(clause => clause.Span.Length)?.Span ?? support.Passage.Span;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
