using Assistant.LanguageModels;
using Microsoft.Extensions.AI;

namespace Assistant.Answering.Generation;

/// <summary>A short request on the way to an answer, with a short time limit of its own.</summary>
internal static class SmallTask
{
    /// <exception cref="ModelException">The model server failed or took too long.</exception>
    public static async Task<string> AskAsync(IChatClient chat, IReadOnlyList<ChatMessage> messages, ChatOptions chatOptions, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timer.CancelAfter(limit);
        try
        {
            var response = await chat.GetResponseAsync(messages, chatOptions, timer.Token);
            var thoughts = response.Text.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
            return thoughts < 0 ? response.Text : response.Text[(thoughts + "</think>".Length)..];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFault.TimedOut, $"No reply within {limit}.");
        }
    }

    /// <summary>The one line asked for; null where the reply is something else.</summary>
    public static string? Line(string reply, int longest)
    {
        var line = reply.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim('“', '”', '"', ' ');
        return line is null || line.Length < 2 || line.Length > longest || CitationParser.Parse(line).Numbers.Count > 0 ? null : line;
    }
}
