using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Answering;

/// <summary>What a chat model adds to answering. Each service is null where no endpoint is configured, as the chat client itself is.</summary>
internal static class GenerativeServices
{
    public static IServiceCollection AddGenerativeAnswering(this IServiceCollection services)
    {
        AddWithModel<FollowUpSuggester, FollowUpSuggester>(services);
        AddWithModel<IAnswerer, GenerativeAnswerer>(services);
        AddWithModel<IQuestionRewriter, ModelQuestionRewriter>(services);
        AddWithModel<QuestionTranslator, QuestionTranslator>(services);
        return services;
    }

    private static void AddWithModel<TService, TImplementation>(IServiceCollection services) where TService : class where TImplementation : class, TService =>
        services.AddSingleton<TService>(provider => provider.GetService<IChatClient>() is null ? null! : ActivatorUtilities.CreateInstance<TImplementation>(provider));
}
