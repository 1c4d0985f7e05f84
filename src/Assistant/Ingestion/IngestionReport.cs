namespace Assistant.Ingestion;

public enum FileOutcome
{
    Added,
    Replaced,
    Unchanged,
    Removed,
    Failed,
}

/// <param name="Path">As it stands in the corpus: relative, with <c>/</c>.</param>
/// <param name="Reason">Why it failed, in words for a reader; null otherwise.</param>
public sealed record FileResult(string Path, FileOutcome Outcome, int Documents, int Clauses, string? Reason);

/// <param name="Total">Null while the folder is still being listed.</param>
public sealed record IngestionProgress(int Done, int? Total, int Failed, string? CurrentFile);

public sealed record IngestionReport(IReadOnlyList<FileResult> Files, TimeSpan Elapsed)
{
    public IEnumerable<FileResult> Failures => Files.Where(file => file.Outcome == FileOutcome.Failed);
}
