namespace Assistant;

/// <summary>Where relative paths in the settings start, so that the web application and the command line find the same folders from any directory.</summary>
public static class AssistantPaths
{
    /// <summary>
    /// The nearest folder above the program that holds the solution (a checkout) or a <c>corpus</c> folder (a container);
    /// the current directory where there is none.
    /// </summary>
    public static string Home { get; } = FindHome();

    /// <summary>The documents that are read when no corpus folder is set. The folder may be missing.</summary>
    public static string SampleCorpus => Path.Combine(Home, "corpus");

    /// <summary>An absolute path; a relative one counts from <see cref="Home"/>.</summary>
    public static string Resolve(string path) => Path.GetFullPath(path, Home);

    private static string FindHome()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Assistant.sln"))) return folder.FullName;
        }
        return Directory.Exists(Path.Combine(AppContext.BaseDirectory, "corpus")) ? AppContext.BaseDirectory : Environment.CurrentDirectory;
    }
}
