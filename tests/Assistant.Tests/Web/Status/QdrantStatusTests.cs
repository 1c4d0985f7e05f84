using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Tests.Indexing;
using Assistant.Tests.Indexing.Qdrant;

namespace Assistant.Tests.Web.Status;

/// <summary>The whole web application while its Qdrant is away, comes back, and loses its collection.</summary>
public sealed class QdrantStatusTests
{
    [Fact]
    public async Task It_answers_throughout_says_what_is_wrong_and_mends_it()
    {
        await using var server = await StandInQdrant.StartAsync();
        await server.StopAsync();
        using var folder = new TemporaryFolder();
        folder.Write(Path.Combine("corpus", "图书馆.txt"), SamplePolicies.Libraries);
        await using var application = Assistant.Web.Program.Build(
        [
            "--data", Path.Combine(folder.Path, "data"), "--corpus", Path.Combine(folder.Path, "corpus"), "--urls", "http://127.0.0.1:0",
            "--Assistant:Index:Kind", "qdrant", "--Assistant:Qdrant:Url", server.Url, "--Assistant:Qdrant:MaxRetries", "0", "--Assistant:Qdrant:RepairInterval", "00:00:00.2",
        ]);
        await application.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(application.Urls.First()) };

        await UntilAsync(http, "degraded", "连接不上");
        Assert.Contains("连接不上", (await http.GetFromJsonAsync<JsonElement>("/api/status")).GetProperty("indexReason").GetString(), StringComparison.Ordinal);
        var inEnglish = (await http.GetFromJsonAsync<JsonElement>("/api/status?lang=en")).GetProperty("indexReason").GetString();
        Assert.Contains("cannot be reached. The embedded index answers for now.", inEnglish, StringComparison.Ordinal);
        Assert.Equal(inEnglish, (await http.GetFromJsonAsync<JsonElement>("/healthz?lang=en")).GetProperty("reason").GetString());
        await AskAsync(http);

        await server.ListenAsync();
        await UntilAsync(http, "ready", null);
        await AskAsync(http);
        Assert.True(server.Count("POST", "/points/query") > 0);

        server.DeleteByHand(server.Target("assistant")!);
        await UntilAsync(http, "ready", null, () => server.Target("assistant") is not null);
        Assert.NotEmpty(server.Passages(server.Target("assistant")!));
        Assert.Empty(server.Violations);
    }

    private static async Task AskAsync(HttpClient http)
    {
        using var response = await http.PostAsJsonAsync("/api/ask", new { question = "损坏图书怎样赔偿？" });
        Assert.Contains("三倍", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    private static async Task UntilAsync(HttpClient http, string status, string? reason, Func<bool>? also = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var response = await http.GetAsync(new Uri("/healthz", UriKind.Relative), patience.Token);
            var health = await response.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
            if (response.StatusCode is HttpStatusCode.OK && health.GetProperty("status").GetString() == status && also?.Invoke() != false)
            {
                if (reason is not null) Assert.Contains(reason, health.GetProperty("reason").GetString(), StringComparison.Ordinal);
                return;
            }
            await Task.Delay(50, patience.Token);
        }
    }
}
