using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Tests.Web;

namespace Assistant.Tests.Cli;

/// <summary>What a program reads from the command line is what it reads from the API, field by field.</summary>
public sealed class ReplyShapeTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private AssistantApplication _application = null!;

    private string Data => Path.Combine(_folder.Path, "data");

    public async Task InitializeAsync()
    {
        _application = await AssistantApplication.StartAsync(SampleRules.Files);
        var ingested = await CommandLine.RunAsync("ingest", _application.CorpusPath, "--data", Data);
        Assert.True(ingested.ExitCode == 0, ingested.Error);
    }

    public async Task DisposeAsync()
    {
        await _application.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_answer()
    {
        var told = await CommandLine.RunAsync("ask", SampleRules.Question, "--data", Data, "--json");
        var sent = await _application.AskAsync(SampleRules.Question);

        AssertAlike(sent, told.Json, "$");
        Assert.Equal(sent.GetProperty("citations").GetRawText(), told.Json.GetProperty("citations").GetRawText());
    }

    [Fact]
    public async Task A_search()
    {
        var told = await CommandLine.RunAsync("search", SampleRules.Question, "--data", Data, "--json");
        using var response = await _application.Http.PostAsJsonAsync("/api/search", new { question = SampleRules.Question });
        var sent = await response.Content.ReadFromJsonAsync<JsonElement>();

        AssertAlike(sent, told.Json, "$");
        Assert.Equal(sent.GetProperty("passages").GetRawText(), told.Json.GetProperty("passages").GetRawText());
        Assert.All(sent.GetProperty("passages").EnumerateArray(), passage =>
            Assert.Equal(passage.GetProperty("documentTitle").GetString() is { Length: > 0 } title ? $"《{title}》" : passage.GetProperty("sourceFile").GetString(), passage.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task A_clause_tree()
    {
        var document = (await _application.GetAsync("/api/documents"))[0];
        var told = await CommandLine.RunAsync("outline", Path.Combine(_application.CorpusPath, document.GetProperty("sourceFile").GetString()!), "--json");
        var sent = await _application.GetAsync($"/api/documents/{document.GetProperty("id").GetString()}/clauses");

        var outlined = told.Json.GetProperty("documents").EnumerateArray().Single(one => one.GetProperty("id").GetString() == document.GetProperty("id").GetString());
        AssertAlike(sent, outlined.GetProperty("clauses"), "$");
    }

    private static void AssertAlike(JsonElement sent, JsonElement told, string at)
    {
        Assert.True(sent.ValueKind == told.ValueKind, $"{at}: {sent.ValueKind}, {told.ValueKind}");
        if (sent.ValueKind == JsonValueKind.Array)
        {
            Assert.Equal(sent.GetArrayLength(), told.GetArrayLength());
            foreach (var (one, other) in sent.EnumerateArray().Zip(told.EnumerateArray())) AssertAlike(one, other, at + "[]");
        }
        if (sent.ValueKind != JsonValueKind.Object) return;
        Assert.Equal(sent.EnumerateObject().Select(field => field.Name), told.EnumerateObject().Select(field => field.Name));
        foreach (var field in sent.EnumerateObject()) AssertAlike(field.Value, told.GetProperty(field.Name), $"{at}.{field.Name}");
    }
}
