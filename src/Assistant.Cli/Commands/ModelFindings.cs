using Assistant.LanguageModels;
using Assistant.LanguageModels.Prompts;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary>What <c>doctor</c> says of the model servers and the prompts. A server that is configured is asked.</summary>
internal static class ModelFindings
{
    public static async Task<Finding[]> AllAsync(IServiceProvider services, AssistantOptions options, CancellationToken cancellationToken)
    {
        var check = services.GetRequiredService<ModelCheck>();
        return
        [
            Of("Chat", Words.Of("对话模型", "chat model"), options.Chat, await check.ChatAsync(cancellationToken), Words.Of("回答为摘录式", "answers are extractive")),
            Of("Embeddings", Words.Of("向量模型", "embedding model"), options.Embeddings, await check.EmbeddingsAsync(cancellationToken), Words.Of("检索只用全文", "retrieval goes by words")),
            Of("Rerank", Words.Of("重排模型", "reranking model"), options.Rerank, await check.RerankAsync(cancellationToken), Words.Of("按检索原序排列", "the order is that of the search")),
            Prompts(services, options),
        ];
    }

    private static Finding Of(string section, string what, ModelEndpointOptions endpoint, ModelCheckResult? result, string without)
    {
        if (result is null)
        {
            // A model without an address is an address forgotten.
            return endpoint.Model is null
                ? new(what, true, Words.Of($"未配置，{without}", $"not configured, {without}"))
                : new(what, false, Words.Of(
                    $"设了 Assistant__{section}__Model，没有设 Assistant__{section}__Endpoint，{without}",
                    $"Assistant__{section}__Model is set and Assistant__{section}__Endpoint is not, {without}"));
        }
        var place = $"{endpoint.Model ?? "default"} · {endpoint.Endpoint}";
        if (result.Fault is { } fault)
        {
            var says = fault.Describe(section);
            return new(what, false, Words.Of($"{place}：{says.Chinese}", $"{place}: {says.English}"));
        }
        var seconds = result.Elapsed.TotalSeconds;
        var length = result.VectorLength is { } dimensions ? Words.Of($"，向量 {dimensions} 维", $", vectors of {dimensions} dimensions") : "";
        return new(what, true, Words.Of($"{place}，{seconds:0.0} 秒内作答{length}", $"{place}, answered in {seconds:0.0} s{length}"));
    }

    /// <summary>Needed by a chat model alone.</summary>
    private static Finding Prompts(IServiceProvider services, AssistantOptions options)
    {
        var what = Words.Of("提示词", "prompts");
        try
        {
            services.GetRequiredService<PromptLibrary>();
            return new(what, true, options.PromptsPath ?? AssistantPaths.Prompts);
        }
        catch (PromptException exception)
        {
            return new(what, !options.Chat.IsConfigured, exception.Message);
        }
    }
}
