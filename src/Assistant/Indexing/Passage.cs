using Assistant.Corpus.Text;

namespace Assistant.Indexing;

/// <summary>The unit that is indexed and retrieved: one clause, a few short sibling clauses, or the part of a long one.</summary>
/// <param name="ClauseId">The clause it stands in; where it joins several, the first. The document id where it stands in no clause (title block, signature).</param>
/// <param name="Clause">The citable label, from the article or first heading down.</param>
/// <param name="Path">The printed labels from the top.</param>
/// <param name="Span">In the source file, UTF-16.</param>
/// <param name="Page">PDF: the page it starts on, from 1; null where the format has none.</param>
/// <param name="Text">Verbatim words; the non-white characters stand in <paramref name="Span"/> in this order.</param>
/// <param name="Context">
/// What a reader knows when he comes to the passage: the document's title, the headings above, the lead-in of the article. Searched as a
/// second field, never shown as source text.
/// </param>
/// <param name="Article">The number of the article it stands in; 0 outside articles.</param>
public sealed record Passage(
    string DocumentId,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    TextSpan Span,
    int? Page,
    string Text,
    string Context,
    int Article)
{
    /// <summary>Clauses of the same document that the text refers to, by id, in the order of the text.</summary>
    public IReadOnlyList<string> References { get; init; } = [];
}
