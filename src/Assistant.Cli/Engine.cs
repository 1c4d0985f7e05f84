using System.CommandLine;
using Assistant.Corpus;
using Assistant.Indexing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Cli;

/// <summary>The engine with the settings of this call: appsettings.json, then the environment, then the switches.</summary>
internal static class Engine
{
    public static ServiceProvider Open(ParseResult parsed) => Open(parsed.GetValue(GlobalOptions.Data), parsed.GetValue(GlobalOptions.Corpus));

    /// <param name="dataPath">Relative to the current directory, as typed; null leaves the setting.</param>
    /// <param name="indexKind">In the place of the setting; null leaves it.</param>
    public static ServiceProvider Open(string? dataPath, string? corpusPath, string? indexKind = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.Combine(AssistantPaths.Home, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(Switches(dataPath, corpusPath, indexKind))
            .Build();
        // Logs go to standard error, so that standard output holds the result alone.
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Warning)
                .AddConfiguration(configuration.GetSection("Logging"))
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddAssistant(configuration)
            .BuildServiceProvider();
    }

    /// <summary>Brings the index up to date (nothing to do where it is) and refuses an empty corpus with what to do about it.</summary>
    public static async Task ReadyToSearchAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<CorpusStore>().Counts().Documents == 0)
        {
            throw new CommandFailedException(Words.Of(
                "文库是空的：请先运行 ingest PATH… 入库（例如 ingest corpus）",
                "The corpus is empty: run ingest PATH… first (for example: ingest corpus)"));
        }
        await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(cancellationToken);
    }

    private static Dictionary<string, string?> Switches(string? dataPath, string? corpusPath, string? indexKind)
    {
        var switches = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (dataPath is not null) switches["Assistant:DataPath"] = Path.GetFullPath(dataPath);
        if (corpusPath is not null) switches["Assistant:CorpusPath"] = Path.GetFullPath(corpusPath);
        if (indexKind is not null) switches["Assistant:Index:Kind"] = indexKind;
        return switches;
    }
}
