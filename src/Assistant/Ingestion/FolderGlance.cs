namespace Assistant.Ingestion;

/// <summary>What folders look like from outside: cheap to compare with what they looked like before.</summary>
public static class FolderGlance
{
    /// <summary>Changes when the name, size or time of a file that would be read does. Files that come or go meanwhile are no fault.</summary>
    public static int Of(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        var (files, unseen) = CorpusFileFinder.Find(folders, cancellationToken);
        var glance = new HashCode();
        foreach (var place in unseen) glance.Add(place.FilePath, StringComparer.Ordinal);
        foreach (var file in files)
        {
            glance.Add(file.FilePath, StringComparer.Ordinal);
            try
            {
                var info = new FileInfo(file.FilePath);
                glance.Add(info.Length);
                glance.Add(info.LastWriteTimeUtc);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Gone since it was listed, or not ours to look at: its name alone counts.
            }
        }
        return glance.ToHashCode();
    }
}
