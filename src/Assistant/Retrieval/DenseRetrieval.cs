using Assistant.Indexing;
using Microsoft.Extensions.AI;

namespace Assistant.Retrieval;

/// <summary>The leg of retrieval that compares vectors; absent where no embedding endpoint is configured.</summary>
public sealed class DenseRetrieval(IVectorIndex vectors, TimeProvider clock, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    /// <summary>A question is not kept waiting longer for its vector: the lexical answer is there already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>After a failure the server is left alone for so long, so that its outage does not slow every question.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private long pausedUntil;

    public bool IsConfigured => generator is not null;

    /// <returns>Best first, and why there is nothing, in words for a reader; null where it worked.</returns>
    public async Task<(IReadOnlyList<PassageHit> Hits, string? Notice)> SearchAsync(
        IndexSnapshot snapshot, string question, bool[]? allowed, int count, CancellationToken cancellationToken)
    {
        if (generator is null) return ([], null);
        var now = clock.GetUtcNow().Ticks;
        if (now < Interlocked.Read(ref pausedUntil)) return ([], NoticeText);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var embeddings = await generator.GenerateAsync([question], cancellationToken: limit.Token);
            var documents = allowed is null ? null : snapshot.Documents.Where((_, number) => allowed[number]).Select(document => document.Id).ToArray();
            var found = await vectors.SearchAsync(embeddings[0].Vector, count, documents, limit.Token);
            return (Resolve(snapshot, found), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref pausedUntil, now + Pause.Ticks);
            return ([], NoticeText);
        }
    }

    private const string NoticeText = "向量服务没有回答，本次只用了全文检索。";

    /// <summary>Hits of documents that changed or went since the vectors were made are passed over.</summary>
    private static List<PassageHit> Resolve(IndexSnapshot snapshot, IReadOnlyList<VectorHit> found)
    {
        var hits = new List<PassageHit>(found.Count);
        foreach (var hit in found)
        {
            var (first, passages) = snapshot.PassagesOf(snapshot.NumberOfDocument(hit.DocumentId));
            if (hit.Ordinal < passages) hits.Add(new PassageHit(first + hit.Ordinal, hit.Score));
        }
        return hits;
    }
}
