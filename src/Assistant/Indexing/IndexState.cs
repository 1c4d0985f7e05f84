namespace Assistant.Indexing;

/// <param name="Reason">Why it cannot be searched; null when it can.</param>
public sealed record IndexState(bool Ready, int Passages, Wording? Reason)
{
    /// <summary>What works less well than configured while searching goes on; null when nothing does.</summary>
    public Wording? Notice { get; init; }
}
