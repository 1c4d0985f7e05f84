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

/// <summary>Reads files and folders into the corpus. One bad file never stops the rest; cancellation always does, and leaves whole files only.</summary>
public sealed class CorpusIngestor
{
    /// <summary>Unchanged files (by SHA-256 and parser version) are skipped, changed ones replaced.</summary>
    /// <param name="paths">Files or folders. A file's corpus path is relative to the folder named, or its bare name.</param>
    /// <param name="prune">Forget files of the corpus that were not met on this run.</param>
    public Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, bool prune, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
