using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;

namespace Assistant.LanguageModels.Chat;

/// <summary>Repeats a call that failed before its first update; what has begun to stream is never repeated.</summary>
internal sealed class RetryingChatClient(IChatClient inner, ResiliencePipeline pipeline) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await pipeline.ExecuteAsync(async token => await base.GetResponseAsync(messages, options, token), cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (updates, any) = await pipeline.ExecuteAsync(async token => await StartAsync(messages, options, token), cancellationToken);
        await using var started = updates;
        while (any)
        {
            yield return updates.Current;
            any = await updates.MoveNextAsync();
        }
    }

    private async Task<(IAsyncEnumerator<ChatResponseUpdate> Updates, bool Any)> StartAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (updates, await updates.MoveNextAsync());
        }
        catch
        {
            await updates.DisposeAsync();
            throw;
        }
    }
}
