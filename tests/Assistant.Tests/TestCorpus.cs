using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests;

/// <summary>The corpus side of the engine as the application wires it, on a data folder of its own.</summary>
public sealed class TestCorpus
{
    public TestCorpus(string dataPath)
    {
        var settings = new Dictionary<string, string?> { ["Assistant:DataPath"] = dataPath };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAssistant(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public CorpusStore Store => Services.GetRequiredService<CorpusStore>();

    public CorpusIngestor Ingestor => Services.GetRequiredService<CorpusIngestor>();

    /// <summary>Reads a folder and brings the index up to date, as the application does when it starts.</summary>
    public async Task<IngestionReport> IndexAsync(string folder)
    {
        var report = await Ingestor.IngestAsync([folder], prune: false, progress: null, CancellationToken.None);
        await Services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(CancellationToken.None);
        return report;
    }

    public OutlineReader Outline => Services.GetRequiredService<OutlineReader>();
}
