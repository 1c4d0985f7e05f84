namespace Assistant.LanguageModels;

/// <summary>What kept a model server from answering.</summary>
public enum ModelFault
{
    Unreachable,
    WrongKey,
    UnknownModel,
    TooManyRequests,
    ServerError,
    Rejected,
    TimedOut,
    CutOff,
    Malformed,
    Empty,
    TooLong,
}

/// <summary>A model server did not give a usable reply. <see cref="Exception.Message"/> is for logs; people read <see cref="Describe"/>.</summary>
/// <param name="retryAfter">How long the server asked to wait; null where it did not say.</param>
public sealed class ModelException(ModelFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public ModelFault Fault => fault;

    public TimeSpan? RetryAfter => retryAfter;

    /// <summary>Whether the same call may well succeed a moment later.</summary>
    public bool IsTransient => fault is ModelFault.Unreachable or ModelFault.TooManyRequests or ModelFault.ServerError;

    /// <summary>What is wrong and what to do, in one sentence for a reader.</summary>
    public string Describe(bool inEnglish) => inEnglish ? InEnglish() : InChinese();

    private string InChinese() => fault switch
    {
        ModelFault.Unreachable => "无法连接模型服务，请检查 Assistant__Chat__Endpoint 所指的地址是否可用。",
        ModelFault.WrongKey => "模型服务拒绝了密钥，请检查 Assistant__Chat__ApiKey。",
        ModelFault.UnknownModel => "模型服务没有所配置的模型或接口，请检查 Assistant__Chat__Model 与 Assistant__Chat__Endpoint。",
        ModelFault.TooManyRequests => retryAfter is { } wait
            ? $"模型服务请求过多，请在 {Math.Ceiling(wait.TotalSeconds)} 秒后重试。"
            : "模型服务请求过多，请稍后重试。",
        ModelFault.ServerError => "模型服务内部出错，请稍后重试。",
        ModelFault.Rejected => "模型服务不接受这次请求。",
        ModelFault.TimedOut => "模型服务没有在时限内作答。",
        ModelFault.CutOff => "模型的回答中途断开。",
        ModelFault.Malformed => "模型服务的回复无法识别。",
        ModelFault.Empty => "模型没有给出内容。",
        ModelFault.TooLong => "模型的回答超出长度上限，已停止接收。",
        _ => "模型服务出错。",
    };

    private string InEnglish() => fault switch
    {
        ModelFault.Unreachable => "The model server cannot be reached; check the address in Assistant__Chat__Endpoint.",
        ModelFault.WrongKey => "The model server refused the key; check Assistant__Chat__ApiKey.",
        ModelFault.UnknownModel => "The model server does not know the configured model or route; check Assistant__Chat__Model and Assistant__Chat__Endpoint.",
        ModelFault.TooManyRequests => retryAfter is { } wait
            ? $"The model server has too many requests; try again in {Math.Ceiling(wait.TotalSeconds)} seconds."
            : "The model server has too many requests; try again later.",
        ModelFault.ServerError => "The model server had an internal error; try again later.",
        ModelFault.Rejected => "The model server did not accept the request.",
        ModelFault.TimedOut => "The model server did not answer within the time limit.",
        ModelFault.CutOff => "The model's answer broke off.",
        ModelFault.Malformed => "The model server's reply could not be read.",
        ModelFault.Empty => "The model gave no text.",
        ModelFault.TooLong => "The model's answer passed the length limit and was stopped.",
        _ => "The model server failed.",
    };
}
