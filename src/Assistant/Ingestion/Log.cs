using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "Reading {Path} failed")]
    public static partial void ReadingFailed(this ILogger logger, Exception exception, string path);
}
