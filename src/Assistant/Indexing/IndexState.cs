namespace Assistant.Indexing;

/// <param name="Reason">Why it cannot be searched, in words for a reader; null when it can.</param>
public sealed record IndexState(bool Ready, int Passages, string? Reason)
{
    /// <summary>What works less well than configured while searching goes on, in words for a reader; null when nothing does.</summary>
    public string? Notice { get; init; }
}
