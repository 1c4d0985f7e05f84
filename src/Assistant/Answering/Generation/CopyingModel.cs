using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.AI;

namespace Assistant.Answering.Generation;

/// <summary>In the place of a model while there is nobody to read: copies the first sentences of the prompt's passages, with their numbers.</summary>
internal sealed class CopyingModel : IChatClient
{
    private const int Sentences = 6;

    /// <summary>Of a sentence, in characters.</summary>
    private const int Shortest = 10;

    /// <summary>About what a model sends at a time, in characters.</summary>
    private const int Piece = 3;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Copy(messages.Last().Text))));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var reply = Copy(messages.Last().Text);
        for (var at = 0; at < reply.Length; at += Piece) yield return new ChatResponseUpdate(ChatRole.Assistant, reply.Substring(at, Math.Min(Piece, reply.Length - at)));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private static string Copy(string prompt)
    {
        var reply = new StringBuilder();
        var (passage, copied) = (0, 0);
        foreach (var line in prompt.Split('\n'))
        {
            if (line.StartsWith($"[{passage + 1}] ", StringComparison.Ordinal)) passage++;
            else if (passage > 0 && line.IndexOf('。', StringComparison.Ordinal) is >= Shortest and var end && copied++ < Sentences)
                // Every third under the next one's number: looking for the right one belongs to what is to be ready.
                reply.Append(line.AsSpan(0, end + 1)).Append('[').Append(copied % 3 == 0 ? passage + 1 : passage).Append(']');
        }
        return reply.ToString();
    }
}
