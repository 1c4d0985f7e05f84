using Assistant.Answering;
using Assistant.Indexing;
using Assistant.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.LanguageModels;

/// <summary>The engine as the application wires it, on a folder of its own, with a chat endpoint.</summary>
internal sealed class ModelApplication : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<ServiceProvider> _built;

    public ModelApplication(string? endpoint, string model, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Assistant:DataPath"] = Path.Combine(_folder.Path, "data"),
            ["Assistant:Chat:Endpoint"] = endpoint,
            ["Assistant:Chat:Model"] = model,
            ["Assistant:Chat:ApiKey"] = "secret-key",
            ["Assistant:Chat:SmallTaskTimeout"] = "00:00:02",
        };
        foreach (var (key, value) in settings) values["Assistant:" + key] = value;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAssistant(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        _built = new(() => (Clock is null ? services : services.AddSingleton(Clock)).BuildServiceProvider());
    }

    private ServiceProvider Services => _built.Value;

    /// <summary>In the place of the real one.</summary>
    public TimeProvider? Clock { get; init; }

    public QuestionAnswering Answering => Services.GetRequiredService<QuestionAnswering>();

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public T? Find<T>() => Services.GetService<T>();

    public async Task IngestAsync(params (string Name, string Text)[] files)
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;
        foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(corpus, name), text);
        await IngestFolderAsync(corpus);
    }

    public async Task IngestFolderAsync(string folder)
    {
        await Get<CorpusIngestor>().IngestAsync([folder], false, null, CancellationToken.None);
        await Get<IndexBuilder>().BringUpToDateAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _folder.Dispose();
    }
}
