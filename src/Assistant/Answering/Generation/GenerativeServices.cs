using Assistant.Answering.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Answering.Generation;

/// <summary>What a chat model adds to answering; nothing of it is there where no endpoint is configured.</summary>
internal static class GenerativeServices
{
    public static IServiceCollection AddGenerativeAnswering(this IServiceCollection services, GenerationOptions options) => services
        .AddSingleton(options)
        .AddSingleton<SmallTask>()
        .AddSingleton<FollowUpSuggester>()
        .AddSingleton<IAnswerer, GenerativeAnswerer>()
        .AddSingleton<GenerativeWarmUp>()
        .AddSingleton<IQuestionRewriter, ModelQuestionRewriter>()
        .AddSingleton<QuestionTranslator>();
}
