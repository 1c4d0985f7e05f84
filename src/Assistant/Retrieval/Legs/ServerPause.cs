namespace Assistant.Retrieval.Legs;

/// <summary>
/// Leaves a server that failed alone for a while, so that its outage does not slow every question. When the while is over one question tries again;
/// the others do not wait for what it finds out. Safe for concurrent use.
/// </summary>
internal sealed class ServerPause(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    /// <summary>On the clock's own scale; 0 where the last request worked.</summary>
    private long _until;

    /// <summary>Whether to ask now. Whoever does says with <see cref="Worked"/> or <see cref="Failed"/> how it went.</summary>
    public bool TryEnter()
    {
        var end = Interlocked.Read(ref _until);
        return end == 0 || (clock.GetTimestamp() >= end && Interlocked.CompareExchange(ref _until, Later(), end) == end);
    }

    public void Worked() => Interlocked.Exchange(ref _until, 0);

    public void Failed() => Interlocked.Exchange(ref _until, Later());

    private long Later() => clock.GetTimestamp() + (long)(Length.TotalSeconds * clock.TimestampFrequency);
}
