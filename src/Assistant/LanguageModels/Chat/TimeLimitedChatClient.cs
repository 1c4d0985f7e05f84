using System.Runtime.CompilerServices;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Chat;

/// <summary>
/// Ends a call that takes too long as a whole, or stays silent too long, with <see cref="ModelFault.TimedOut"/>. What counts is the time the server is
/// waited for: a reader who takes the reply slowly does not cut the model off.
/// </summary>
internal sealed class TimeLimitedChatClient(IChatClient inner, TimeSpan total, TimeSpan silence, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        TimeLimit.RunAsync(total, clock, token => base.GetResponseAsync(messages, options, token), () => Late($"No reply within {total}."), cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var timer = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        await using var updates = base.GetStreamingResponseAsync(messages, options, either.Token).GetAsyncEnumerator(either.Token);
        var left = total;
        while (true)
        {
            var started = clock.GetTimestamp();
            timer.CancelAfter(left < silence ? left : silence);
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (Exception) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw Late(left < silence ? $"The stream was open for more than {total}." : $"The stream was silent for {silence}.");
            }
            timer.CancelAfter(Timeout.InfiniteTimeSpan);
            left = TimeSpan.FromTicks(Math.Max(0, (left - clock.GetElapsedTime(started)).Ticks));
            yield return updates.Current;
        }
    }

    private static ModelException Late(string message) => new(ModelFault.TimedOut, message);
}
