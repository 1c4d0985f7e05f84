using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval;

/// <summary>Which leg failed and how; never a word of the question.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No vector for the question: {Fault} ({Detail})")]
    public static partial void NotEmbedded(ILogger logger, ModelFault fault, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not reranked: {Fault} ({Detail})")]
    public static partial void NotReranked(ILogger logger, ModelFault fault, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "The vector index cannot be searched")]
    public static partial void VectorIndexFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The vector server did not answer: {Detail}")]
    public static partial void ServerFailed(ILogger logger, string detail);
}
