using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The index over the stand-in's socket.</summary>
public sealed class StandInQdrantIndexTests : VectorIndexConformanceTests, IAsyncLifetime
{
    private StandInQdrant _server = null!;

    public async Task InitializeAsync() => _server = await StandInQdrant.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.Empty(_server.Violations);
    }

    protected override IVectorIndex Open() => QdrantIndexes.Open(_server.Url);
}

/// <summary>The same against a real server, where <c>QDRANT_URL</c> names one.</summary>
public sealed class RealQdrantIndexTests : VectorIndexConformanceTests, IAsyncLifetime
{
    private static readonly string? Url = Environment.GetEnvironmentVariable("QDRANT_URL");
    private readonly string _collection = $"conformance-{Guid.NewGuid():N}";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Url is null) return;
        using var http = new HttpClient();
        await http.DeleteAsync(new Uri($"{Url.TrimEnd('/')}/collections/{_collection}-{QdrantIndexes.Fingerprint[..12]}"));
    }

    protected override IVectorIndex Open()
    {
        Skip.If(Url is null, "QDRANT_URL names no Qdrant server");
        return QdrantIndexes.Open(Url!, options => options.Collection = _collection);
    }
}

internal static class QdrantIndexes
{
    public const string Fingerprint = "0123456789abcdef0123456789abcdef";

    private static readonly HttpClient Http = new();

    public static QdrantVectorIndex Open(string url, Action<QdrantOptions>? set = null, string fingerprint = Fingerprint)
    {
        var options = new QdrantOptions { Url = url, ApiKey = Environment.GetEnvironmentVariable("QDRANT_API_KEY"), MaxRetries = 2 };
        set?.Invoke(options);
        return new QdrantVectorIndex(Http, options, fingerprint, TimeProvider.System);
    }
}
