using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Assistant.Tests;

/// <summary>The whole web application on a real socket, with a corpus and a data folder of its own.</summary>
public sealed class AssistantApplication : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private WebApplication? _application;

    public HttpClient Http { get; } = new() { Timeout = Patience };

    public string CorpusPath => Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;

    public string DataPath => Path.Combine(_folder.Path, "data");

    /// <param name="files">The corpus; without any, the sample corpus.</param>
    public static Task<AssistantApplication> StartAsync(params (string Name, string Text)[] files) => StartAsync([], files);

    /// <param name="settings">Switches beside the folders and the address: <c>--Assistant:Chat:Model=…</c>.</param>
    public static async Task<AssistantApplication> StartAsync(string[] settings, (string Name, string Text)[] files)
    {
        var started = new AssistantApplication();
        foreach (var (name, text) in files) started._folder.Write(Path.Combine("corpus", name), text);
        started._application = Assistant.Web.Program.Build(["--data", started.DataPath, "--urls", "http://127.0.0.1:0", .. files.Length > 0 ? ["--corpus", started.CorpusPath] : Array.Empty<string>(), .. settings]);
        await started._application.StartAsync();
        started.Http.BaseAddress = new Uri(started._application.Urls.First().Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal));
        await started.UntilReadAsync();
        return started;
    }

    public async Task<JsonElement> AskAsync(string question, string? conversationId = null) =>
        await JsonOf(await Http.PostAsJsonAsync("/api/ask", new { question, conversationId }));

    /// <summary>The files of the passages found, best first.</summary>
    public async Task<IReadOnlyList<string?>> SearchAsync(object request) =>
        [.. (await JsonOf(await Http.PostAsJsonAsync("/api/search", request))).GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("sourceFile").GetString())];

    public async Task<JsonElement> GetAsync(string address) => await JsonOf(await Http.GetAsync(new Uri(address, UriKind.Relative)));

    public async Task<JsonElement> IngestAsync(params (string Name, string Text)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, text) in files) form.Add(new StringContent(text), "files", name);
        return await JsonOf(await Http.PostAsync(new Uri("/api/documents", UriKind.Relative), form));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_application is not null) await _application.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }

    private async Task UntilReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var status = await GetAsync("/api/status");
            if (status.GetProperty("indexReady").GetBoolean() && status.GetProperty("ingestion").GetProperty("state").GetString() == "idle") return;
            await Task.Delay(50, patience.Token);
        }
    }
}
