using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Retrieval;

/// <summary>
/// Embedding and rerank servers over a real socket. A text's vector says how often it holds each of a few words, and so does its rerank score for the
/// one word that the test names.
/// </summary>
internal sealed class StandInRanking : IAsyncDisposable
{
    private static readonly string[] Words = ["湖", "图书", "储能", "狗", "犬"];

    private readonly WebApplication _application;

    private StandInRanking(WebApplication application) => _application = application;

    public string Endpoint => _application.Urls.First() + "/v1";

    /// <summary>What the reranker looks for.</summary>
    public string Wanted { get; set; } = "";

    /// <summary>Answers with this status instead; 0 for none.</summary>
    public int Status { get; set; }

    /// <summary>Where a status of 3xx points.</summary>
    public string? Location { get; set; }

    /// <summary>Before every answer.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Understands <c>texts</c> alone and answers with a bare list.</summary>
    public bool SpeaksTexts { get; set; }

    public int Calls { get; private set; }

    public int TextsEmbedded { get; private set; }

    public static async Task<StandInRanking> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var built = builder.Build();
        var server = new StandInRanking(built);
        built.MapPost("/v1/embeddings", server.EmbedAsync);
        built.MapPost("/v1/rerank", server.RerankAsync);
        await built.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task EmbedAsync(HttpContext http)
    {
        Calls++;
        if (await FailsAsync(http)) return;
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var texts = body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
        TextsEmbedded += texts.Count;
        await http.Response.WriteAsJsonAsync(new { data = texts.Select((text, index) => new { index, embedding = Vector(text) }) });
    }

    private async Task RerankAsync(HttpContext http)
    {
        Calls++;
        if (await FailsAsync(http)) return;
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        if (!body.RootElement.TryGetProperty(SpeaksTexts ? "texts" : "documents", out var texts))
        {
            http.Response.StatusCode = 422;
            return;
        }
        var scores = texts.EnumerateArray().Select(text => text.GetString()!.Split(Wanted).Length - 1.5).ToList();
        if (SpeaksTexts) await http.Response.WriteAsJsonAsync(scores.Select((score, index) => new { index, score }).Reverse());
        else await http.Response.WriteAsJsonAsync(new { results = scores.Select((score, index) => new { index, relevance_score = score }).Reverse() });
    }

    private async Task<bool> FailsAsync(HttpContext http)
    {
        if (Delay > TimeSpan.Zero) await Task.Delay(Delay, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        if (Status == 0) return false;
        if (Location is not null) http.Response.Headers.Location = Location + http.Request.Path.Value![3..];
        http.Response.StatusCode = Status;
        await http.Response.WriteAsync("no");
        return true;
    }

    private static float[] Vector(string text)
    {
        var lake = text.Contains("水面", StringComparison.Ordinal) ? 3f : 0;
        return [.. Words.Select(word => (float)(text.Split(word).Length - 1)).Select((count, i) => i == 0 ? count + lake : count), 0.1f];
    }
}
