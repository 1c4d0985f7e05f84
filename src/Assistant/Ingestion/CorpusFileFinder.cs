namespace Assistant.Ingestion;

/// <param name="FilePath">Where it lies.</param>
/// <param name="CorpusPath">As it stands in the corpus: relative to the folder named, with <c>/</c>; or the bare name of a file named.</param>
/// <param name="IsNamed">The person named this very file, rather than a folder above it.</param>
internal sealed record FoundFile(string FilePath, string CorpusPath, bool IsNamed);

/// <summary>Lists the files below the paths that a person named.</summary>
internal static class CorpusFileFinder
{
    /// <returns>Files in a stable order, and the paths that do not exist.</returns>
    public static (List<FoundFile> Files, List<string> Missing) Find(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var files = new List<FoundFile>();
        var missing = new List<string>();
        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (File.Exists(path)) files.Add(new FoundFile(path, Path.GetFileName(path), IsNamed: true));
            else if (Directory.Exists(path)) files.AddRange(Below(path, cancellationToken));
            else missing.Add(path);
        }
        return (files, missing);
    }

    private static List<FoundFile> Below(string root, CancellationToken cancellationToken)
    {
        var files = new List<FoundFile>();
        var folders = new Queue<(string Path, string Relative)>([(root, "")]);
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (folders.TryDequeue(out var folder))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!met.Add(RealPath(folder.Path))) continue; // a link back up, or two links to one folder
            foreach (var path in Entries(folder.Path))
            {
                var name = Path.GetFileName(path);
                if (IsHidden(name)) continue;
                var relative = folder.Relative.Length == 0 ? name : $"{folder.Relative}/{name}";
                if (Directory.Exists(path)) folders.Enqueue((path, relative));
                else files.Add(new FoundFile(path, relative, IsNamed: false));
            }
        }
        files.Sort((left, right) => string.CompareOrdinal(left.CorpusPath, right.CorpusPath));
        return files;
    }

    private static List<string> Entries(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder)];
        }
        catch (UnauthorizedAccessException)
        {
            return []; // a folder that is not ours to look into
        }
    }

    private static string RealPath(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Path.GetFullPath(folder);
        }
        catch (IOException)
        {
            return Path.GetFullPath(folder); // links in a circle: there is nothing below them
        }
    }

    /// <summary>Dot files, and what office programs and file managers leave beside documents.</summary>
    private static bool IsHidden(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal) || name is "Thumbs.db" or "desktop.ini" or "__MACOSX";
}
