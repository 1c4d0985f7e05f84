using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Prompts;

/// <summary>One YAML file of <c>prompts/</c> in Semantic Kernel's prompt schema, ready to be filled in.</summary>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal: which words were said, kept with every answer.</param>
/// <param name="Variables">What the template may name.</param>
/// <param name="Options">From <c>execution_settings.default</c>.</param>
public sealed record Prompt(
    string Name,
    string Hash,
    IReadOnlyList<string> Variables,
    ChatOptions Options,
    IReadOnlyList<PromptMessage> Messages)
{
    /// <summary>
    /// The messages with the variables in place, character for character: the template is cut into messages before it is filled in, so that no value
    /// can open a message of its own.
    /// </summary>
    /// <exception cref="ArgumentException">A variable the template needs is missing.</exception>
    public IReadOnlyList<ChatMessage> Render(IReadOnlyDictionary<string, object> values)
    {
        foreach (var variable in Variables)
        {
            if (!values.ContainsKey(variable)) throw new ArgumentException($"The prompt {Name} needs {variable}.", nameof(values));
        }
        return [.. Messages.Select(message => new ChatMessage(message.Role, message.Fill(values).Trim()))];
    }
}

/// <param name="Fill">The compiled template of one message.</param>
public sealed record PromptMessage(ChatRole Role, Func<IReadOnlyDictionary<string, object>, string> Fill);

/// <summary>A prompt file cannot be used. The message names the file and the line.</summary>
public sealed class PromptException(string file, long line, string reason, Exception? inner = null) : Exception($"{file}({line}): {reason}", inner);
