using Assistant.LanguageModels.Chat;
using Assistant.LanguageModels.Embeddings;
using Assistant.LanguageModels.Faults;
using Assistant.LanguageModels.Prompts;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.LanguageModels;

/// <summary>The clients of the configured model servers; where no endpoint is configured there is no such service.</summary>
public static class LanguageModelServices
{
    private static readonly HttpClient RerankHttp = ServerHttp.Create(connectTimeout: TimeSpan.FromSeconds(2));

    public static IServiceCollection AddPrompts(this IServiceCollection services, string folder) => services.AddSingleton(_ => PromptLibrary.Load(folder));

    public static IServiceCollection AddChat(this IServiceCollection services, ModelEndpointOptions endpoint) =>
        endpoint.IsConfigured ? services.AddSingleton<IChatClient>(provider => CreateChat(endpoint, provider)) : services;

    /// <param name="cachePath">The folder of what was embedded before.</param>
    public static IServiceCollection AddEmbeddings(this IServiceCollection services, ModelEndpointOptions endpoint, string cachePath) =>
        endpoint.IsConfigured ? services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => CreateEmbeddings(endpoint, cachePath, provider)) : services;

    public static IServiceCollection AddReranking(this IServiceCollection services, ModelEndpointOptions endpoint) =>
        endpoint.IsConfigured ? services.AddSingleton(provider => new RerankClient(endpoint, RerankHttp, Clock(provider))) : services;

    private static LoggingChatClient CreateChat(ModelEndpointOptions endpoint, IServiceProvider provider)
    {
        // From the inside out: one try; again where it helps; all tries within the limits; thoughts taken out; one line in the log for all of it.
        var retrying = new RetryingChatClient(new OpenAIChatClient(endpoint), ModelRetries.Create(endpoint, Clock(provider)));
        var limited = new TimeLimitedChatClient(retrying, endpoint.Timeout, endpoint.FirstTokenTimeout, Clock(provider));
        return new LoggingChatClient(new ThoughtlessChatClient(limited), Logger(provider), NameOf(endpoint), Clock(provider));
    }

    private static CachingEmbeddingGenerator CreateEmbeddings(ModelEndpointOptions endpoint, string cachePath, IServiceProvider provider)
    {
        var guarded = new GuardedEmbeddingGenerator(
            new OpenAIEmbeddingGenerator(endpoint), ModelRetries.Create(endpoint, Clock(provider)), endpoint.Timeout, Logger(provider), NameOf(endpoint), Clock(provider));
        return new CachingEmbeddingGenerator(guarded, new EmbeddingCache(cachePath, Clock(provider)), NameOf(endpoint), endpoint.BatchSize, Logger(provider), Clock(provider));
    }

    private static string NameOf(ModelEndpointOptions endpoint) => endpoint.Model ?? "default";

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static ILogger Logger(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger("Assistant.LanguageModels");
}
