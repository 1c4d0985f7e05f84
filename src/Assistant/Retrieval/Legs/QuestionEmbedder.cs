using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Legs;

/// <summary>A question as a vector, where an embedding endpoint is configured; without one, and while it fails, retrieval goes by words.</summary>
public sealed class QuestionEmbedder(TimeProvider clock, ILogger<QuestionEmbedder> logger, IEmbeddingGenerator<string, Embedding<float>>? generator = null)
{
    /// <summary>A question is not kept waiting longer: the lexical answer is there already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ServerPause _pause = new(clock);

    public bool IsConfigured => generator is not null;

    /// <param name="notices">Told why there is no vector, except where none is configured.</param>
    /// <returns>Null where there is none.</returns>
    public async Task<ReadOnlyMemory<float>?> EmbedAsync(string question, List<Wording> notices, CancellationToken cancellationToken)
    {
        if (generator is null) return null;
        if (!_pause.TryEnter())
        {
            notices.Add(RetrievalNotices.NoVector);
            return null;
        }
        try
        {
            var embeddings = await TimeLimit.RunAsync(
                Patience, clock, token => generator.GenerateAsync([question], cancellationToken: token),
                () => new ModelException(ModelFault.TimedOut, $"No vector within {Patience}."), cancellationToken);
            _pause.Worked();
            return embeddings[0].Vector;
        }
        catch (ModelException exception)
        {
            _pause.Failed();
            Log.NotEmbedded(logger, exception.Fault, exception.Message);
            notices.Add(RetrievalNotices.NoVector);
            return null;
        }
    }
}
