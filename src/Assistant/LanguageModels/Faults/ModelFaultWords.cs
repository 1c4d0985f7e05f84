namespace Assistant.LanguageModels.Faults;

/// <summary>What a person reads of a <see cref="ModelException"/>.</summary>
internal static class ModelFaultWords
{
    /// <param name="prefix">Of the endpoint's settings.</param>
    public static Wording Of(ModelException exception, string prefix) => exception.Fault switch
    {
        ModelFault.Unreachable => new(
            $"无法连接模型服务，请检查 {prefix}Endpoint 所指的地址是否可用。",
            $"The model server cannot be reached; check the address in {prefix}Endpoint."),
        ModelFault.Redirected => new(
            $"模型服务的地址会转到别处，为免密钥外传没有跟随，请把 {prefix}Endpoint 改成最终的地址。",
            $"The model server's address sends on to another, which is not followed lest the key go with it; set {prefix}Endpoint to the final address."),
        ModelFault.WrongKey => new(
            $"模型服务拒绝了密钥，请检查 {prefix}ApiKey。",
            $"The model server refused the key; check {prefix}ApiKey."),
        ModelFault.NoCredit => new(
            "模型服务的账户余额不足，请充值后重试。",
            "The account with the model server has no credit left; top it up and try again."),
        ModelFault.UnknownModel => new(
            $"模型服务没有所配置的模型或接口，请检查 {prefix}Model 与 {prefix}Endpoint。",
            $"The model server does not know the configured model or route; check {prefix}Model and {prefix}Endpoint."),
        ModelFault.TooManyRequests when exception.RetryAfter is { } wait => new(
            $"模型服务请求过多，请在 {Math.Ceiling(wait.TotalSeconds)} 秒后重试。",
            $"The model server has too many requests; try again in {Math.Ceiling(wait.TotalSeconds)} seconds."),
        ModelFault.TooManyRequests => new("模型服务请求过多，请稍后重试。", "The model server has too many requests; try again later."),
        ModelFault.Rejected => new(
            $"模型服务不接受这次请求（{exception.Message.TrimEnd('.')}），请检查 {prefix}Model 是否适用。",
            $"The model server did not accept the request ({exception.Message.TrimEnd('.')}); check whether {prefix}Model is made for this."),
        ModelFault.Filtered => new("模型服务的内容审查拦下了这次问答。", "The model server's content filter stopped this exchange."),
        ModelFault.TimedOut => new("模型服务没有在时限内作答。", "The model server did not answer within the time limit."),
        ModelFault.CutOff => new("模型的回答中途断开。", "The model's answer broke off."),
        ModelFault.Malformed => new("模型服务的回复无法识别。", "The model server's reply could not be read."),
        ModelFault.Empty => new("模型没有给出内容。", "The model gave no text."),
        ModelFault.OnlyThoughts => new(
            $"模型还没有写出回答就用完了长度限额，多半用在了思考上，请用 {prefix}ExtraBody 关闭思考，或在 prompts 中调大 max_tokens。",
            $"The model used up the length allowed before it wrote an answer, on thinking most likely; switch thinking off with {prefix}ExtraBody, or raise max_tokens in prompts."),
        ModelFault.TooLong => new("模型的回答超出长度上限，已停止接收。", "The model's answer passed the length limit and was stopped."),
        _ => new("模型服务内部出错，请稍后重试。", "The model server had an internal error; try again later."),
    };
}
