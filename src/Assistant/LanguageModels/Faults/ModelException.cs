namespace Assistant.LanguageModels.Faults;

/// <summary>What kept a model server from answering.</summary>
public enum ModelFault
{
    Unreachable,

    /// <summary>The address sends on to another, which is not followed.</summary>
    Redirected,
    WrongKey,
    NoCredit,
    UnknownModel,
    TooManyRequests,
    ServerError,
    Rejected,

    /// <summary>The server's own censor stopped question or answer.</summary>
    Filtered,
    TimedOut,
    CutOff,
    Malformed,
    Empty,

    /// <summary>The length allowed was used up before the answer began, by thoughts as a rule.</summary>
    OnlyThoughts,
    TooLong,
}

/// <summary>A model server did not give a usable reply. <see cref="Exception.Message"/> is for logs; people read <see cref="Describe"/>.</summary>
/// <param name="retryAfter">How long the server asked to wait; null where it did not say.</param>
public sealed class ModelException(ModelFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ModelFault Fault => fault;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the same call may well succeed a moment later.</summary>
    public bool IsTransient { get; init; } = fault is ModelFault.Unreachable or ModelFault.TooManyRequests or ModelFault.ServerError;

    /// <summary>What is wrong and what to do, in one sentence.</summary>
    /// <param name="section">Whose settings the endpoint has: <c>Chat</c>, <c>Embeddings</c> or <c>Rerank</c>.</param>
    public Wording Describe(string section = "Chat") => ModelFaultWords.Of(this, $"Assistant__{section}__");
}
