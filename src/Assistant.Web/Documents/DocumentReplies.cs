using Assistant.Corpus;
using Assistant.Ingestion;

namespace Assistant.Web.Documents;

/// <summary>A document as <c>GET /api/documents</c> lists it.</summary>
/// <param name="CoverId">The notice that carries this text; null when it stands alone.</param>
/// <param name="StatusBy">The document that repeals or replaces this one.</param>
public sealed record DocumentReply(
    string Id,
    string Title,
    string SourceFile,
    DocumentKind Kind,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DateOnly? EffectiveDate,
    DocumentState Status,
    string? StatusBy,
    string? CoverId,
    int Clauses)
{
    public static DocumentReply Of(DocumentSummary document) => new(
        document.Id, document.Title, document.SourcePath, document.Kind, document.DocumentNumber, document.Issuers, document.Date,
        document.EffectiveDate, document.Status.State, document.Status.ByDocumentId, document.CoverId, document.Clauses);
}

/// <param name="Documents">The documents that the files uploaded hold now.</param>
public sealed record UploadReply(IReadOnlyList<FileReply> Files, IReadOnlyList<DocumentReply> Documents);

/// <param name="File">The name it has in the corpus.</param>
/// <param name="Reason">Why it failed; null otherwise.</param>
public sealed record FileReply(string File, FileOutcome Outcome, int Documents, int Clauses, string? Reason)
{
    public static FileReply Of(FileResult result, Words words) =>
        new(result.Path, result.Outcome, result.Documents, result.Clauses, result.Reason is { } reason ? words.Of(reason) : null);
}
