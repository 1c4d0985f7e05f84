using System.Net;
using System.Text.Json;
using Assistant.Indexing.Vectors;

namespace Assistant.Indexing.Qdrant;

/// <summary>
/// Passages in a Qdrant collection: a named vector <c>dense</c> where there is an embedding endpoint, a sparse one <c>lexical</c>, and what can be
/// filtered by. No text: the corpus database has it.
/// </summary>
/// <remarks>
/// A document is held once a point of its own says so, written after its passages were acknowledged: what was broken off is written again,
/// under the same ids. Hits of a document that is not held, or no longer, name a hash that the corpus does not know and are passed over.
/// </remarks>
public sealed class QdrantVectorIndex : IVectorIndex
{
    private const int ScrollSize = 5000;
    private static readonly string[] HitPayload = ["document", "ordinal", "hash"];
    private readonly QdrantClient _client;
    private readonly QdrantCollection _collection;
    private readonly QdrantOptions _options;
    private volatile bool _wasPublished;

    /// <param name="fingerprint">Of the settings that stored vectors depend on; at least 12 characters.</param>
    public QdrantVectorIndex(HttpClient http, QdrantOptions options, string fingerprint, TimeProvider clock)
    {
        _options = options;
        _client = new QdrantClient(http, options, clock);
        _collection = new QdrantCollection(_client, options, fingerprint);
    }

    public bool HoldsWords => true;

    public Wording? Fault => _client.Fault;

    public async Task PrepareAsync(int? vectorLength, CancellationToken cancellationToken)
    {
        _collection.Forget();
        // Two processes with different settings would otherwise delete each other's collection for ever.
        if (_wasPublished && await _collection.TargetAsync(cancellationToken) is { } target && !string.Equals(target, _collection.Name, StringComparison.Ordinal))
        {
            throw new QdrantException(
                new($"Qdrant 索引已由另一套设置重建（{_options.Collection} 现指向 {target}），本进程不再写入：请统一设置后重新启动。",
                    $"The Qdrant index was built anew with other settings ({_options.Collection} points at {target} now), and this process writes no more: give all the same settings and start again."),
                null, isTransient: false);
        }
        await _collection.PrepareAsync(vectorLength, cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await _collection.PublishAsync(cancellationToken);
        _wasPublished = true;
    }

    /// <summary>Whether the collection of these settings is there, complete and the one that is searched.</summary>
    public Task<bool> IsPublishedAsync(CancellationToken cancellationToken) => _collection.IsPublishedAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, string>> HashesAsync(CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var filter = new Filter([new Condition("kind", new Match("document"))]);
        Guid? next = null;
        do
        {
            var scroll = new ScrollPoints(filter, ScrollSize, ["document", "hash"], WithVector: false, next);
            ScrolledPoints page;
            try
            {
                page = await _client.SendAsync<ScrollPoints, ScrolledPoints>(HttpMethod.Post, _collection.PathOf("/points/scroll"), scroll, cancellationToken);
            }
            catch (QdrantException exception) when (exception.Status is HttpStatusCode.NotFound)
            {
                return hashes;
            }
            foreach (var point in page.Points)
                if (point.Payload is { } payload) hashes[payload.Document] = payload.Hash;
            next = page.NextPageOffset;
        }
        while (next is not null);
        return hashes;
    }

    public async Task ReplaceAsync(string documentId, string hash, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        if (vectors.Any(vector => vector.Length != vectors[0].Length)) throw new ArgumentException("Vectors of one document differ in length.", nameof(vectors));
        await ReplaceAsync(new[] { new DocumentVectors(documentId, hash, vectors) }.ToAsyncEnumerable(), cancellationToken);
    }

    public async Task ReplaceAsync(IAsyncEnumerable<DocumentVectors> documents, CancellationToken cancellationToken)
    {
        var writer = new QdrantWriter(_client, _collection, _options.BatchSize);
        await foreach (var document in documents.WithCancellation(cancellationToken))
        {
            if (document.Vectors.Count > 0 || document.Passages is null) await PrepareForAsync(document, cancellationToken);
            await writer.AddAsync(document, cancellationToken);
        }
        await writer.FinishAsync(cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken)
    {
        foreach (var ids in documentIds.Chunk(1000))
        {
            var delete = new DeletePoints(new Filter([new Condition("document", new Match(Any: ids))]));
            await _client.SendAsync<DeletePoints, JsonElement>(HttpMethod.Post, _collection.PathOf("/points/delete?wait=true"), delete, cancellationToken);
        }
    }

    /// <summary>Passages held, also of documents that are not whole yet.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = new CountPoints(new Filter([new Condition("kind", new Match("passage"))]), Exact: true);
        return (await _client.SendAsync<CountPoints, PointCount>(HttpMethod.Post, _collection.PathOf("/points/count"), count, cancellationToken)).Count;
    }

    public async Task<IReadOnlyList<VectorHit>> SearchAsync(
        ReadOnlyMemory<float> vector, int count, IReadOnlyCollection<string>? documentIds, CancellationToken cancellationToken)
    {
        try
        {
            if (await _collection.DenseSizeAsync(cancellationToken) != vector.Length) return [];
            var found = await FindAsync(null, vector, new PassageFilter(documentIds), count, cancellationToken);
            return [.. found.Select(hit => hit.Hit).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.DocumentId, StringComparer.Ordinal).ThenBy(hit => hit.Ordinal)];
        }
        catch (QdrantException exception) when (exception.Status is HttpStatusCode.NotFound)
        {
            return []; // nothing was ever stored
        }
    }

    /// <summary>Searches by words, by vector, or by both with reciprocal rank fusion on the server; each hit with the hash its document had when stored.</summary>
    /// <returns>Best first.</returns>
    /// <exception cref="QdrantException">Also where there is no collection.</exception>
    public async Task<IReadOnlyList<(VectorHit Hit, string Hash)>> FindAsync(
        SparseVector? words, ReadOnlyMemory<float>? vector, PassageFilter? narrowed, int count, CancellationToken cancellationToken)
    {
        var filter = narrowed?.ToFilter();
        QueryPoints query;
        if (words is { Indices.Count: > 0 } && vector is { } both)
        {
            // In each prefetch, because what is filtered after it would be missing from the count.
            Prefetch[] prefetch = [new(words, QdrantCollection.Lexical, filter, count), new(both, QdrantCollection.Dense, filter, count)];
            query = new QueryPoints(new Fusion("rrf"), null, prefetch, filter, count, HitPayload);
        }
        else if (vector is { } dense) query = new QueryPoints(dense, QdrantCollection.Dense, null, filter, count, HitPayload);
        else if (words is { Indices.Count: > 0 }) query = new QueryPoints(words, QdrantCollection.Lexical, null, filter, count, HitPayload);
        else return [];
        var found = await AskAsync(query, cancellationToken);
        return [.. found.Points.Where(point => point.Payload is not null).Select(point => (new VectorHit(point.Payload!.Document, point.Payload.Ordinal, point.Score), point.Payload.Hash))];
    }

    private async Task<QueriedPoints> AskAsync(QueryPoints query, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.AskAsync<QueryPoints, QueriedPoints>(_collection.PathOf("/points/query"), query, cancellationToken);
        }
        catch (QdrantException exception) when (exception.Status is HttpStatusCode.NotFound)
        {
            throw new QdrantException(
                new($"Qdrant 中没有集合 {_collection.Name}，可能被删除了，将重新建立。", $"Qdrant has no collection {_collection.Name}: it may have been deleted, and will be built again."),
                exception.Status, isTransient: false, exception);
        }
    }

    /// <summary>Whoever did not prepare: the first document with vectors says how long they are.</summary>
    private async Task PrepareForAsync(DocumentVectors document, CancellationToken cancellationToken)
    {
        int? length = document.Vectors.Count > 0 ? document.Vectors[0].Length : null;
        if (length is null)
        {
            try
            {
                length = await _collection.DenseSizeAsync(cancellationToken);
            }
            catch (QdrantException exception) when (exception.Status is HttpStatusCode.NotFound)
            {
                // Created without dense vectors, then.
            }
        }
        await _collection.PrepareAsync(length, cancellationToken);
    }
}
