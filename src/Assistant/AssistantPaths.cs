namespace Assistant;

/// <summary>Where relative paths in the settings start, so that the web application and the command line find the same folders from any directory.</summary>
public static class AssistantPaths
{
    /// <summary>
    /// The nearest folder above the program that holds the solution (a checkout); without one, the program's own folder where a <c>corpus</c> folder
    /// lies in it (a container), else the current directory.
    /// </summary>
    public static string Home { get; } = FindHome();

    /// <summary>The documents that are read when no corpus folder is set. The folder may be missing.</summary>
    public static string SampleCorpus => Path.Combine(Home, "corpus");

    /// <summary>The prompt files that are read when no folder is set: those of the checkout, where people edit them, else the copy beside the program.</summary>
    public static string Prompts { get; } = Directory.Exists(Path.Combine(Home, "prompts")) ? Path.Combine(Home, "prompts") : Path.Combine(AppContext.BaseDirectory, "prompts");

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
