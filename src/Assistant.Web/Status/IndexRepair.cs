using Assistant.Indexing;
using Assistant.Indexing.Qdrant;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Status;

/// <summary>
/// Catches a vector server up that was away: looks now and then whether it holds what the corpus holds, and brings it there. Does nothing where vectors
/// lie in the data folder.
/// </summary>
public sealed partial class IndexRepair(LibraryIngestion ingestion, IndexBuilder index, IVectorIndex vectors, IOptions<AssistantOptions> options, TimeProvider time, ILogger<IndexRepair> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (vectors is not QdrantVectorIndex server) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Qdrant.RepairInterval, time, stoppingToken);
            try
            {
                // Whoever reads the corpus now brings the index after it.
                if (!index.State.Ready || ingestion.Status.State is IngestionState.Running) continue;
                if (index.State.Notice is null && await server.IsPublishedAsync(stoppingToken)) continue;
                await ingestion.BringIndexUpToDateAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(logger, exception.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vector index could not be looked after: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
