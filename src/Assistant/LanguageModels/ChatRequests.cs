using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels;

/// <summary>The body of a chat completion request.</summary>
internal static class ChatRequests
{
    // Chinese as it is: a third of the bytes of \uXXXX. The body is never put into HTML.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="isOpenAI">The original names the length limit max_completion_tokens and refuses the old name for newer models; compatible servers know the old name alone.</param>
    public static BinaryData Body(IEnumerable<ChatMessage> messages, ChatOptions? options, string model, bool stream, bool isOpenAI)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, s_json))
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
            if (options?.Temperature is { } temperature) json.WriteNumber("temperature", Math.Round((decimal)temperature, 3));
            if (options?.TopP is { } topP) json.WriteNumber("top_p", Math.Round((decimal)topP, 3));
            if (options?.MaxOutputTokens is { } limit) json.WriteNumber(isOpenAI ? "max_completion_tokens" : "max_tokens", limit);
            if (options?.StopSequences is { Count: > 0 } stops)
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
            json.WriteEndObject();
        }
        return BinaryData.FromBytes(buffer.ToArray());
    }
}
