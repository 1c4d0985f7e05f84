using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Chat;

/// <summary><see cref="IChatClient"/> over the chat completions of an OpenAI-compatible server. Throws <see cref="ModelException"/> and nothing else but cancellation.</summary>
internal sealed class OpenAIChatClient : IChatClient
{
    private readonly OpenAI.Chat.ChatClient _client;
    private readonly ChatClientMetadata _metadata;
    private readonly bool _isOpenAI;
    private readonly IReadOnlyDictionary<string, JsonElement> _extra;

    public OpenAIChatClient(ModelEndpointOptions endpoint)
    {
        var options = OpenAIRequests.Options(endpoint);
        var model = string.IsNullOrWhiteSpace(endpoint.Model) ? "default" : endpoint.Model.Trim();
        _isOpenAI = options.Endpoint.Host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase);
        _extra = ChatRequests.Extra(endpoint.ExtraBody);
        _client = new OpenAI.Chat.ChatClient(model, OpenAIRequests.Credential(endpoint), options);
        _metadata = new ChatClientMetadata("openai-compatible", options.Endpoint, model);
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options, stream: false, cancellationToken);
        using var reply = await ReadAsync(response, cancellationToken);
        return ChatReplies.Whole(reply.RootElement);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(messages, options, stream: true, cancellationToken);
        if (!response.Headers.TryGetValue("Content-Type", out var type) || type is null || !type.Contains("event-stream", StringComparison.OrdinalIgnoreCase))
        {
            // A server that does not stream answers with one whole completion.
            using var reply = await ReadAsync(response, cancellationToken);
            foreach (var update in ChatReplies.Whole(reply.RootElement).ToChatResponseUpdates()) yield return update;
            yield break;
        }
        await using var body = OpenAIRequests.Body(response);
        await using var events = SseParser.Create(body).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var complete = false;
        while (await NextAsync(events))
        {
            var data = events.Current.Data;
            if (data.Length == 0) continue;
            if (data is "[DONE]")
            {
                complete = true;
                break;
            }
            var update = Parse(data);
            complete |= update.FinishReason is not null;
            yield return update;
        }
        // Without [DONE] or a finish reason the connection was closed in the middle of the answer, however cleanly.
        if (!complete) throw new ModelException(ModelFault.CutOff, "The stream ended before the answer did.");
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType?.IsInstanceOfType(this) is true ? this : null;

    public void Dispose() { }

    private Task<PipelineResponse> SendAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, bool stream, CancellationToken cancellationToken)
    {
        var body = ChatRequests.Body(messages, options, _metadata.DefaultModelId!, stream, _isOpenAI, _extra);
        return OpenAIRequests.SendAsync(async request =>
        {
            using var content = BinaryContent.Create(body);
            return await _client.CompleteChatAsync(content, request);
        }, cancellationToken);
    }

    private static async Task<JsonDocument> ReadAsync(PipelineResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = OpenAIRequests.Body(response);
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ModelFaults.From(exception);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ModelFaults.From(exception);
        }
    }

    private static ChatResponseUpdate Parse(string data)
    {
        try
        {
            using var chunk = JsonDocument.Parse(data);
            return ChatReplies.Update(chunk.RootElement);
        }
        catch (JsonException exception)
        {
            throw ModelFaults.From(exception);
        }
    }
}
