using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Indexing;
using Assistant.Ingestion;

namespace Assistant.Web.Status;

/// <summary>Whether files are being read into the corpus at this moment.</summary>
public enum IngestionState
{
    Idle,

    /// <summary>Also from the start of the application until its first run begins.</summary>
    Running,
}

/// <summary>How far the reading of the watched folders is.</summary>
/// <param name="Total">Null while the folder is still being listed.</param>
/// <param name="Failures">The files that could not be read when they were last met, and why.</param>
/// <param name="Fault">Why the last run stopped before its end; null when it did not.</param>
public sealed record IngestionStatus(
    IngestionState State, int Done, int? Total, int Failed, string? CurrentFile, IReadOnlyList<FileFailure> Failures, DateTimeOffset? LastRead, Wording? Fault);

/// <summary>A file that could not be read.</summary>
/// <param name="File">The name it has in the corpus.</param>
public sealed record FileFailure(string File, Wording Reason);

/// <summary>A folder to be read is not there.</summary>
public sealed class FolderMissingException(string folder) : RefusedException(Words.InBoth(words => string.Format(words.CorpusMissing, folder)));

/// <summary>Reads files into the corpus, one run at a time, brings the words of the index after it, and says how far it is. Vectors follow: see <see cref="IndexRepair"/>.</summary>
public sealed class LibraryIngestion(CorpusIngestor ingestor, CorpusStore store, IndexBuilder index, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _indexed = new(0, 1);
    private volatile IngestionStatus _status = new(IngestionState.Running, 0, null, 0, null, [], null, null);

    /// <summary>Running from the start of the application until its first run is over.</summary>
    public IngestionStatus Status => _status;

    /// <summary>Reads whole folders; what was read from them before and is gone now is forgotten.</summary>
    /// <param name="known">The corpus paths that earlier runs read from these folders.</param>
    /// <returns>The corpus paths that are these folders' now.</returns>
    /// <exception cref="FolderMissingException">A folder is not there. A volume that is not mounted is no empty folder: nothing of it is forgotten.</exception>
    public async Task<IReadOnlyList<string>> ReadFoldersAsync(IReadOnlyList<string> folders, IReadOnlyCollection<string> known, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _status = _status with { State = IngestionState.Running, Done = 0, Total = null, Failed = 0, CurrentFile = null, Fault = null };
            if (folders.FirstOrDefault(folder => !Directory.Exists(folder)) is { } missing) throw new FolderMissingException(missing);
            var report = await ingestor.IngestAsync(folders, prune: false, new Watch(this), cancellationToken);
            var met = report.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            var held = store.FileStates();
            foreach (var path in known.Where(path => !met.Contains(path)).ToList())
            {
                if (report.MayHaveMissed(held.GetValueOrDefault(path)?.Origin)) met.Add(path);
                else store.RemoveSourceFile(path);
            }
            await IndexAsync(cancellationToken);
            var failures = report.Failures.Select(file => new FileFailure(file.Path, file.Reason!)).ToList();
            _status = new IngestionStatus(IngestionState.Idle, report.Files.Count, report.Files.Count, failures.Count, null, failures, time.GetUtcNow(), null);
            return [.. met];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Says why folders could not be read, or not to their end.</summary>
    public void Stopped(Exception fault) => _status = _status with
    {
        State = IngestionState.Idle,
        CurrentFile = null,
        Fault = fault switch
        {
            CorpusUnavailableException unavailable => unavailable.Sentence,
            RefusedException refused => refused.Sentence,
            _ => new(fault.Message, fault.Message), // a fault of ours or of the system, which has one language
        },
    };

    /// <summary>
    /// Takes in a file that lies aside: <see cref="CorpusIngestor.Adopt"/>. Broken off before its turn, or while it is read, it has changed nothing.
    /// The index is not touched: see <see cref="BringIndexUpToDateAsync"/>.
    /// </summary>
    /// <param name="target">Where it is to lie; asked for in its turn, so that no two files are given one free name.</param>
    public async Task<FileResult> AdoptAsync(string filePath, Func<string> target, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return ingestor.Adopt(filePath, target(), cancellationToken);
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
            await IndexAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until words have been indexed that may lack vectors. For one caller.</summary>
    /// <returns>False where nothing was within the time given.</returns>
    public Task<bool> IndexedAsync(TimeSpan limit, CancellationToken cancellationToken) => _indexed.WaitAsync(limit, cancellationToken);

    public void Dispose()
    {
        _turn.Dispose();
        _indexed.Dispose();
    }

    /// <summary>In one's turn.</summary>
    private async Task IndexAsync(CancellationToken cancellationToken)
    {
        await index.BringWordsUpToDateAsync(cancellationToken);
        if (_indexed.CurrentCount == 0) _indexed.Release();
    }

    /// <summary>Takes progress at once, which <see cref="Progress{T}"/> does not promise, and goes forward only: several files are read at a time.</summary>
    private sealed class Watch(LibraryIngestion ingestion) : IProgress<IngestionProgress>
    {
        private readonly Lock _gate = new();
        private IngestionProgress? _last;

        public void Report(IngestionProgress value)
        {
            lock (_gate)
            {
                if (value.Done < _last?.Done) return;
                _last = value;
                ingestion._status = ingestion._status with { Done = value.Done, Total = value.Total, Failed = value.Failed, CurrentFile = value.CurrentFile };
            }
        }
    }
}
