using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Tests.Cli;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.Web;

/// <summary>Who reads English is told in English what went wrong, at every door.</summary>
public sealed class EnglishReaderTests : IDisposable
{
    private const string Rules = "云麓区渡口管理规定\n\n第一条　渡口每日十八时停航。\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_by_the_reply_the_status_and_the_page()
    {
        await using var application = await AssistantApplication.StartAsync(("rules.txt", Rules), ("broken.txt", "\0\u0001\u0002"));
        await application.Http.GetAsync(new Uri("/?lang=en", UriKind.Relative)); // remembered in a cookie

        var upload = await application.IngestAsync(("empty.txt", ""));
        Assert.Equal("The file is empty.", upload.GetProperty("files")[0].GetProperty("reason").GetString());

        var failures = (await application.GetAsync("/api/status")).GetProperty("ingestion").GetProperty("failures");
        Assert.Contains("NUL bytes", Assert.Single(failures.EnumerateArray()).GetProperty("reason").GetString(), StringComparison.Ordinal);

        var page = await application.Http.GetStringAsync(new Uri("/status", UriKind.Relative));
        Assert.Contains("The file holds NUL bytes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("不是文本文件", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corpus_that_is_unavailable_is_told_by_the_problem_and_the_stream()
    {
        await using var application = await AssistantApplication.StartAsync(("rules.txt", Rules));
        await application.Http.GetAsync(new Uri("/?lang=en", UriKind.Relative)); // remembered in a cookie
        PutOutOfReach(Path.Combine(application.DataPath, "assistant.db"));

        var refused = await application.Http.GetAsync(new Uri("/api/documents", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        var detail = JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString()!;
        Assert.StartsWith("The corpus database cannot be opened or written", detail, StringComparison.Ordinal);

        application.Http.DefaultRequestHeaders.Add("Accept", "text/event-stream");
        var stream = await application.Http.PostAsJsonAsync("/api/ask", new { question = "渡口每日几时停航？", conversationId = "any" });
        var events = await stream.Content.ReadAsStringAsync();
        Assert.Contains("event: error", events, StringComparison.Ordinal);
        Assert.Contains("The corpus database cannot be opened or written", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_tells_both()
    {
        _folder.Write("documents/empty.txt", "");
        var unread = await CommandLine.RunAsync("--lang", "en", "ingest", Path.Combine(_folder.Path, "documents"), "--data", Path.Combine(_folder.Path, "data"));
        Assert.Contains("Not read: empty.txt: The file is empty.", unread.Error, StringComparison.Ordinal);

        var inTheWay = _folder.Write("no-folder", "x");
        var unavailable = await CommandLine.RunAsync("--lang", "en", "ask", "anything", "--data", Path.Combine(inTheWay, "data"));
        Assert.Contains("The data folder cannot be written", unavailable.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("数据文件夹", unavailable.Error, StringComparison.Ordinal);
    }

    /// <summary>A folder stands where the database was: nobody can open that, not even root.</summary>
    private static void PutOutOfReach(string database)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm"]) File.Delete(database + suffix);
        Directory.CreateDirectory(database);
    }
}
