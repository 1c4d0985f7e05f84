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

    /// <summary>Changes when a file's name, size or time does.</summary>
    public int Glance()
    {
        var glance = new HashCode();
        foreach (var folder in _folders.Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .OrderBy(file => file.FullName, StringComparer.Ordinal))
            {
                glance.Add(file.FullName, StringComparer.Ordinal);
                glance.Add(file.Length);
                glance.Add(file.LastWriteTimeUtc);
            }
        }
        return glance.ToHashCode();
    }

    /// <summary>Returns once the folders differ from <paramref name="seen"/> and have been still for <paramref name="quiet"/>.</summary>
    public async Task WaitForChangeAsync(int seen, TimeSpan quiet, TimeSpan glance, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _changed.WaitAsync(glance, cancellationToken);
            var now = Glance();
            if (now == seen) continue;
            while (true)
            {
                await Task.Delay(quiet, cancellationToken);
                var later = Glance();
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
