using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>Which files of the corpus are no longer where they were read.</summary>
internal static class GoneFiles
{
    /// <returns>Corpus paths of files that were read from below the folders named and are not among those found, or that lay beside a file named and
    /// do so no more. What was read from elsewhere, or from nobody knows where, is not said to be gone, nor what lies at an unseen place.</returns>
    public static IReadOnlyList<string> Of(
        IReadOnlyDictionary<string, FileState> held, IReadOnlyList<string> paths, IReadOnlyList<FoundFile> found, IReadOnlyList<UnseenPlace> unseen)
    {
        var met = found.Select(file => file.CorpusPath).ToHashSet(StringComparer.Ordinal);
        var folders = paths.Select(Path.GetFullPath).Where(Directory.Exists).ToList();
        var foldersOfFiles = found.Where(file => file.IsNamed).Select(file => Path.GetDirectoryName(file.FilePath)).ToHashSet(StringComparer.Ordinal);
        return [.. held.Where(file => !met.Contains(file.Key) && file.Value.Origin is { } origin && IsGone(origin)).Select(file => file.Key).Order(StringComparer.Ordinal)];

        bool IsGone(string origin) =>
            (folders.Exists(folder => IsIn(folder, origin)) && !unseen.Any(place => IsIn(place.FilePath, origin)))
            || (foldersOfFiles.Contains(Path.GetDirectoryName(origin)) && !File.Exists(origin));
    }

    /// <summary>Whether <paramref name="path"/> lies below the folder, or is it. Both absolute.</summary>
    public static bool IsIn(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
