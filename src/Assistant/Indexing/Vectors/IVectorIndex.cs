using Assistant.Corpus;

namespace Assistant.Indexing.Vectors;

/// <summary>A passage found by its vector.</summary>
/// <param name="Ordinal">Position among the passages of its document, from 0.</param>
/// <param name="Score">Cosine similarity.</param>
public readonly record struct VectorHit(string DocumentId, int Ordinal, double Score);

/// <summary>What an index is given of a document.</summary>
/// <param name="Hash">Changes when anything here does.</param>
/// <param name="Vectors">In the order of the document's passages, need not be normalised; empty where there is no embedding endpoint.</param>
public sealed record DocumentVectors(string DocumentId, string Hash, IReadOnlyList<ReadOnlyMemory<float>> Vectors)
{
    /// <summary>In order; null where only vectors are known.</summary>
    public IReadOnlyList<Passage>? Passages { get; init; }

    /// <summary>What can be filtered by; null where only vectors are known.</summary>
    public DocumentSummary? Summary { get; init; }
}

/// <summary>
/// Vectors of passages, kept by document. A derivation like the lexical index: it may be deleted or be down, and is caught up by comparing hashes.
/// Safe for concurrent use.
/// </summary>
public interface IVectorIndex
{
    /// <summary>Whether it holds the words of passages beside their vectors, and so is of use without an embedding endpoint.</summary>
    bool HoldsWords => false;

    /// <summary>Why the last request failed; null when it succeeded.</summary>
    Wording? Fault => null;

    /// <summary>Document id to the hash it was stored with.</summary>
    Task<IReadOnlyDictionary<string, string>> HashesAsync(CancellationToken cancellationToken);

    /// <summary>Puts a document's vectors in the place of what was held of it, whole or not at all. All vectors of an index have one length.</summary>
    /// <param name="vectors">In the order of the document's passages; need not be normalised.</param>
    Task ReplaceAsync(string documentId, string hash, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken);

    /// <summary>The same for many documents, read as they are needed: each is there whole or not at all, also when this is broken off.</summary>
    async Task ReplaceAsync(IAsyncEnumerable<DocumentVectors> documents, CancellationToken cancellationToken)
    {
        await foreach (var document in documents.WithCancellation(cancellationToken))
            await ReplaceAsync(document.DocumentId, document.Hash, document.Vectors, cancellationToken);
    }

    /// <summary>Ids that are not held are passed over.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken);

    /// <summary>Most similar first.</summary>
    /// <param name="documentIds">Only these are searched; null searches all.</param>
    Task<IReadOnlyList<VectorHit>> SearchAsync(
        ReadOnlyMemory<float> vector, int count, IReadOnlyCollection<string>? documentIds, CancellationToken cancellationToken);

    /// <summary>Makes ready to be written, and refuses what was built with other settings.</summary>
    /// <param name="vectorLength">Of the embedding model; null without one.</param>
    Task PrepareAsync(int? vectorLength, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called once everything is held: what was being built takes the place of what was searched until now.</summary>
    Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
