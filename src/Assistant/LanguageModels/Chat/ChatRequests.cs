using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Chat;

/// <summary>The body of a chat completion request.</summary>
internal static class ChatRequests
{
    // Chinese as it is: a third of the bytes of \uXXXX. The body is never put into HTML.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What <see cref="ModelEndpointOptions.ExtraBody"/> may not set: without these a reply could not be read.</summary>
    public static IReadOnlyCollection<string> Reserved { get; } = ["model", "messages", "stream", "stream_options", "n"];

    /// <returns>Empty for null.</returns>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException">Not an object, or one with a reserved name.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Extra(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new FormatException("not an object");
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in document.RootElement.EnumerateObject()) fields[field.Name] = field.Value.Clone();
        return Reserved.FirstOrDefault(fields.ContainsKey) is { } reserved ? throw new FormatException(reserved) : fields;
    }

    /// <param name="isOpenAI">The original names the length limit max_completion_tokens and refuses the old name for newer models; compatible servers know the old name alone.</param>
    /// <param name="extra">Fields of <see cref="ModelEndpointOptions.ExtraBody"/>.</param>
    public static BinaryData Body(IEnumerable<ChatMessage> messages, ChatOptions? options, string model, bool stream, bool isOpenAI, IReadOnlyDictionary<string, JsonElement> extra)
    {
        var limitName = isOpenAI ? "max_completion_tokens" : "max_tokens";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("model", options?.ModelId ?? model);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (options?.Temperature is { } temperature && !extra.ContainsKey("temperature")) json.WriteNumber("temperature", Math.Round((decimal)temperature, 3));
            if (options?.TopP is { } topP && !extra.ContainsKey("top_p")) json.WriteNumber("top_p", Math.Round((decimal)topP, 3));
            if (options?.MaxOutputTokens is { } limit && !extra.ContainsKey(limitName)) json.WriteNumber(limitName, limit);
            if (options?.StopSequences is { Count: > 0 } stops && !extra.ContainsKey("stop"))
            {
                json.WriteStartArray("stop");
                foreach (var stop in stops) json.WriteStringValue(stop);
                json.WriteEndArray();
            }
            json.WriteBoolean("stream", stream);
            if (stream)
            {
                json.WriteStartObject("stream_options");
                json.WriteBoolean("include_usage", true);
                json.WriteEndObject();
            }
            foreach (var (name, value) in extra)
            {
                json.WritePropertyName(name);
                value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return BinaryData.FromBytes(buffer.ToArray());
    }
}
