using System.Text;
using System.Text.Json;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Web.Documents;
using Assistant.Web.Status;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Web.Status;

/// <summary>What becomes of a reader's files and of the folder that is watched when something comes in between.</summary>
public sealed class LibraryIngestionTests : IDisposable
{
    private const string Ferry = "云麓区渡口管理规定\n\n第一条　渡口每日十八时停航。\n";
    private const string Later = "云麓区渡口管理规定\n\n第一条　渡口每日二十时停航。\n";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string Uploaded => Path.Combine(Data, "uploads", "渡口.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_upload_that_is_broken_off_leaves_the_version_it_was_to_replace()
    {
        for (var i = 0; i < 600; i++) _folder.Write($"many/{i}.txt", $"样本第{i}号办法\n\n" + string.Concat(Enumerable.Range(1, 40).Select(n => $"第{ChineseNumeral.Format(n)}条　内容。\n")));
        await using var application = Assistant.Web.Program.Build(["--data", Data, "--urls", "http://127.0.0.1:0"]);
        await using var scope = application.Services.CreateAsyncScope();
        var (uploads, ingestion) = (scope.ServiceProvider.GetRequiredService<Uploads>(), scope.ServiceProvider.GetRequiredService<LibraryIngestion>());
        await uploads.AddAsync(Form("渡口.txt", Ferry), CancellationToken.None);
        using var cancellation = new CancellationTokenSource();

        var reading = Task.Run(() => ingestion.ReadFoldersAsync([Path.Combine(_folder.Path, "many")], [], CancellationToken.None));
        while (ingestion.Status.Done == 0) await Task.Delay(1);
        var upload = uploads.AddAsync(Form("渡口.txt", Later), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload);
        Assert.False(reading.IsCompleted, "the upload did not have to wait");

        var done = 0;
        while (!reading.IsCompleted)
        {
            var now = ingestion.Status.Done;
            Assert.True(now >= done, $"{now} files after {done}");
            done = now;
            await Task.Delay(1); // leaves the core to the reading
        }
        await reading;
        Assert.Equal(Ferry, await File.ReadAllTextAsync(Uploaded));
        Assert.Contains("十八时", application.Services.GetRequiredService<CorpusStore>().FindSourceFile("渡口.txt")!.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(Data, "incoming")));
    }

    [Fact]
    public async Task A_version_that_cannot_be_read_replaces_nothing()
    {
        await using var application = await AssistantApplication.StartAsync(("规定.txt", Later.Replace("渡口", "码头", StringComparison.Ordinal)));
        await application.IngestAsync(("渡口.txt", Ferry));

        var reply = await application.IngestAsync(("渡口.txt", "\0\u0001\u0002\u0003"));

        Assert.Equal("failed", reply.GetProperty("files")[0].GetProperty("outcome").GetString());
        Assert.Equal(Ferry, await File.ReadAllTextAsync(Path.Combine(application.DataPath, "uploads", "渡口.txt")));
        Assert.Contains((await application.GetAsync("/api/documents")).EnumerateArray(), document => document.GetProperty("title").GetString() == "云麓区渡口管理规定");
    }

    [Fact]
    public async Task Uploads_of_one_new_name_at_the_same_time_are_all_answered()
    {
        await using var application = await AssistantApplication.StartAsync(("规定.txt", Later.Replace("渡口", "码头", StringComparison.Ordinal)));

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => application.IngestAsync(("渡口.txt", Ferry + $"第二条　第{n}次上传。\n"))));

        Assert.All(replies, reply => Assert.NotEqual("failed", reply.GetProperty("files")[0].GetProperty("outcome").GetString()));
        Assert.StartsWith(Ferry, await File.ReadAllTextAsync(Path.Combine(application.DataPath, "uploads", "渡口.txt")), StringComparison.Ordinal);
    }

    /// <summary>240 characters of three bytes are more than a file system takes.</summary>
    [Fact]
    public async Task A_long_name_is_shortened_and_costs_nobody_a_file()
    {
        await using var application = await AssistantApplication.StartAsync(("规定.txt", Later.Replace("渡口", "码头", StringComparison.Ordinal)));

        var reply = await application.IngestAsync((string.Concat(Enumerable.Repeat("关于加强渡口管理的", 20)) + ".txt", Ferry), ("短.txt", Later.Replace("渡口", "浮桥", StringComparison.Ordinal)));

        var names = reply.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("file").GetString()!).ToList();
        Assert.All(reply.GetProperty("files").EnumerateArray(), file => Assert.Equal("added", file.GetProperty("outcome").GetString()));
        Assert.StartsWith("关于加强渡口管理的关于", names[0], StringComparison.Ordinal);
        Assert.EndsWith(".txt", names[0], StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(names[0]), 200, 255);
        Assert.All(names, name => Assert.True(File.Exists(Path.Combine(application.DataPath, "uploads", name))));
    }

    [Fact]
    public async Task A_corpus_folder_that_goes_away_is_told_and_nothing_of_it_is_forgotten()
    {
        await using var application = await AssistantApplication.StartAsync(("渡口.txt", Ferry));

        Directory.Move(application.CorpusPath, application.CorpusPath + "-unmounted");
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            JsonElement ingestion;
            while ((ingestion = (await application.GetAsync("/api/status")).GetProperty("ingestion")).GetProperty("fault").ValueKind == JsonValueKind.Null) await Task.Delay(100, patience.Token);

            Assert.Equal("idle", ingestion.GetProperty("state").GetString());
            Assert.Contains("corpus", ingestion.GetProperty("fault").GetString(), StringComparison.Ordinal);
            Assert.Equal(1, (await application.GetAsync("/api/documents")).GetArrayLength());
        }
        finally
        {
            Directory.Move(application.CorpusPath + "-unmounted", Path.Combine(Path.GetDirectoryName(application.DataPath)!, "moved"));
        }
    }

    /// <summary>The list of what was read from the samples is written at the end of a run; a first run that is broken off leaves none.</summary>
    [Fact]
    public async Task Samples_that_were_read_before_the_list_of_them_was_written_are_no_foreign_files()
    {
        var total = await TotalAsync();
        Assert.True(total > 0);
        File.Delete(Path.Combine(Data, "corpus-files.json"));

        Assert.Equal(total, await TotalAsync());
        Assert.Equal(total, JsonSerializer.Deserialize<List<string>>(await File.ReadAllTextAsync(Path.Combine(Data, "corpus-files.json")))!.Count);
        Assert.Empty(Directory.EnumerateFiles(Data, "*.unfinished"));
    }

    [Fact]
    public async Task Files_that_come_and_go_while_a_folder_is_looked_at_are_no_fault()
    {
        for (var i = 0; i < 300; i++) _folder.Write($"busy/{i}.txt", "第一条");
        var busy = Path.Combine(_folder.Path, "busy");
        Directory.CreateSymbolicLink(Path.Combine(busy, "回一"), busy); // each of these alone is walked forty times
        Directory.CreateSymbolicLink(Path.Combine(busy, "回二"), busy);
        using var signal = new FolderSignal([busy]);
        using var stop = new CancellationTokenSource();
        var churn = Task.Run(() =>
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                File.WriteAllText(Path.Combine(busy, $"~{n % 50}.tmp"), "x");
                File.Delete(Path.Combine(busy, $"~{(n + 25) % 50}.tmp"));
            }
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var i = 0; i < 200; i++) signal.Glance(patience.Token);
        await stop.CancelAsync();
        await churn;

        var seen = signal.Glance(patience.Token);
        Assert.Equal(seen, signal.Glance(patience.Token));
        _folder.Write("busy/新.txt", "第一条");
        Assert.NotEqual(seen, signal.Glance(patience.Token));
    }

    private async Task<int> TotalAsync()
    {
        await using var application = Assistant.Web.Program.Build(["--data", Data, "--urls", "http://127.0.0.1:0"]);
        await application.StartAsync();
        var ingestion = application.Services.GetRequiredService<LibraryIngestion>();
        var list = Path.Combine(Data, "corpus-files.json");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (ingestion.Status.State != IngestionState.Idle || !File.Exists(list)) await Task.Delay(50, patience.Token);
        await application.StopAsync();
        return ingestion.Status.Total ?? 0;
    }

    private static FormFileCollection Form(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [new FormFile(new MemoryStream(bytes), 0, bytes.Length, "files", name)];
    }
}
