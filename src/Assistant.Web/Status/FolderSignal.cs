using System.Diagnostics;
using Assistant.Ingestion;

namespace Assistant.Web.Status;

/// <summary>Tells when something below some folders changed: by file-system events where there are any, by looking where there are none.</summary>
public sealed class FolderSignal : IDisposable
{
    private readonly IReadOnlyList<string> _folders;
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly SemaphoreSlim _changed = new(0, 1);

    public FolderSignal(IReadOnlyList<string> folders)
    {
        _folders = folders;
        foreach (var folder in folders)
        {
            try
            {
                var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
                watcher.Created += (_, _) => Raise();
                watcher.Changed += (_, _) => Raise();
                watcher.Deleted += (_, _) => Raise();
                watcher.Renamed += (_, _) => Raise();
                watcher.EnableRaisingEvents = true;
                _watchers.Add(watcher);
            }
            catch (Exception exception) when (exception is IOException or ArgumentException or PlatformNotSupportedException)
            {
                // No watcher to be had (the limit of the machine is reached): looking will do.
            }
        }
    }

    /// <summary>See <see cref="FolderGlance"/>.</summary>
    public int Glance(CancellationToken cancellationToken) => FolderGlance.Of(_folders, cancellationToken);

    /// <summary>
    /// Returns once the folders differ from <paramref name="seen"/> and have been still for <paramref name="quiet"/>, or when <paramref name="longest"/> is over.
    /// </summary>
    public async Task WaitForChangeAsync(int seen, TimeSpan quiet, TimeSpan glance, TimeSpan longest, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) is var waited && waited < longest)
        {
            await _changed.WaitAsync(longest - waited < glance ? longest - waited : glance, cancellationToken);
            var now = Glance(cancellationToken);
            if (now == seen) continue;
            while (true)
            {
                await Task.Delay(quiet, cancellationToken);
                var later = Glance(cancellationToken);
                if (later == now) return;
                now = later;
            }
        }
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
        _changed.Dispose();
    }

    private void Raise()
    {
        try
        {
            _changed.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // A change is known already, or nobody waits any more.
        }
    }
}
