using System.Net;

namespace Assistant.Indexing.Qdrant;

/// <summary>Qdrant did not do what it was asked. The message is a sentence for the operator.</summary>
public sealed class QdrantException(string message, HttpStatusCode? status, bool isTransient, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Null where there was no answer, or one that makes no sense.</summary>
    public HttpStatusCode? Status { get; } = status;

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; } = isTransient;
}
