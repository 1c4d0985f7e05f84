using Assistant.Corpus;
using Assistant.Indexing;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Status;

/// <param name="Index">Which index is used: <c>sqlite</c> or <c>qdrant</c>.</param>
/// <param name="IndexReason">Why the index cannot be searched, or works less well than configured; null when all is well.</param>
/// <param name="ChatModel">Null without one: answers are then extractive.</param>
/// <param name="EmbeddingModel">Null without one: retrieval is then lexical.</param>
public sealed record StatusReply(
    int Documents,
    int Clauses,
    int Passages,
    string Index,
    bool IndexReady,
    string? IndexReason,
    string? ChatModel,
    string? EmbeddingModel,
    IngestionStatus Ingestion);

public static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/status", (CorpusStore store, IndexBuilder index, LibraryIngestion ingestion, IOptions<AssistantOptions> options) =>
            Read(store, index, ingestion, options.Value)).WithTags("status");

    public static StatusReply Read(CorpusStore store, IndexBuilder index, LibraryIngestion ingestion, AssistantOptions options)
    {
        var (documents, clauses) = store.Counts();
        return new StatusReply(
            documents, clauses, index.State.Passages, options.Index.Kind, index.State.Ready, index.State.Reason ?? index.State.Notice,
            options.Chat.IsConfigured ? options.Chat.Model ?? options.Chat.Endpoint : null,
            options.Embeddings.IsConfigured ? options.Embeddings.Model ?? options.Embeddings.Endpoint : null,
            ingestion.Status);
    }
}
