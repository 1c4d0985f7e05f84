using Assistant.Answering.Citations;
using Assistant.LanguageModels.Faults;
using Assistant.LanguageModels.Prompts;
using Microsoft.Extensions.AI;

namespace Assistant.Answering.Generation;

/// <summary>A short request on the way to an answer, with a short time limit of its own: the answer goes on without it.</summary>
public sealed class SmallTask(IChatClient chat, GenerationOptions options, TimeProvider clock)
{
    /// <param name="values">For the prompt's variables.</param>
    /// <exception cref="ModelException">The model server failed or took too long.</exception>
    public async Task<string> AskAsync(Prompt prompt, IReadOnlyDictionary<string, object> values, CancellationToken cancellationToken)
    {
        var response = await TimeLimit.RunAsync(
            options.SmallTaskTimeout, clock, token => chat.GetResponseAsync(prompt.Render(values), prompt.Options, token),
            () => new ModelException(ModelFault.TimedOut, $"No reply within {options.SmallTaskTimeout}."), cancellationToken);
        return response.Text;
    }

    /// <summary>The one line asked for; null where the reply is something else.</summary>
    internal static string? Line(string reply, int longest)
    {
        var line = reply.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()?.Trim('“', '”', '"', ' ');
        return line is null || line.Length < 2 || line.Length > longest || CitationParser.Parse(line).Numbers.Count > 0 ? null : line;
    }
}
