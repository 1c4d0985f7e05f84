using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels;

/// <summary>Ends a call that takes too long as a whole, or stays silent too long, with <see cref="ModelFault.TimedOut"/>.</summary>
internal sealed class TimeLimitedChatClient(IChatClient inner, TimeSpan total, TimeSpan silence, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(total);
        try
        {
            return await base.GetResponseAsync(messages, options, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFault.TimedOut, $"No reply within {total}.");
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var updates = base.GetStreamingResponseAsync(messages, options, limit.Token).GetAsyncEnumerator(limit.Token);
        while (true)
        {
            var left = total - clock.GetElapsedTime(started);
            limit.CancelAfter(left <= TimeSpan.Zero ? TimeSpan.Zero : left < silence ? left : silence);
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new ModelException(ModelFault.TimedOut, "The stream was silent or open for too long.");
            }
            yield return updates.Current;
        }
    }
}
