using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>What a run did with a file.</summary>
public enum FileOutcome
{
    Added,

    /// <summary>What was read of it before has given way to what it holds now.</summary>
    Replaced,

    /// <summary>It was not read again: the same bytes, by the same parser.</summary>
    Unchanged,

    /// <summary>It is gone from its folder, and what was read of it is forgotten.</summary>
    Removed,

    /// <summary>It could not be read; what was read of it before is kept.</summary>
    Failed,
}

/// <summary>What became of one file.</summary>
/// <param name="Path">As it stands in the corpus: relative, with <c>/</c>.</param>
/// <param name="Documents">That it holds now; 0 where it was not read.</param>
/// <param name="Clauses">That bear a label, in those documents.</param>
/// <param name="Reason">Why it failed; null otherwise.</param>
public sealed record FileResult(string Path, FileOutcome Outcome, int Documents, int Clauses, Wording? Reason)
{
    public static FileResult Failed(string path, Wording reason) => new(path, FileOutcome.Failed, 0, 0, reason);
}

/// <param name="Total">Null while the folder is still being listed.</param>
public sealed record IngestionProgress(int Done, int? Total, int Failed, string? CurrentFile);

/// <summary>What a run over files and folders did.</summary>
/// <param name="Files">In the order they were listed; then what could not be looked at, then what was removed.</param>
public sealed record IngestionReport(IReadOnlyList<FileResult> Files, TimeSpan Elapsed)
{
    /// <summary>Paths named that do not exist, and folders that could not be looked into; absolute. Each is also among <see cref="Files"/>, as failed.</summary>
    public IReadOnlyList<string> Unseen { get; init; } = [];

    /// <summary>Whether a file that was read from <paramref name="origin"/> may still be there, though this run did not meet it.</summary>
    /// <param name="origin">See <see cref="SourceFile.Origin"/>; null may be anywhere.</param>
    public bool MayHaveMissed(string? origin) => Unseen.Count > 0 && (origin is null || Unseen.Any(place => GoneFiles.IsIn(place, origin)));

    public IEnumerable<FileResult> Failures => Files.Where(file => file.Outcome == FileOutcome.Failed);
}
