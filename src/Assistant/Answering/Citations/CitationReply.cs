using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Answering.Citations;

/// <summary>A citation with what a reader wants to know of its document today: a document may have been repealed since the answer was given.</summary>
/// <param name="Source">The document as a reader cites it, 《title》, or the file where it has no title.</param>
/// <param name="DocumentStatus">Null where the corpus does not hold the document any more.</param>
public sealed record CitationReply(
    int Number,
    string DocumentId,
    string DocumentTitle,
    string Source,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    int Start,
    int End,
    int? Page,
    string Quote,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DocumentState? DocumentStatus)
{
    /// <param name="find">The summary of a document by its id; null for one that is not held any more.</param>
    public static CitationReply Of(Citation citation, Func<string, DocumentSummary?> find)
    {
        var document = find(citation.DocumentId);
        return new CitationReply(
            citation.Number, citation.DocumentId, citation.DocumentTitle, TitleMarks.Titled(citation.DocumentTitle, citation.SourceFile), citation.ClauseId,
            citation.Clause, citation.Path, citation.SourceFile, citation.Start, citation.End, citation.Page, citation.Quote, document?.DocumentNumber,
            document?.Issuers ?? [], document?.Date, document?.Status.State);
    }
}
