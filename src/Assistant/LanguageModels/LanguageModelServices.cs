using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Assistant.LanguageModels;

/// <summary>The clients of the configured model servers. A service is null (<c>GetService</c>, optional parameters) where no endpoint is configured.</summary>
public static class LanguageModelServices
{
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        services.AddSingleton(provider => PromptLibrary.Load(PromptLibrary.Locate(Options(provider).PromptsPath)));
        // Asked of the options when first needed, not while registering: a host may still add settings in between.
        services.AddSingleton<IChatClient>(provider => CreateChat(provider)!);
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => CreateEmbeddings(provider)!);
        services.AddSingleton(provider => new RerankClient(Options(provider).Rerank, s_rerankHttp));
        return services;
    }

    private static readonly HttpClient s_rerankHttp = ServerHttp.Create(connectTimeout: TimeSpan.FromSeconds(2));

    private static AssistantOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<AssistantOptions>>().Value;

    private static LoggingChatClient? CreateChat(IServiceProvider provider)
    {
        var endpoint = Options(provider).Chat;
        if (!endpoint.IsConfigured) return null;
        var clock = provider.GetRequiredService<TimeProvider>();
        // From the inside out: one try; again where it helps; all tries within the limits; one line in the log for all of it.
        var retrying = new RetryingChatClient(new OpenAIChatClient(endpoint), ModelRetries.Create(endpoint, clock));
        var limited = new TimeLimitedChatClient(retrying, endpoint.Timeout, endpoint.FirstTokenTimeout, clock);
        return new LoggingChatClient(limited, Logger(provider), endpoint.Model ?? "default", clock);
    }

    private static CachingEmbeddingGenerator? CreateEmbeddings(IServiceProvider provider)
    {
        var options = Options(provider);
        var endpoint = options.Embeddings;
        if (!endpoint.IsConfigured) return null;
        var clock = provider.GetRequiredService<TimeProvider>();
        var model = endpoint.Model ?? "default";
        var guarded = new GuardedEmbeddingGenerator(
            new OpenAIEmbeddingGenerator(endpoint), ModelRetries.Create(endpoint, clock), endpoint.Timeout, Logger(provider), model, clock);
        return new CachingEmbeddingGenerator(guarded, new EmbeddingCache(options.DataPath), model, endpoint.BatchSize, Logger(provider), clock);
    }

    private static ILogger Logger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Assistant.LanguageModels");
}
