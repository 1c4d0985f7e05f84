namespace Assistant.Web;

/// <summary>A setting cannot be used. The message says which and what to do; it is printed as it is.</summary>
public sealed class StartupException(string message) : Exception(message);

/// <summary>Settings of the web application: appsettings.json, then the environment, then the switches.</summary>
public static class WebSettings
{
    private const string DefaultUrl = "http://localhost:5080";

    private static readonly Dictionary<string, string> Switches = new(StringComparer.Ordinal)
    {
        ["--data"] = $"{AssistantOptions.Section}:{nameof(AssistantOptions.DataPath)}",
        ["--corpus"] = $"{AssistantOptions.Section}:{nameof(AssistantOptions.CorpusPath)}",
    };

    public static void Read(WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddCommandLine(args, Switches);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);

        var corpus = builder.Configuration[Switches["--corpus"]];
        if (corpus is not null && !Directory.Exists(corpus))
            throw new StartupException(string.Format(Words.Chinese.CorpusMissing, Path.GetFullPath(corpus)));
    }

    /// <summary>The sample corpus that comes with the program: <c>corpus</c> in this folder, beside the program, or above either; null without one.</summary>
    public static string? FindSampleCorpus() =>
        Upwards(Environment.CurrentDirectory).Concat(Upwards(AppContext.BaseDirectory))
            .Where(folder => File.Exists(Path.Combine(folder, "Assistant.sln")) || folder.Equals(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal))
            .Select(folder => Path.Combine(folder, "corpus"))
            .FirstOrDefault(Directory.Exists);

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent) yield return at.FullName.TrimEnd(Path.DirectorySeparatorChar);
    }
}
