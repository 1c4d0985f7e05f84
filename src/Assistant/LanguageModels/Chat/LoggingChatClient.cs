using System.Runtime.CompilerServices;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace Assistant.LanguageModels.Chat;

/// <summary>Logs how much went to the model and came back, how long it took and how it failed; never a word of either.</summary>
internal sealed class LoggingChatClient(IChatClient inner, ILogger logger, string model, TimeProvider clock) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var started = clock.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(sent, options, cancellationToken);
            Replied(sent, response.Text.Length, response.Usage, started);
            return response;
        }
        catch (ModelException exception)
        {
            Log.ChatFailed(logger, model, exception.Fault, exception.Message, Elapsed(started));
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var started = clock.GetTimestamp();
        var length = 0;
        UsageDetails? usage = null;
        await using var updates = base.GetStreamingResponseAsync(sent, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync()) break;
            }
            catch (ModelException exception)
            {
                Log.ChatFailed(logger, model, exception.Fault, exception.Message, Elapsed(started));
                throw;
            }
            var update = updates.Current;
            length += update.Text.Length;
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            yield return update;
        }
        Replied(sent, length, usage, started);
    }

    private void Replied(IReadOnlyCollection<ChatMessage> sent, int replyLength, UsageDetails? usage, long started)
    {
        if (!logger.IsEnabled(LogLevel.Information)) return;
        var sentLength = sent.Sum(message => message.Text.Length);
        var elapsedMs = Elapsed(started);
        Log.ChatReplied(logger, model, sent.Count, sentLength, replyLength, usage?.InputTokenCount, usage?.OutputTokenCount, elapsedMs);
    }

    private double Elapsed(long started) => Math.Round(clock.GetElapsedTime(started).TotalMilliseconds);
}
