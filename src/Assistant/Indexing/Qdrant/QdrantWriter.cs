using System.Text.Json;
using Assistant.Indexing.Vectors;

namespace Assistant.Indexing.Qdrant;

/// <summary>
/// Writes documents in batches that may cut through them. First goes what the documents of a batch had before, the points that say they are held
/// included: passages of two versions share ids, so from the first one written on nobody may take the old version for whole. Then come the passages, and
/// with the next batch, once these are acknowledged, the points that say the documents are held. Holds one batch in memory.
/// </summary>
internal sealed class QdrantWriter(QdrantClient client, QdrantCollection collection, int batchSize)
{
    /// <summary>Numbers in one request: Qdrant takes 32 MB, and a number of a vector is written in about 12 bytes.</summary>
    private const int LargestBatch = 1_500_000;

    private readonly List<Point> _points = [];
    private readonly Dictionary<string, string> _hashes = new(StringComparer.Ordinal);

    /// <summary>Of documents whose last passages are in the batch.</summary>
    private readonly List<Point> _written = [];

    /// <summary>Of documents all of whose passages are acknowledged.</summary>
    private readonly List<Point> _ready = [];

    private int _numbers;

    public async Task AddAsync(DocumentVectors document, CancellationToken cancellationToken)
    {
        _hashes[document.DocumentId] = document.Hash;
        var count = document.Passages?.Count ?? document.Vectors.Count;
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            var passage = document.Passages?[ordinal];
            var words = passage is null ? null : SparseWords.OfPassage(passage.Text, passage.Context);
            // Spelt out: a bare null would become an empty vector.
            ReadOnlyMemory<float>? dense = document.Vectors.Count > 0 ? document.Vectors[ordinal] : default(ReadOnlyMemory<float>?);
            _points.Add(new Point(PointId.OfPassage(document.DocumentId, ordinal), new PointVectors(dense, words), Payload("passage", document, ordinal, passage?.Clause)));
            _numbers += (dense?.Length ?? 0) + (2 * (words?.Indices.Count ?? 0));
            if (_points.Count < batchSize && _numbers < LargestBatch) continue;
            await FlushAsync(cancellationToken);
            _hashes[document.DocumentId] = document.Hash;
        }
        _written.Add(new Point(PointId.OfDocument(document.DocumentId), new PointVectors(null, null), Payload("document", document, 0, null)));
        // Documents without passages fill no batch by points.
        if (_hashes.Count >= batchSize) await FlushAsync(cancellationToken);
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (_points.Count > 0 || _hashes.Count > 0) await FlushAsync(cancellationToken);
        if (_ready.Count > 0) await UpsertAsync(_ready, cancellationToken);
        _ready.Clear();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_hashes.Count > 0)
        {
            var stale = new Filter([new Condition("document", new Match(Any: _hashes.Keys))], [new Condition("hash", new Match(Any: [.. _hashes.Values.Distinct(StringComparer.Ordinal)]))]);
            await client.SendAsync<DeletePoints, JsonElement>(HttpMethod.Post, collection.PathOf("/points/delete?wait=true"), new DeletePoints(stale), cancellationToken);
        }
        _hashes.Clear();
        _points.AddRange(_ready);
        _ready.Clear();
        if (_points.Count > 0) await UpsertAsync(_points, cancellationToken);
        _points.Clear();
        _numbers = 0;
        _ready.AddRange(_written);
        _written.Clear();
    }

    private Task<JsonElement> UpsertAsync(List<Point> batch, CancellationToken cancellationToken) =>
        client.SendAsync<UpsertPoints, JsonElement>(HttpMethod.Put, collection.PathOf("/points?wait=true"), new UpsertPoints(batch), cancellationToken);

    private static PointPayload Payload(string kind, DocumentVectors document, int ordinal, string? clause) => new(
        document.DocumentId, document.Hash, kind, ordinal, clause, document.Summary?.Issuers, PassageFilter.Instant(document.Summary?.Date),
        document.Summary?.Status.State.ToString(), document.Summary?.SourcePath);
}
