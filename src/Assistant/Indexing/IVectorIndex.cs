namespace Assistant.Indexing;

/// <summary>A passage found by its vector.</summary>
/// <param name="Ordinal">Position among the passages of its document, from 0.</param>
/// <param name="Score">Cosine similarity.</param>
public readonly record struct VectorHit(string DocumentId, int Ordinal, double Score);

/// <summary>
/// Vectors of passages, kept by document. A derivation like the lexical index: it may be deleted or be down, and is caught up by comparing hashes.
/// Safe for concurrent use.
/// </summary>
public interface IVectorIndex
{
    /// <summary>Document id to the hash it was stored with.</summary>
    Task<IReadOnlyDictionary<string, string>> HashesAsync(CancellationToken cancellationToken);

    /// <summary>Puts a document's vectors in the place of what was held of it, whole or not at all. All vectors of an index have one length.</summary>
    /// <param name="vectors">In the order of the document's passages; need not be normalised.</param>
    Task ReplaceAsync(string documentId, string hash, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken);

    /// <summary>Ids that are not held are passed over.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken);

    /// <summary>Most similar first.</summary>
    /// <param name="documentIds">Only these are searched; null searches all.</param>
    Task<IReadOnlyList<VectorHit>> SearchAsync(
        ReadOnlyMemory<float> vector, int count, IReadOnlyCollection<string>? documentIds, CancellationToken cancellationToken);
}
