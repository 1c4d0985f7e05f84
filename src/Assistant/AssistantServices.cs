using Assistant.Answering;
using Assistant.Corpus;
using Assistant.Evaluation;
using Assistant.Indexing;
using Assistant.Indexing.Qdrant;
using Assistant.Ingestion;
using Assistant.LanguageModels;
using Assistant.Memos;
using Assistant.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant;

/// <summary>All wiring of the engine, in the order of the flow.</summary>
public static class AssistantServices
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AssistantOptions>().Bind(configuration.GetSection(AssistantOptions.Section)).PostConfigure(options =>
        {
            options.DataPath = AssistantPaths.Resolve(options.DataPath);
            options.CorpusPath = options.CorpusPath is null ? null : AssistantPaths.Resolve(options.CorpusPath);
        });
        services.AddSingleton<TimeProvider>(provider => new ZonedClock(provider.GetRequiredService<IOptions<AssistantOptions>>().Value));

        // Corpus
        services.AddSingleton(provider => new CorpusDatabase(provider.GetRequiredService<IOptions<AssistantOptions>>().Value.DataPath));
        services.AddSingleton<CorpusStore>();
        services.AddSingleton<CorpusReferences>();

        // Language models
        services.AddLanguageModels();

        // Ingestion
        services.AddSingleton<IFileReader, PdfFileReader>();
        services.AddSingleton<IFileReader, WordFileReader>();
        services.AddSingleton<IFileReader, HtmlFileReader>();
        services.AddSingleton<IFileReader, MarkdownFileReader>();
        services.AddSingleton<IFileReader, TextFileReader>();
        services.AddSingleton<OutlineReader>();
        services.AddSingleton<CorpusIngestor>();

        // Indexing
        services.AddSingleton<LexicalIndex>();
        services.AddVectorIndex();
        services.AddSingleton<VectorIndexBuilder>();
        services.AddSingleton<IndexBuilder>();

        // Retrieval
        services.AddSingleton<QuestionEmbedder>();
        services.AddSingleton<DenseRetrieval>();
        services.AddSingleton<ServerRetrieval>(provider => provider.GetRequiredService<IVectorIndex>() is QdrantVectorIndex server
            ? ActivatorUtilities.CreateInstance<ServerRetrieval>(provider, server)
            : null!);
        services.AddSingleton<Reranker>();
        services.AddSingleton<PassageRetriever>();

        // Answering
        services.AddSingleton<AnswerLog>();
        services.AddSingleton<QuoteLocator>();
        services.AddSingleton<ExtractiveAnswerer>();
        services.AddGenerativeAnswering();
        services.AddSingleton<QuestionAnswering>();

        // Memos
        services.AddSingleton<MemoStore>();
        services.AddSingleton<MemoComposer>();
        services.AddSingleton<MemoVerifier>();
        services.AddSingleton<IMemoWriter, WordMemoWriter>();
        services.AddSingleton<IMemoWriter, MarkdownMemoWriter>();
        services.AddSingleton<IMemoWriter, HtmlMemoWriter>();

        // Evaluation
        services.AddSingleton<Evaluator>();

        return services;
    }
}
