namespace Assistant.Corpus;

/// <param name="Clauses">How many labelled clauses the document has.</param>
/// <param name="Hash">Changes when anything that is indexed of the document changes.</param>
public sealed record DocumentSummary(
    string Id,
    string Title,
    string SourcePath,
    DocumentKind Kind,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DateOnly? EffectiveDate,
    DocumentStatus Status,
    string? CoverId,
    int Clauses,
    string Hash);

/// <summary>Documents, clauses and the texts they stand in. Safe for concurrent use; a read sees either all of a file or nothing of it.</summary>
public sealed class CorpusStore
{
    /// <summary>Path to SHA-256 of every file held.</summary>
    public IReadOnlyDictionary<string, string> FileHashes() => throw new NotImplementedException();

    /// <summary>Null for a file that is not held. Recently read files are kept in memory.</summary>
    public SourceFile? FindSourceFile(string path) => throw new NotImplementedException();

    /// <summary>Puts a file and its documents in the place of what was held of that path, in one transaction.</summary>
    public void Replace(SourceFile file, IReadOnlyList<PolicyDocument> documents) => throw new NotImplementedException();

    /// <summary>Removes a file with everything derived from it; false when it was not held.</summary>
    public bool RemoveSourceFile(string path) => throw new NotImplementedException();

    /// <summary>Removes one document with everything derived from it; false when it was not held.</summary>
    public bool RemoveDocument(string documentId) => throw new NotImplementedException();

    /// <summary>All documents, by source path and position in it.</summary>
    public IReadOnlyList<DocumentSummary> Documents() => throw new NotImplementedException();

    /// <summary>With its clause tree; null when there is none.</summary>
    public PolicyDocument? FindDocument(string documentId) => throw new NotImplementedException();

    /// <summary>Null when there is none.</summary>
    public Clause? FindClause(string clauseId) => throw new NotImplementedException();

    /// <summary>Goes up by one with every change, also of another process: a cheap way to see that an index is behind.</summary>
    public long Version() => throw new NotImplementedException();

    public (int Documents, int Clauses) Counts() => throw new NotImplementedException();
}
