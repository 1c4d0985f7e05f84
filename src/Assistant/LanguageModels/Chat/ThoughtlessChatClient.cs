using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Chat;

/// <summary>Some local models write their thoughts into the reply, <c>&lt;think&gt;…&lt;/think&gt;</c> at its head: whoever asks gets the reply without them.</summary>
internal sealed class ThoughtlessChatClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        var text = response.Text;
        // Where the server's template holds the opening tag, the reply has the closing one alone.
        var end = text.LastIndexOf(ThoughtSkipper.Close, StringComparison.OrdinalIgnoreCase);
        if (end >= 0) text = text[(end + ThoughtSkipper.Close.Length)..];
        else if (text.TrimStart().StartsWith(ThoughtSkipper.Open, StringComparison.OrdinalIgnoreCase)) text = "";
        else return response;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text)) { ModelId = response.ModelId, FinishReason = response.FinishReason, Usage = response.Usage };
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var skipper = new ThoughtSkipper();
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken).WithCancellation(cancellationToken))
        {
            if (update.Text is { Length: > 0 } text)
            {
                var said = skipper.Add(text);
                update.Contents = [.. update.Contents.Where(content => content is not TextContent), new TextContent(said)];
            }
            yield return update;
        }
        if (skipper.Rest() is { Length: > 0 } rest) yield return new ChatResponseUpdate(ChatRole.Assistant, rest);
    }
}
