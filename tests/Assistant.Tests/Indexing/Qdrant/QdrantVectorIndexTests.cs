using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The index over the stand-in's socket.</summary>
public sealed class StandInQdrantIndexTests : VectorIndexConformanceTests, IAsyncLifetime
{
    private StandInQdrant server = null!;

    public async Task InitializeAsync() => server = await StandInQdrant.StartAsync();

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Assert.Empty(server.Violations);
    }

    protected override IVectorIndex Open() => QdrantIndexes.Open(server.Url);
}

/// <summary>The same against a real server, where <c>QDRANT_URL</c> names one.</summary>
public sealed class RealQdrantIndexTests : VectorIndexConformanceTests, IAsyncLifetime
{
    private static readonly string? s_url = Environment.GetEnvironmentVariable("QDRANT_URL");
    private readonly string collection = $"conformance-{Guid.NewGuid():N}";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (s_url is null) return;
        using var http = new HttpClient();
        await http.DeleteAsync(new Uri($"{s_url.TrimEnd('/')}/collections/{collection}-{QdrantIndexes.Fingerprint[..12]}"));
    }

    protected override IVectorIndex Open()
    {
        Skip.If(s_url is null, "QDRANT_URL names no Qdrant server");
        return QdrantIndexes.Open(s_url!, options => options.Collection = collection);
    }
}

internal static class QdrantIndexes
{
    public const string Fingerprint = "0123456789abcdef0123456789abcdef";

    private static readonly HttpClient s_http = new();

    public static QdrantVectorIndex Open(string url, Action<QdrantOptions>? set = null, string fingerprint = Fingerprint)
    {
        var options = new QdrantOptions { Url = url, ApiKey = Environment.GetEnvironmentVariable("QDRANT_API_KEY"), MaxRetries = 2 };
        set?.Invoke(options);
        return new QdrantVectorIndex(s_http, options, fingerprint, TimeProvider.System);
    }
}
