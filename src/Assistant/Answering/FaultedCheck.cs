using Microsoft.Extensions.Logging;

namespace Assistant.Answering;

/// <summary>A check that breaks has borne nothing out: its sentence counts as unsupported, and what else is said stands.</summary>
internal static class FaultedCheck
{
    /// <summary>Why a sentence is unsupported that could not be checked.</summary>
    public static Wording Reason { get; } = new("这句话未能核对", "this sentence could not be checked");

    /// <summary>What the check finds; null where it broke, which is logged.</summary>
    public static T? AsNull<T>(Func<T> check, ILogger logger)
        where T : class
    {
        try
        {
            return check();
        }
#pragma warning disable CA1031 // Whatever breaks in a check must not end the answer; that it broke is logged as an error.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.CheckBroke(logger, exception);
            return null;
        }
    }
}
