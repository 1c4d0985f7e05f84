using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Generation;
using Assistant.Answering.Questions;
using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Evaluation;
using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;
using Assistant.LanguageModels;
using Assistant.Memos;
using Assistant.Memos.Verification;
using Assistant.Memos.Writers;
using Assistant.Retrieval;
using Assistant.Retrieval.Legs;
using Assistant.Retrieval.Ranking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant;

/// <summary>All wiring of the engine, in the order of the flow.</summary>
public static class AssistantServices
{
    public static IServiceCollection AddAssistant(this IServiceCollection services, IConfiguration configuration)
    {
        // Read here and not when first needed: what cannot be used is said before anything starts, and what is not configured is not registered.
        var options = AssistantSettings.Read(configuration);
        services.AddSingleton(Options.Create(options));
        services.AddSingleton<TimeProvider>(new ZonedClock(options));

        // Corpus
        services.AddSingleton(_ => new CorpusDatabase(options.DataPath));
        services.AddSingleton<CorpusStore>();
        services.AddSingleton<CorpusReferences>();

        // Language models
        services.AddPrompts(options.PromptsPath ?? AssistantPaths.Prompts);
        services.AddChat(options.Chat);
        services.AddEmbeddings(options.Embeddings, cachePath: options.DataPath);
        services.AddReranking(options.Rerank);
        services.AddSingleton<ModelCheck>();

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
        services.AddVectorIndex(new(options.Index.Kind, options.DataPath, options.Embeddings, options.Qdrant));
        services.AddSingleton<IndexBuilder>();

        // Retrieval
        services.AddSingleton<QuestionEmbedder>();
        services.AddSingleton<DenseRetrieval>();
        if (string.Equals(options.Index.Kind, "qdrant", StringComparison.OrdinalIgnoreCase))
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ServerRetrieval>(provider, (QdrantVectorIndex)provider.GetRequiredService<IVectorIndex>()));
        services.AddSingleton<Reranker>();
        services.AddSingleton<PassageRetriever>();

        // Answering
        services.AddSingleton<AnswerLog>();
        services.AddSingleton<QuoteLocator>();
        services.AddSingleton<ExtractiveAnswerer>();
        services.AddSingleton<OpeningQuestions>();
        if (options.Chat.IsConfigured)
            services.AddGenerativeAnswering(new(options.Chat.Model, options.Chat.MaxReplyLength, options.Chat.SmallTaskTimeout, options.UnsupportedSentences));
        services.AddSingleton<QuestionAnswering>();
        services.AddSingleton<AnswerWarmUp>();

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
