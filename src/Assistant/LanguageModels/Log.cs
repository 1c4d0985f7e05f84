using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.Logging;

namespace Assistant.LanguageModels;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Chat with {Model}: {Messages} messages of {SentLength} characters, {ReplyLength} back, tokens {InputTokens} in {OutputTokens} out, {ElapsedMs} ms")]
    public static partial void ChatReplied(ILogger logger, string model, int messages, int sentLength, int replyLength, long? inputTokens, long? outputTokens, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Chat with {Model} failed: {Fault} ({Detail}) after {ElapsedMs} ms")]
    public static partial void ChatFailed(ILogger logger, string model, ModelFault fault, string detail, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Embeddings of {Model}: {Texts} texts, {Asked} asked for, {ElapsedMs} ms")]
    public static partial void Embedded(ILogger logger, string model, int texts, int asked, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Embeddings of {Model} failed: {Fault} ({Detail}) after {ElapsedMs} ms")]
    public static partial void EmbeddingFailed(ILogger logger, string model, ModelFault fault, string detail, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The cache of embeddings cannot be used; the server is asked instead")]
    public static partial void CacheFailed(ILogger logger, Exception exception);
}
