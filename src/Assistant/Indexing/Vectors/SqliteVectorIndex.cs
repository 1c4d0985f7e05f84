using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Assistant.Corpus.Database;
using Microsoft.Data.Sqlite;

namespace Assistant.Indexing.Vectors;

/// <summary>
/// Vectors in <c>vectors.db</c> of the data folder, searched exactly in memory. Vectors of 1,024 floats at 60,000 passages are 250 MB and some
/// 15 ms a search on one core; past that a vector server is the better home.
/// </summary>
public sealed class SqliteVectorIndex(string folder) : IVectorIndex, IDisposable
{
    private const string Schema =
        """
        CREATE TABLE IF NOT EXISTS vectors (document_id TEXT PRIMARY KEY, hash TEXT NOT NULL, count INTEGER NOT NULL, floats BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS version (value INTEGER NOT NULL);
        INSERT INTO version SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM version);
        """;

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Matrix _matrix = new(-1, [], [], 0);

    public Task<IReadOnlyDictionary<string, string>> HashesAsync(CancellationToken cancellationToken)
    {
        using var connection = Open();
        return Task.FromResult<IReadOnlyDictionary<string, string>>(connection.Query("SELECT document_id, hash FROM vectors", row => (row.GetString(0), row.GetString(1)))
            .ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal));
    }

    public Task ReplaceAsync(string documentId, string hash, IReadOnlyList<ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        var length = vectors.Count == 0 ? 0 : vectors[0].Length;
        if (vectors.Any(vector => vector.Length != length)) throw new ArgumentException("Vectors of one document differ in length.", nameof(vectors));
        var floats = new float[vectors.Count * length];
        for (var i = 0; i < vectors.Count; i++)
        {
            var row = floats.AsSpan(i * length, length);
            var norm = TensorPrimitives.Norm(vectors[i].Span);
            TensorPrimitives.Divide(vectors[i].Span, norm > 0 ? norm : 1, row);
        }
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "INSERT OR REPLACE INTO vectors (document_id, hash, count, floats) VALUES ($id, $hash, $count, $floats)",
            ("$id", documentId), ("$hash", hash), ("$count", vectors.Count), ("$floats", MemoryMarshal.AsBytes(floats.AsSpan()).ToArray()));
        connection.Execute("UPDATE version SET value = value + 1");
        transaction.Commit();
        return Task.CompletedTask;
    }

    public Task RemoveAsync(IReadOnlyCollection<string> documentIds, CancellationToken cancellationToken)
    {
        if (documentIds.Count == 0) return Task.CompletedTask;
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        foreach (var id in documentIds) connection.Execute("DELETE FROM vectors WHERE document_id = $id", ("$id", id));
        connection.Execute("UPDATE version SET value = value + 1");
        transaction.Commit();
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<VectorHit>> SearchAsync(
        ReadOnlyMemory<float> vector, int count, IReadOnlyCollection<string>? documentIds, CancellationToken cancellationToken)
    {
        var current = await LoadAsync(cancellationToken);
        // Another model than the vectors were made with: nothing can be compared, and the builder is about to replace them.
        if (current.Length != vector.Length) return [];
        var wanted = documentIds?.ToHashSet(StringComparer.Ordinal);
        var norm = TensorPrimitives.Norm(vector.Span);
        var best = new PriorityQueue<VectorHit, double>();
        foreach (var document in current.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (wanted?.Contains(document.Id) == false) continue;
            for (var i = 0; i < document.Count; i++)
            {
                var row = current.Floats.AsSpan((document.First + i) * current.Length, current.Length);
                var score = TensorPrimitives.Dot(row, vector.Span) / (norm > 0 ? norm : 1);
                if (best.Count < count) best.Enqueue(new VectorHit(document.Id, i, score), score);
                else if (best.TryPeek(out _, out var least) && score > least) best.EnqueueDequeue(new VectorHit(document.Id, i, score), score);
            }
        }
        return [.. best.UnorderedItems.Select(item => item.Element).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.DocumentId, StringComparer.Ordinal).ThenBy(hit => hit.Ordinal)];
    }

    public void Dispose() => _loading.Dispose();

    /// <summary>Reads the vectors again when this or another process changed them.</summary>
    private async Task<Matrix> LoadAsync(CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            var version = connection.Scalar<long>("SELECT value FROM version");
            if (_matrix.Version == version) return _matrix;
            var rows = connection.Query(
                "SELECT document_id, count, floats FROM vectors WHERE count > 0", row => (Id: row.GetString(0), Count: row.GetInt32(1), Bytes: row.GetFieldValue<byte[]>(2)));
            // One length counts, that of most documents: the rest waits for the builder.
            var length = rows.GroupBy(row => row.Bytes.Length / 4 / row.Count).OrderByDescending(group => group.Count()).FirstOrDefault()?.Key ?? 0;
            rows.RemoveAll(row => row.Bytes.Length != row.Count * length * 4);
            var floats = new float[rows.Sum(row => row.Count) * length];
            var documents = new List<MatrixDocument>(rows.Count);
            var first = 0;
            foreach (var (id, count, bytes) in rows)
            {
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(floats.AsSpan(first * length));
                documents.Add(new MatrixDocument(id, first, count));
                first += count;
            }
            return _matrix = new Matrix(version, [.. documents], floats, length);
        }
        finally
        {
            _loading.Release();
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "vectors.db") }.ToString());
        connection.Open();
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000;");
        connection.Execute(Schema);
        return connection;
    }

    private sealed record Matrix(long Version, MatrixDocument[] Documents, float[] Floats, int Length);

    private sealed record MatrixDocument(string Id, int First, int Count);
}
