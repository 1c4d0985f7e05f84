using Assistant.Indexing;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Status;

/// <summary>
/// Brings vectors after the words: at once when something was indexed, and again now and then where a server was away or has lost what it held.
/// Nobody who adds a document waits for it.
/// </summary>
public sealed partial class IndexRepair(LibraryIngestion ingestion, IndexBuilder index, IVectorIndex vectors, IOptions<AssistantOptions> options, ILogger<IndexRepair> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var isNew = await ingestion.IndexedAsync(options.Value.Qdrant.RepairInterval, stoppingToken);
            try
            {
                if (index.State.Ready && (isNew || await LacksAsync(stoppingToken))) await index.BringVectorsUpToDateAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, exception.Message);
            }
        }
    }

    private async Task<bool> LacksAsync(CancellationToken cancellationToken) =>
        index.State.Notice is not null || (vectors is QdrantVectorIndex server && !await server.IsPublishedAsync(cancellationToken));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vector index could not be looked after: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
