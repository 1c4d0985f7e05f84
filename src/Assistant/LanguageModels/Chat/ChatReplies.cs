using System.Text.Json;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Chat;

/// <summary>Reads chat completions as servers really write them: missing fields, nulls, errors inside a 200.</summary>
internal static class ChatReplies
{
    /// <exception cref="ModelException">An error object, no choice, or a reply that the server gave up.</exception>
    public static ChatResponse Whole(JsonElement root)
    {
        ThrowOnError(root);
        if (!TryGetChoice(root, out var choice) || !choice.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
            throw new ModelException(ModelFault.Malformed, "The reply has no message.");
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Text(message, "content")))
        {
            ModelId = Text(root, "model"),
            FinishReason = Finish(choice),
            Usage = Usage(root),
        };
    }

    /// <exception cref="ModelException">An error object, or a reply that the server gave up.</exception>
    public static ChatResponseUpdate Update(JsonElement root)
    {
        ThrowOnError(root);
        var update = new ChatResponseUpdate { Role = ChatRole.Assistant, ModelId = Text(root, "model") };
        if (Usage(root) is { } usage) update.Contents.Add(new UsageContent(usage));
        if (!TryGetChoice(root, out var choice)) return update;
        update.FinishReason = Finish(choice);
        if (choice.TryGetProperty("delta", out var delta) && delta.ValueKind == JsonValueKind.Object)
        {
            if (Text(delta, "reasoning_content") is { Length: > 0 } thought) update.Contents.Add(new TextReasoningContent(thought));
            if (Text(delta, "content") is { Length: > 0 } text) update.Contents.Add(new TextContent(text));
        }
        return update;
    }

    private static void ThrowOnError(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new ModelException(ModelFault.Malformed, "The reply is not an object.");
        if (root.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
            throw new ModelException(ModelFault.ServerError, "The reply is an error object.");
    }

    private static bool TryGetChoice(JsonElement root, out JsonElement choice)
    {
        choice = default;
        if (!root.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0) return false;
        choice = choices[0];
        return choice.ValueKind == JsonValueKind.Object;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ChatFinishReason? Finish(JsonElement choice) => Text(choice, "finish_reason") switch
    {
        null or "" => null,
        "content_filter" => throw new ModelException(ModelFault.Filtered, "The reply was filtered."),
        // DeepSeek's word for a server that gave up in the middle.
        "insufficient_system_resource" => throw new ModelException(ModelFault.ServerError, "The server ran out of resources."),
        var reason => new ChatFinishReason(reason),
    };

    private static UsageDetails? Usage(JsonElement root)
    {
        if (!root.TryGetProperty("usage", out var usage) || usage.ValueKind != JsonValueKind.Object) return null;
        return new UsageDetails { InputTokenCount = Count(usage, "prompt_tokens"), OutputTokenCount = Count(usage, "completion_tokens"), TotalTokenCount = Count(usage, "total_tokens") };

        static long? Count(JsonElement usage, string name) =>
            usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
    }
}
