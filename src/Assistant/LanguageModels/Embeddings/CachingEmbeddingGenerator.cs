using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.LanguageModels.Embeddings;

/// <summary>Asks for what the cache does not hold, each text once and in batches; what a batch brought is kept even when the next one fails.</summary>
internal sealed class CachingEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, EmbeddingCache cache, string model, int batchSize, ILogger logger, TimeProvider clock)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        string[] texts = [.. values];
        var keys = Array.ConvertAll(texts, Key);
        var vectors = Find(keys);
        int[] missing = [.. Enumerable.Range(0, texts.Length).Where(i => vectors[i] is null).DistinctBy(i => texts[i], StringComparer.Ordinal)];
        foreach (var batch in missing.Chunk(Math.Max(1, batchSize)))
        {
            var made = await base.GenerateAsync(batch.Select(i => texts[i]), options, cancellationToken);
            Keep([.. batch.Select((i, n) => (keys[i], made[n].Vector))]);
            for (var n = 0; n < batch.Length; n++) vectors[batch[n]] = made[n].Vector.ToArray();
        }
        if (missing.Length > 0)
        {
            var elapsedMs = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds);
            Log.Embedded(logger, model, texts.Length, missing.Length, elapsedMs);
            // Repeated texts were asked for once; the others read what that brought.
            var known = new Dictionary<string, float[]>(StringComparer.Ordinal);
            foreach (var i in missing) known[texts[i]] = vectors[i]!;
            for (var i = 0; i < texts.Length; i++) vectors[i] ??= known[texts[i]];
        }
        return new(vectors.Select(vector => new Embedding<float>(vector!)));
    }

    // The cache spares requests and is no more than that: where it cannot be read or written, the server is asked.
    private float[]?[] Find(byte[][] keys)
    {
        try
        {
            return cache.Find(keys);
        }
        catch (SqliteException exception)
        {
            Log.CacheFailed(logger, exception);
            return new float[]?[keys.Length];
        }
    }

    private void Keep((byte[] Key, ReadOnlyMemory<float> Vector)[] embeddings)
    {
        try
        {
            cache.Add(embeddings);
        }
        catch (SqliteException exception)
        {
            Log.CacheFailed(logger, exception);
        }
    }

    private byte[] Key(string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{model}\n{text}"));
}
