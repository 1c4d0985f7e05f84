using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Citations;

/// <summary>Words of a document in, the place where they stand out: the only way an answer gets a citation.</summary>
public sealed class QuoteLocator(CorpusStore store)
{
    /// <summary>
    /// The citation of <paramref name="quote"/> where it stands inside <paramref name="within"/> without interruption; null where it does not,
    /// or where the document is gone meanwhile. The clause is the deepest one that holds the whole quote.
    /// </summary>
    /// <param name="quote">White space does not matter. What is cited is read from the source again, never copied from here.</param>
    public Citation? Locate(int number, PolicyDocument document, TextSpan within, string quote)
    {
        if (store.FindSourceFile(document.SourcePath) is not { } file) return null;
        return SourceText.Find(file, within, quote) is { } span ? At(number, document, file, span) : null;
    }

    /// <summary>The citation of a place in the source.</summary>
    public static Citation At(int number, PolicyDocument document, SourceFile file, TextSpan span)
    {
        var path = ClausePath.To(document, span);
        return new Citation(
            number, document.Id, document.Title, path.Count > 0 ? path[^1].Id : "", ClausePath.Citable(path), ClausePath.Labels(path),
            file.Path, span.Start, span.End, file.PageOf(span.Start), SourceText.Read(file, span));
    }
}
