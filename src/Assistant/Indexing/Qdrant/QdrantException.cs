using System.Net;

namespace Assistant.Indexing.Qdrant;

/// <summary>Qdrant did not do what it was asked.</summary>
public sealed class QdrantException(Wording wording, HttpStatusCode? status, bool isTransient, Exception? inner = null) : Exception(wording.Chinese, inner)
{
    /// <summary>For the operator.</summary>
    public Wording Wording { get; } = wording;

    /// <summary>Null where there was no answer, or one that makes no sense.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; } = isTransient;

    /// <summary>How long the server asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
