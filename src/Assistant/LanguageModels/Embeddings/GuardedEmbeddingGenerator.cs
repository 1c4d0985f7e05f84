using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;

namespace Assistant.LanguageModels.Embeddings;

/// <summary>One embedding request with a time limit, retries and a line in the log.</summary>
internal sealed class GuardedEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, ResiliencePipeline retries, TimeSpan total, ILogger logger, string model, TimeProvider clock)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        var started = clock.GetTimestamp();
        try
        {
            return await TimeLimit.RunAsync(
                total, clock, async limited => await retries.ExecuteAsync(async token => await base.GenerateAsync(texts, options, token), limited),
                () => new ModelException(ModelFault.TimedOut, $"No embeddings within {total}."), cancellationToken);
        }
        catch (ModelException exception)
        {
            Log.EmbeddingFailed(logger, model, exception.Fault, exception.Message, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds));
            throw;
        }
    }
}
