using Assistant.Corpus.Database;
using Assistant.Indexing.Qdrant;
using Microsoft.Extensions.Options;

namespace Assistant.Cli;

/// <summary>A command cannot go on; the message is the sentence a person reads.</summary>
internal sealed class CommandFailedException(string message) : Exception(message);

internal static class Failures
{
    /// <summary>One sentence for a person, never a stack trace.</summary>
    public static string Describe(Exception exception) => exception switch
    {
        RefusedException refused => Words.Of(refused.Sentence),
        CorpusUnavailableException unavailable => Words.Of(unavailable.Sentence),
        CommandFailedException or InvalidDataException or OptionsValidationException => exception.Message,
        QdrantException qdrant => Words.Of(qdrant.Wording),
        UnauthorizedAccessException => Words.Of($"没有权限：{exception.Message}", $"Not permitted: {exception.Message}"),
        IOException => Words.Of($"文件读写失败：{exception.Message}", $"A file could not be read or written: {exception.Message}"),
        _ => Words.Of($"内部错误（{exception.GetType().Name}）：{exception.Message}", $"Internal error ({exception.GetType().Name}): {exception.Message}"),
    };
}
