using Assistant.Indexing;
using Assistant.Indexing.Segments;
using Assistant.Indexing.Vectors;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Legs;

/// <summary>The leg of retrieval that compares vectors; absent where no embedding endpoint is configured.</summary>
public sealed class DenseRetrieval(IVectorIndex vectors, QuestionEmbedder embedder, ILogger<DenseRetrieval> logger)
{
    public bool IsConfigured => embedder.IsConfigured;

    /// <param name="notices">Told why there is nothing, where something did not work.</param>
    /// <returns>Best first.</returns>
    public async Task<IReadOnlyList<PassageHit>> SearchAsync(
        IndexSnapshot snapshot, string question, bool[]? allowed, int count, List<Wording> notices, CancellationToken cancellationToken)
    {
        if (await embedder.EmbedAsync(question, notices, cancellationToken) is not { } vector) return [];
        try
        {
            var documents = allowed is null ? null : snapshot.Documents.Where((_, number) => allowed[number]).Select(document => document.Id).ToArray();
            return Resolve(snapshot, await vectors.SearchAsync(vector, count, documents, cancellationToken));
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            Log.VectorIndexFailed(logger, exception);
            notices.Add(RetrievalNotices.NoVectorIndex);
            return [];
        }
    }

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
