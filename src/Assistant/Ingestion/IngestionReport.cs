using Assistant.Corpus;

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
    /// <summary>Paths named that do not exist, and folders that could not be looked into; absolute. Each is also among <see cref="Files"/>, as failed.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Whether a file that was read from <paramref name="origin"/> may still be there, though this run did not meet it.</summary>
    /// <param name="origin">See <see cref="SourceFile.Origin"/>; null may be anywhere.</param>
    public bool MayHaveMissed(string? origin) => Unseen.Count > 0 && (origin is null || Unseen.Any(place => GoneFiles.IsIn(place, origin)));

    public IEnumerable<FileResult> Failures => Files.Where(file => file.Outcome == FileOutcome.Failed);
}
