using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;

namespace Assistant.LanguageModels;

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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(total);
        try
        {
            return await retries.ExecuteAsync(async token => await base.GenerateAsync(texts, options, token), limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(new ModelException(ModelFault.TimedOut, $"No embeddings within {total}."));
        }
        catch (ModelException exception)
        {
            throw Failed(exception);
        }

        ModelException Failed(ModelException exception)
        {
            Log.EmbeddingFailed(logger, model, exception.Fault, exception.Message, Math.Round(clock.GetElapsedTime(started).TotalMilliseconds));
            return exception;
        }
    }
}
