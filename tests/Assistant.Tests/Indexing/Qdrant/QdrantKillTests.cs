using System.Diagnostics;
using Assistant.Tests.Cli;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The command line, killed while it writes to Qdrant.</summary>
public sealed class QdrantKillTests
{
    private const int Kills = 20;

    /// <summary>Killed at a random request, before or after the server carried it out; the run after that leaves every passage there once.</summary>
    [Fact]
    public async Task After_twenty_kills_nothing_is_lost_or_doubled()
    {
        await using var server = await StandInQdrant.StartAsync();
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Assistant__Qdrant__Url"] = server.Url,
            ["Assistant__Qdrant__BatchSize"] = "6",
            ["Assistant__Embeddings__Endpoint"] = "",
        };
        Assert.Equal(0, (await CommandLine.RunAsync("ingest", AssistantPaths.SampleCorpus, "--data", folder.Path)).ExitCode);
        var random = new Random(20_261_122);
        var killed = 0;
        for (var round = 0; round < Kills; round++)
        {
            // Each round begins with what the last one left; every fifth one with nothing.
            if (round % 5 == 0) foreach (var collection in server.Collections) server.DeleteByHand(collection);
            if (await RunUntilKilledAsync(server, environment, folder.Path, random.Next(1, 50), random.Next(2) == 0)) killed++;
        }
        Assert.InRange(killed, Kills / 2, Kills);
        var last = await CommandLine.RunAsync(environment, "index", "--to", "qdrant", "--data", folder.Path, "--json");
        Assert.True(last.ExitCode == 0, last.Error);
        var expected = last.Json.GetProperty("expected").GetInt32();
        var held = server.Passages(server.Target("assistant")!);
        Assert.Equal(expected, held.Select(passage => (passage.Document, passage.Ordinal)).Distinct().Count()); // lost: 0
        Assert.Equal(expected, held.Count); // doubled: 0
        var doctor = await CommandLine.RunAsync(
            new Dictionary<string, string>(environment, StringComparer.Ordinal) { ["Assistant__Index__Kind"] = "qdrant" }, "doctor", "--data", folder.Path, "--lang", "en");
        Assert.Contains($"Qdrant: {expected} passages", doctor.Output, StringComparison.Ordinal);
        Assert.Empty(server.Violations);
    }

    private static async Task<bool> RunUntilKilledAsync(StandInQdrant server, Dictionary<string, string> environment, string data, int atRequest, bool beforeItIsCarriedOut)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in (string[])[CommandLine.Program, "index", "--to", "qdrant", "--data", data]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        var asked = 0;
        server.Asked = (_, _) =>
        {
            if (Interlocked.Increment(ref asked) != atRequest) return;
            if (beforeItIsCarriedOut) process.Kill();
            else _ = Task.Delay(3).ContinueWith(_ => Kill(process), TaskScheduler.Default);
        };
        process.Start();
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync()).WaitAsync(TimeSpan.FromMinutes(2));
        server.Asked = null;
        return process.ExitCode != 0;

        static void Kill(Process running)
        {
            try
            {
                running.Kill();
            }
            catch (InvalidOperationException)
            {
                // Done before it could be killed.
            }
        }
    }
}
