namespace Assistant.Ingestion;

/// <param name="FilePath">Where it lies, absolute.</param>
/// <param name="CorpusPath">As it stands in the corpus: relative to the folder named, with <c>/</c>; or the bare name of a file named.</param>
/// <param name="IsNamed">The person named this very file, rather than a folder above it.</param>
internal sealed record FoundFile(string FilePath, string CorpusPath, bool IsNamed);

/// <summary>A path named that does not exist, or a folder that cannot be looked into: what lies there is not known.</summary>
/// <param name="FilePath">Absolute.</param>
/// <param name="Name">As a person named it, or relative to the folder named.</param>
internal sealed record UnseenPlace(string FilePath, string Name, Wording Reason);

/// <summary>Lists the files below the paths that a person named.</summary>
internal static class CorpusFileFinder
{
    /// <returns>Files in a stable order, and what could not be looked at.</returns>
    public static (List<FoundFile> Files, List<UnseenPlace> Unseen) Find(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<FoundFile>();
        var unseen = new List<UnseenPlace>();
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var full = Path.GetFullPath(path);
            if (File.Exists(full)) files.Add(new FoundFile(full, Path.GetFileName(full), IsNamed: true));
            else if (Directory.Exists(full)) files.AddRange(Below(full, path, unseen, cancellationToken));
            else unseen.Add(new UnseenPlace(full, path, new("没有这个文件或文件夹。", "There is no such file or folder.")));
        }
        return (files, unseen);
    }

    private static List<FoundFile> Below(string root, string name, List<UnseenPlace> unseen, CancellationToken cancellationToken)
    {
        var files = new List<FoundFile>();
        var folders = new Queue<(string Path, string Relative)>([(root, "")]);
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (folders.TryDequeue(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!met.Add(RealPath(folder.Path))) continue; // a link back up, or two links to one folder
            var (entries, reason) = Entries(folder.Path);
            if (reason is not null) unseen.Add(new UnseenPlace(folder.Path, folder.Relative.Length == 0 ? name : folder.Relative, reason));
            foreach (var path in entries)
            {
                var entry = Path.GetFileName(path);
                if (IsHidden(entry)) continue;
                var relative = folder.Relative.Length == 0 ? entry : $"{folder.Relative}/{entry}";
                if (Directory.Exists(path)) folders.Enqueue((path, relative));
                else files.Add(new FoundFile(path, relative, IsNamed: false));
            }
        }
        files.Sort((left, right) => string.CompareOrdinal(left.CorpusPath, right.CorpusPath));
        return files;
    }

    /// <summary>Nothing, and why, of a folder that cannot be listed to its end.</summary>
    private static (IReadOnlyList<string> Entries, Wording? Reason) Entries(string folder)
    {
        try
        {
            return ([.. Directory.EnumerateFileSystemEntries(folder)], null);
        }
        catch (UnauthorizedAccessException)
        {
            return ([], new("没有查看这个文件夹的权限，里面的文件没有读，已入库的保留。", "Looking into this folder is not permitted: its files were not read, and what was read of them before is kept."));
        }
        catch (IOException exception)
        {
            return ([], new(
                $"这个文件夹打不开，里面的文件没有读，已入库的保留：{exception.Message}",
                $"This folder cannot be opened: its files were not read, and what was read of them before is kept: {exception.Message}"));
        }
    }

    private static string RealPath(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Path.GetFullPath(folder); // links in a circle: there is nothing below them
        }
    }

    /// <summary>Dot files, and what office programs and file managers leave beside documents.</summary>
    private static bool IsHidden(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name is "Thumbs.db" or "desktop.ini" or "__MACOSX";
}
