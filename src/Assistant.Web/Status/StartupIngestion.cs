using System.Text.Json;
using Assistant.Corpus;
using Assistant.Web.Documents;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Status;

/// <summary>
/// Reads the corpus folder at start, and again when something in it changes. Only what this application read from its folders is ever forgotten:
/// documents that the command line put into the same data folder stay.
/// </summary>
public sealed partial class StartupIngestion(LibraryIngestion ingestion, CorpusStore store, IOptions<AssistantOptions> options, TimeProvider time, ILogger<StartupIngestion> logger)
    : BackgroundService
{
    /// <summary>A copied folder raises many events; it is read once they have stopped.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>Network and container volumes raise no events: a glance at names, sizes and times costs little.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(15);

    /// <summary>What kept the corpus from being read may pass without a file changing: a busy database, a full disk.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMinutes(1);

    private string ManifestPath => Path.Combine(options.Value.DataPath, "corpus-files.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host goes on starting: pages answer while the corpus is read.
        // An index of nothing would be reported as ready before the first file is read.
        await SucceedsAsync(() => store.Counts().Documents > 0 ? ingestion.BringIndexUpToDateAsync(stoppingToken) : Task.CompletedTask, stoppingToken);

        FolderSignal? signal = null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var seen = 0;
                var isRead = await SucceedsAsync(
                    async () =>
                    {
                        signal ??= new FolderSignal(Folders());
                        seen = signal.Glance(stoppingToken);
                        await ReadAsync(stoppingToken);
                    },
                    stoppingToken);
                // Also tomorrow: documents come into force by the mere passing of time.
                var longest = isRead ? UntilTomorrow() : Retry;
                await SucceedsAsync(() => signal?.WaitForChangeAsync(seen, Quiet, Glance, longest, stoppingToken) ?? Task.Delay(longest, stoppingToken), stoppingToken);
            }
        }
        finally
        {
            signal?.Dispose();
        }
    }

    /// <summary>Nothing that goes wrong here ends the application: it is logged, told in the status, and tried again.</summary>
    private async Task<bool> SucceedsAsync(Func<Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            ingestion.Stopped(exception);
            LogFault(logger, exception);
            return false;
        }
    }

    private TimeSpan UntilTomorrow()
    {
        var now = time.GetLocalNow();
        return now.Date.AddDays(1) - now.DateTime + Quiet;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var read = await ingestion.ReadFoldersAsync(Folders(), ReadManifest(), cancellationToken);
        // Half a list would make the rest of it somebody else's files.
        WholeFile.Write(ManifestPath, overwrite: true, unfinished => File.WriteAllText(unfinished, JsonSerializer.Serialize(read)));
    }

    private List<string> Folders()
    {
        var folders = new List<string>();
        if (options.Value.CorpusPath is { } corpus) folders.Add(corpus);
        else if (Directory.Exists(AssistantPaths.SampleCorpus) && !HoldsForeignFiles()) folders.Add(AssistantPaths.SampleCorpus);
        folders.Add(Directory.CreateDirectory(Uploads.Folder(options.Value)).FullName);
        return folders;
    }

    /// <summary>A library that somebody filled from the command line is not mixed with the samples; what readers upload stands beside them.</summary>
    private bool HoldsForeignFiles()
    {
        var known = ReadManifest().ToHashSet(StringComparer.Ordinal);
        var uploads = Uploads.Folder(options.Value);
        return store.FileStates().Any(file => !known.Contains(file.Key) && !File.Exists(Path.Combine(uploads, file.Key))
            // A first run that was broken off has left no list yet.
            && !string.Equals(file.Value.Origin, Path.Combine(AssistantPaths.SampleCorpus, file.Key), StringComparison.Ordinal));
    }

    private List<string> ReadManifest()
    {
        try
        {
            return File.Exists(ManifestPath) ? JsonSerializer.Deserialize<List<string>>(File.ReadAllText(ManifestPath)) ?? [] : [];
        }
        catch (JsonException)
        {
            return []; // Written by hand, or cut off by an earlier version: nothing is forgotten this time.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The corpus could not be read")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
