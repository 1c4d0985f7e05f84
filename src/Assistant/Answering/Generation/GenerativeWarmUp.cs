using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.LanguageModels.Prompts;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Answering.Generation;

/// <summary>Writes and checks answers as <see cref="GenerativeAnswerer"/> does, without the model: what it would say is copied from the passages.</summary>
public sealed class GenerativeWarmUp
{
    private readonly GenerativeAnswerer _answerer;

    public GenerativeWarmUp(PromptLibrary prompts, CorpusStore store, QuoteLocator locator, GenerationOptions options, TimeProvider time)
    {
        var model = new CopyingModel();
        _answerer = new(model, prompts, store, locator, new(new SmallTask(model, options, time), prompts), options, NullLogger<GenerativeAnswerer>.Instance);
    }

    /// <returns>False where the passages hold no sentence to copy.</returns>
    internal async Task<bool> AnswerAsync(AnswerContext context, CancellationToken cancellationToken)
    {
        try
        {
            await StandbyAnswer.ReadAsync(_answerer.AnswerAsync(context, cancellationToken));
            return true;
        }
        catch (AnswererFailedException)
        {
            return false;
        }
    }
}
