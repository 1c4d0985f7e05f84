using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Ingestion;

namespace Assistant.Web.Status;

public enum IngestionState
{
    Idle,
    Running,
}

/// <param name="Total">Null while the folder is still being listed.</param>
/// <param name="Failures">The files that could not be read when they were last met, and why.</param>
/// <param name="Fault">Why the last run stopped before its end; null when it did not.</param>
public sealed record IngestionStatus(
    IngestionState State, int Done, int? Total, int Failed, string? CurrentFile, IReadOnlyList<FileFailure> Failures, DateTimeOffset? LastRead, string? Fault);

public sealed record FileFailure(string File, string Reason);

/// <summary>Reads files into the corpus, one run at a time, brings the index after it, and says how far it is.</summary>
public sealed class LibraryIngestion(CorpusIngestor ingestor, CorpusStore store, IndexBuilder index, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile IngestionStatus _status = new(IngestionState.Running, 0, null, 0, null, [], null, null);

    /// <summary>Running from the start of the application until its first run is over.</summary>
    public IngestionStatus Status => _status;

    /// <summary>Reads whole folders; what was read from them before and is gone now is forgotten.</summary>
    /// <param name="known">The corpus paths that earlier runs read from these folders.</param>
    /// <returns>The corpus paths read now.</returns>
    public async Task<IReadOnlyList<string>> ReadFoldersAsync(IReadOnlyList<string> folders, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _status = _status with { State = IngestionState.Running, Done = 0, Total = null, Failed = 0, CurrentFile = null, Fault = null };
            var report = await ingestor.IngestAsync(folders, prune: false, new Watch(this), cancellationToken);
            var met = report.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            var held = store.FileStates();
            foreach (var gone in known.Where(path => !met.Contains(path) && !report.MayHaveMissed(held.GetValueOrDefault(path)?.Origin))) store.RemoveSourceFile(gone);
            await index.BringUpToDateAsync(cancellationToken);
            var failures = report.Failures.Select(file => new FileFailure(file.Path, file.Reason ?? "")).ToList();
            _status = new IngestionStatus(IngestionState.Idle, met.Count, met.Count, failures.Count, null, failures, time.GetUtcNow(), null);
            return [.. met];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _status = _status with { State = IngestionState.Idle, CurrentFile = null, Fault = exception.Message };
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads one file under its bare name. The index is not touched: see <see cref="BringIndexUpToDateAsync"/>.</summary>
    public async Task<IngestionReport> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await ingestor.IngestAsync([path], prune: false, progress: null, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task BringIndexUpToDateAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await index.BringUpToDateAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Takes progress at once and in order, which <see cref="Progress{T}"/> does not promise.</summary>
    private sealed class Watch(LibraryIngestion ingestion) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value) => ingestion._status = ingestion._status with
        {
            Done = value.Done, Total = value.Total, Failed = value.Failed, CurrentFile = value.CurrentFile,
        };
    }
}
