using Polly;
using Polly.Retry;

namespace Assistant.LanguageModels.Faults;

/// <summary>When and after how long a call is repeated: transient faults alone, as long as the server asks for, else 0.5 s, 1 s, 2 s … with jitter.</summary>
internal static class ModelRetries
{
    public static ResiliencePipeline Create(ModelEndpointOptions endpoint, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (endpoint.MaxRetries <= 0) return builder.Build();
        return builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = endpoint.MaxRetries,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = endpoint.MaxRetryDelay,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = new PredicateBuilder().Handle<ModelException>(
                exception => exception.IsTransient && (exception.RetryAfter ?? TimeSpan.Zero) <= endpoint.MaxRetryDelay),
            DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
        }).Build();
    }
}
