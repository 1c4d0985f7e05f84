namespace Assistant.Retrieval;

/// <summary>What a search found, as the API and the command line give it: passages best first.</summary>
/// <param name="IsNear">See <see cref="RetrievalResult.IsNear"/>.</param>
/// <param name="Notices">What did not work on the way, in the reader's language.</param>
public sealed record SearchReply(IReadOnlyList<PassageReply> Passages, double ElapsedMs, IReadOnlyList<string> Notices, bool IsNear)
{
    public static SearchReply Of(RetrievalResult found, TimeSpan elapsed, bool english) =>
        new([.. found.Passages.Select(PassageReply.Of)], elapsed.TotalMilliseconds, [.. found.Notices.Select(notice => notice.In(english))], found.IsNear);
}
