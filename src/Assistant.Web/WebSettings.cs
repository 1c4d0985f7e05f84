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
        // A folder on the command line counts from where the command was typed; one in a setting from where the program's own folders are.
        var typed = new ConfigurationBuilder().AddCommandLine(args, Switches).Build();
        builder.Configuration.AddConfiguration(typed);
        foreach (var setting in Switches.Values)
            if (!string.IsNullOrWhiteSpace(typed[setting])) builder.Configuration[setting] = Path.GetFullPath(typed[setting]!);
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(DefaultUrl);

        var corpus = builder.Configuration[Switches["--corpus"]];
        if (!string.IsNullOrWhiteSpace(corpus) && !Directory.Exists(AssistantPaths.Resolve(corpus.Trim())))
            throw new StartupException(string.Format(Words.AtTerminal(words => words.CorpusMissing), AssistantPaths.Resolve(corpus.Trim())));
    }
}
