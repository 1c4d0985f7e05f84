using System.Text.Json;
using Assistant.Corpus;
using Assistant.Web.Documents;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Status;

/// <summary>
/// Reads the corpus folder at start, and again when something in it changes. Only what this application read from its folders is ever forgotten:
/// documents that the command line put into the same data folder stay.
/// </summary>
public sealed partial class StartupIngestion(LibraryIngestion ingestion, CorpusStore store, IOptions<AssistantOptions> options, ILogger<StartupIngestion> logger)
    : BackgroundService
{
    /// <summary>A copied folder raises many events; it is read once they have stopped.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>Network and container volumes raise no events: a glance at names, sizes and times costs little.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(15);

    private string ManifestPath => Path.Combine(options.Value.DataPath, "corpus-files.json");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host goes on starting: pages answer while the corpus is read.
        try
        {
            // An index of nothing would be reported as ready before the first file is read.
            if (store.Counts().Documents > 0) await ingestion.BringIndexUpToDateAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFault(logger, exception);
        }

        using var signal = new FolderSignal(Folders());
        while (!stoppingToken.IsCancellationRequested)
        {
            var seen = signal.Glance();
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFault(logger, exception);
            }
            await signal.WaitForChangeAsync(seen, Quiet, Glance, stoppingToken);
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var known = ReadManifest();
        var folders = Folders();
        // A volume that is not mounted is no empty folder: nothing of it is forgotten.
        if (folders.Find(folder => !Directory.Exists(folder)) is { } missing) throw new DirectoryNotFoundException(string.Format(Words.Chinese.CorpusMissing, missing));
        var read = await ingestion.ReadFoldersAsync(folders, known, cancellationToken);
        await File.WriteAllTextAsync(ManifestPath, JsonSerializer.Serialize(read), cancellationToken);
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
        return store.FileHashes().Keys.Any(path => !known.Contains(path) && !File.Exists(Path.Combine(uploads, path)));
    }

    private List<string> ReadManifest()
    {
        try
        {
            return File.Exists(ManifestPath) ? JsonSerializer.Deserialize<List<string>>(File.ReadAllText(ManifestPath)) ?? [] : [];
        }
        catch (JsonException)
        {
            return []; // Cut off in mid-write: nothing is forgotten this time.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The corpus could not be read")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
