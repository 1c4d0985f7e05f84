using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Assistant.Tests.Web.Status;

/// <summary>The program as it is started, where it cannot start: one sentence, no trace, an exit code.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_missing_corpus_folder_is_named()
    {
        var missing = Path.Combine(_folder.Path, "nowhere");
        await RefusesAsync(missing, "--data", Path.Combine(_folder.Path, "data"), "--corpus", missing);
    }

    [Fact]
    public Task A_relative_folder_on_the_command_line_counts_from_where_it_was_typed() =>
        RefusesAsync(Path.Combine(_folder.Path, "data-of-mine"), "--data", Path.Combine(_folder.Path, "data"), "--corpus", "data-of-mine");

    [Fact]
    public Task A_relative_folder_in_a_setting_counts_from_the_programs_own_folders() =>
        RefusesAsync(Path.Combine(AssistantPaths.Home, "url"), [("Assistant__CorpusPath", "url")], "--data", Path.Combine(_folder.Path, "data"));

    [Fact]
    public async Task A_data_folder_that_is_none_is_named()
    {
        var file = _folder.Write("taken", "a file, not a folder");
        await RefusesAsync(file, "--data", file, "--corpus", Corpus());
    }

    [Fact]
    public async Task A_corrupt_database_is_named_and_left_as_it_is()
    {
        var database = _folder.Write("data/assistant.db", new string('x', 8192));
        await RefusesAsync("assistant.db", "--data", Path.Combine(_folder.Path, "data"), "--corpus", Corpus());
        Assert.Equal(new string('x', 8192), await File.ReadAllTextAsync(database));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await RefusesAsync($"{port}", "--data", Path.Combine(_folder.Path, "data"), "--corpus", Corpus(), "--urls", $"http://127.0.0.1:{port}");
    }

    public void Dispose() => _folder.Dispose();

    private string Corpus() => Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;

    private Task RefusesAsync(string says, params string[] args) => RefusesAsync(says, [], args);

    private async Task RefusesAsync(string says, (string Name, string Value)[] environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = _folder.Path };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Assistant.Web.dll"));
        foreach (var arg in args) start.ArgumentList.Add(arg);
        if (!args.Contains("--urls", StringComparer.Ordinal)) { start.ArgumentList.Add("--urls"); start.ArgumentList.Add("http://127.0.0.1:0"); }
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", error + await output, StringComparison.Ordinal);
    }
}
