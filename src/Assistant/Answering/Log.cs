using Microsoft.Extensions.Logging;

namespace Assistant.Answering;

/// <summary>Counts and ids, never content.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Answer {AnswerId}: {Mode}, {Support}, {Citations} citations, {ElapsedMs:F0} ms")]
    public static partial void Answered(ILogger logger, string answerId, AnswerMode mode, AnswerSupport support, int citations, double elapsedMs);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The extractive answer takes the place of the model's: {Reason}")]
    public static partial void FellBack(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The model's answer broke in the program itself")]
    public static partial void AnswerBroke(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A sentence could not be checked and counts as unsupported")]
    public static partial void CheckBroke(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Model answer checked: {Supported} sentences supported, {Unsupported} not, {Invented} invented citations removed")]
    public static partial void Checked(ILogger logger, int supported, int unsupported, int invented);
}
