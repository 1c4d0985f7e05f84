using Assistant.LanguageModels.Embeddings;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels;

/// <summary>Asks each configured model server one small thing, so that an operator hears now what readers would hear later.</summary>
public sealed class ModelCheck(
    TimeProvider clock, IChatClient? chat = null, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null, RerankClient? reranker = null)
{
    /// <summary>For each server, tries again included. A local one may have to load its model first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What rewriting a question may take: a model that spends it on thinking is of no use for that.</summary>
    private const int ShortReply = 200;

    /// <returns>Null where none is configured.</returns>
    public Task<ModelCheckResult?> ChatAsync(CancellationToken cancellationToken) => chat is null ? NotConfigured : TimedAsync(async token =>
    {
        var response = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.User, "只回答一个字：好")], new ChatOptions { Temperature = 0, MaxOutputTokens = ShortReply }, token);
        if (string.IsNullOrWhiteSpace(response.Text))
            throw new ModelException(response.FinishReason == ChatFinishReason.Length ? ModelFault.OnlyThoughts : ModelFault.Empty, "The reply has no text.");
        return null;
    }, cancellationToken);

    /// <inheritdoc cref="ChatAsync"/>
    public Task<ModelCheckResult?> EmbeddingsAsync(CancellationToken cancellationToken) => embeddings is null ? NotConfigured : TimedAsync(async token =>
    {
        // Past the cache, which would answer in the server's place.
        var server = embeddings.GetService<GuardedEmbeddingGenerator>() ?? embeddings;
        return (await server.GenerateAsync(["第一条"], cancellationToken: token))[0].Vector.Length;
    }, cancellationToken);

    /// <inheritdoc cref="ChatAsync"/>
    public Task<ModelCheckResult?> RerankAsync(CancellationToken cancellationToken) => reranker is null ? NotConfigured : TimedAsync(async token =>
    {
        await reranker.ScoreAsync("图书逾期", ["逾期归还图书的，每日收取费用。", "公园每日六时开放。"], token);
        return null;
    }, cancellationToken);

    private static Task<ModelCheckResult?> NotConfigured => Task.FromResult<ModelCheckResult?>(null);

    private async Task<ModelCheckResult?> TimedAsync(Func<CancellationToken, Task<int?>> ask, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        try
        {
            var length = await TimeLimit.RunAsync(
                Patience, clock, ask, () => new ModelException(ModelFault.TimedOut, $"No reply within {Patience}."), cancellationToken);
            return new ModelCheckResult(clock.GetElapsedTime(started), length, null);
        }
        catch (ModelException exception)
        {
            return new ModelCheckResult(clock.GetElapsedTime(started), null, exception);
        }
    }
}

/// <param name="VectorLength">Of an embedding server that works; null otherwise.</param>
/// <param name="Fault">Null where it works.</param>
public sealed record ModelCheckResult(TimeSpan Elapsed, int? VectorLength, ModelException? Fault);
