using Assistant.Answering;
using Assistant.Indexing;

namespace Assistant.Web.Status;

/// <summary>Readies retrieval in the background as soon as there is an index, so that the first question is not the slow one.</summary>
public sealed partial class SearchWarmUp(IndexBuilder index, AnswerWarmUp answers, TimeProvider time, ILogger<SearchWarmUp> logger) : BackgroundService
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Looked at first after a pause: the host goes on starting meanwhile.
        do await Task.Delay(Glance, time, stoppingToken);
        while (!index.State.Ready);
        try
        {
            await answers.RunAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFault(logger, exception.Message); // Questions are answered all the same, the first ones slowly.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Search could not be warmed up: {Reason}")]
    private static partial void LogFault(ILogger logger, string reason);
}
