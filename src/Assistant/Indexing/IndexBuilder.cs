namespace Assistant.Indexing;

/// <summary>Keeps the index in step with the corpus: adds, replaces and removes what differs, nothing else.</summary>
public sealed class IndexBuilder
{
    /// <summary>Whether the index can be searched now. Cheap, and never waits for a build.</summary>
    public IndexState State { get; } = new(Ready: false, Passages: 0, "索引尚未建立。");

    public Task BringUpToDateAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <param name="Reason">Why it cannot be searched, in words for a reader; null when it can.</param>
public sealed record IndexState(bool Ready, int Passages, string? Reason);
