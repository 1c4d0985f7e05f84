using Assistant.Corpus;

namespace Assistant.Retrieval;

/// <summary>Narrows retrieval before ranking. An empty list or null leaves a dimension open.</summary>
/// <param name="Documents">Document ids.</param>
/// <param name="Issuers">A document passes when it has one of them.</param>
/// <param name="From">Documents dated on or after; undated documents pass only when neither date is given.</param>
/// <param name="To">Documents dated on or before.</param>
/// <param name="InForceOnly">Leaves out documents that another one in the corpus repeals or replaces.</param>
/// <param name="Kinds">A document passes when it is of one of them.</param>
public sealed record RetrievalFilter(
    IReadOnlyList<string>? Documents = null,
    IReadOnlyList<string>? Issuers = null,
    DateOnly? From = null,
    DateOnly? To = null,
    bool InForceOnly = false,
    IReadOnlyList<DocumentKind>? Kinds = null)
{
    /// <summary>Nothing is left out.</summary>
    public static bool IsOpen(RetrievalFilter? filter) =>
        filter is null or { Documents: null or [], Issuers: null or [], From: null, To: null, InForceOnly: false, Kinds: null or [] };

    /// <summary>Whether a document is within the limits: their one meaning, for questions, searches and the list of documents.</summary>
    public bool Passes(DocumentSummary document)
    {
        if (Documents is { Count: > 0 } && !Documents.Contains(document.Id, StringComparer.Ordinal)) return false;
        if (Issuers is { Count: > 0 } && !Issuers.Any(issuer => document.Issuers.Contains(issuer, StringComparer.Ordinal))) return false;
        if (Kinds is { Count: > 0 } && !Kinds.Contains(document.Kind)) return false;
        if (From is { } from && !(document.Date >= from)) return false;
        if (To is { } to && !(document.Date <= to)) return false;
        return !InForceOnly || document.Status.State is DocumentState.InForce;
    }
}
