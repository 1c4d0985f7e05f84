using Assistant.Answering.Citations;
using Assistant.Corpus.Text;
using Assistant.Retrieval;

namespace Assistant.Web.Documents;

/// <summary>Addresses of places in the corpus. Every link of the pages is made here.</summary>
public static class Links
{
    /// <summary>Where the marked words of a document page stand.</summary>
    public const string QuoteAnchor = "quote";

    public static string ToDocument(string documentId) => "/documents/" + Uri.EscapeDataString(documentId);

    public static string To(Citation citation) => ToWords(citation.DocumentId, new TextSpan(citation.Start, citation.End));

    public static string To(RetrievedPassage passage) => ToWords(passage.DocumentId, passage.Span);

    /// <summary>A clause on its document's page.</summary>
    public static string ToClause(string documentId, string clauseId) => $"{ToDocument(documentId)}#{Uri.EscapeDataString(Anchor(clauseId))}";

    /// <summary>The file's own text with the words marked.</summary>
    public static string ToFile(string path, TextSpan span) => $"/files?path={Uri.EscapeDataString(path)}&start={span.Start}&end={span.End}#{QuoteAnchor}";

    /// <summary>The clause's address: its id without the document's. No white space stands in it, so it can be an element's id.</summary>
    public static string Anchor(string clauseId) => clauseId[(clauseId.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static string ToWords(string documentId, TextSpan span) => $"{ToDocument(documentId)}?start={span.Start}&end={span.End}#{QuoteAnchor}";
}
