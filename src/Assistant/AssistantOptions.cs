using Assistant.Answering;
using Assistant.Indexing.Qdrant;
using Assistant.LanguageModels;

namespace Assistant;

/// <summary>Settings, from the section <c>Assistant</c> of appsettings.json, the environment (<c>Assistant__…</c>) and the command line.</summary>
public sealed class AssistantOptions
{
    public const string Section = "Assistant";

    /// <summary>Where the corpus database and the index live.</summary>
    public string DataPath { get; set; } = "data";

    /// <summary>The folder of documents that the web application reads; null means the sample corpus.</summary>
    public string? CorpusPath { get; set; }

    /// <summary>Whose calendar tells what day it is and how moments are shown: a name of the IANA list.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Without an endpoint answers are extractive.</summary>
    public ModelEndpointOptions Chat { get; set; } = new();

    /// <summary>Without an endpoint retrieval is lexical.</summary>
    public ModelEndpointOptions Embeddings { get; set; } = new();

    /// <summary>Without an endpoint nothing is reranked.</summary>
    public ModelEndpointOptions Rerank { get; set; } = new();

    /// <summary>The folder of the prompt files; null means <see cref="AssistantPaths.Prompts"/>.</summary>
    public string? PromptsPath { get; set; }

    /// <summary>What becomes of a model's sentence that the clauses do not bear, where the reader does not choose.</summary>
    public UnsupportedSentences UnsupportedSentences { get; set; } = UnsupportedSentences.Mark;

    public IndexOptions Index { get; set; } = new();

    public QdrantOptions Qdrant { get; set; } = new();
}

/// <summary>Where passages are searched.</summary>
public sealed class IndexOptions
{
    /// <summary><c>sqlite</c> (embedded) or <c>qdrant</c>.</summary>
    public string Kind { get; set; } = "sqlite";
}
