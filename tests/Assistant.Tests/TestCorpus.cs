using Assistant.Corpus;
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

    public OutlineReader Outline => Services.GetRequiredService<OutlineReader>();
}
