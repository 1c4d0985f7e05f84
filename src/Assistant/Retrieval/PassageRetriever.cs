namespace Assistant.Retrieval;

/// <summary>A question in, passages in order of usefulness out.</summary>
public sealed class PassageRetriever
{
    /// <param name="top">The most passages to return; at least 1.</param>
    public Task<RetrievalResult> RetrieveAsync(string question, int top, RetrievalFilter? filter, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
