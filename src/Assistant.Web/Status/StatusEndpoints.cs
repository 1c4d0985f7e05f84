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
    IngestionReply Ingestion);

/// <summary><see cref="IngestionStatus"/> in the language of its reader.</summary>
public sealed record IngestionReply(
    IngestionState State, int Done, int? Total, int Failed, string? CurrentFile, IReadOnlyList<FailureReply> Failures, DateTimeOffset? LastRead, string? Fault)
{
    public static IngestionReply Of(IngestionStatus status, Words words) => new(
        status.State, status.Done, status.Total, status.Failed, status.CurrentFile,
        [.. status.Failures.Select(failure => new FailureReply(failure.File, words.Of(failure.Reason)))],
        status.LastRead, status.Fault is { } fault ? words.Of(fault) : null);
}

/// <summary><see cref="FileFailure"/> in the language of its reader.</summary>
public sealed record FailureReply(string File, string Reason);

public static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/status", (CorpusStore store, IndexBuilder index, LibraryIngestion ingestion, IOptions<AssistantOptions> options, Words words) =>
            Read(store, index, ingestion, options.Value, words)).WithTags("status");

    public static StatusReply Read(CorpusStore store, IndexBuilder index, LibraryIngestion ingestion, AssistantOptions options, Words words)
    {
        var (documents, clauses) = store.Counts();
        var state = index.State;
        return new StatusReply(
            documents, clauses, state.Passages, options.Index.Kind, state.Ready, (state.Reason ?? state.Notice) is { } reason ? words.Of(reason) : null,
            options.Chat.IsConfigured ? options.Chat.Model ?? options.Chat.Endpoint : null,
            options.Embeddings.IsConfigured ? options.Embeddings.Model ?? options.Embeddings.Endpoint : null,
            IngestionReply.Of(ingestion.Status, words));
    }
}
