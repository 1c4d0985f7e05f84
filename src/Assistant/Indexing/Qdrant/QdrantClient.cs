using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace Assistant.Indexing.Qdrant;

/// <summary>One request to Qdrant's REST interface: the key, the time limit, tries again with back-off, and an error as a sentence. Safe for concurrent use.</summary>
internal sealed class QdrantClient
{
    private readonly HttpClient http;
    private readonly QdrantOptions options;
    private readonly ResiliencePipeline retries;

    public QdrantClient(HttpClient http, QdrantOptions options, TimeProvider clock)
    {
        this.http = http;
        this.options = options;
        var builder = new ResiliencePipelineBuilder { TimeProvider = clock };
        if (options.MaxRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = TimeSpan.FromSeconds(15),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder().Handle<QdrantException>(exception => exception.IsTransient),
            });
        }
        retries = builder.Build();
    }

    /// <summary>Why the last request failed, in words for a reader; null when it succeeded.</summary>
    public string? Fault { get; private set; }

    /// <summary>Tried again where that may help: every request of the indexer may be repeated, because its points have fixed ids.</summary>
    public Task<TReply> SendAsync<TBody, TReply>(HttpMethod method, string path, TBody body, CancellationToken cancellationToken) =>
        SendPatientlyAsync<TReply>(method, path, JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>()), cancellationToken);

    /// <inheritdoc cref="SendAsync{TBody,TReply}"/>
    public Task<TReply> GetAsync<TReply>(string path, CancellationToken cancellationToken) => SendPatientlyAsync<TReply>(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonElement> DeleteAsync(string path, CancellationToken cancellationToken) => SendPatientlyAsync<JsonElement>(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>Tried once and within the time that a question waits.</summary>
    public Task<TReply> AskAsync<TBody, TReply>(string path, TBody body, CancellationToken cancellationToken) =>
        SendOnceAsync<TReply>(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>()), options.SearchTimeout, cancellationToken);

    /// <inheritdoc cref="AskAsync{TBody,TReply}"/>
    public Task<TReply> AskAsync<TReply>(string path, CancellationToken cancellationToken) => SendOnceAsync<TReply>(HttpMethod.Get, path, null, options.SearchTimeout, cancellationToken);

    /// <summary>Of the server: the only answer that is not wrapped.</summary>
    public async Task<QdrantVersion> VersionAsync(CancellationToken cancellationToken) =>
        await retries.ExecuteAsync(
            async token => await ReadAsync<QdrantVersion>(HttpMethod.Get, "", null, options.WriteTimeout, token), cancellationToken);

    private async Task<TReply> SendPatientlyAsync<TReply>(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken) =>
        await retries.ExecuteAsync(async token => await SendOnceAsync<TReply>(method, path, body, options.WriteTimeout, token), cancellationToken);

    private async Task<TReply> SendOnceAsync<TReply>(HttpMethod method, string path, byte[]? body, TimeSpan limit, CancellationToken cancellationToken)
    {
        var reply = await ReadAsync<QdrantReply<TReply>>(method, path, body, limit, cancellationToken);
        return reply.Result ?? throw Failed(Nonsense(), null, isTransient: false);
    }

    private async Task<T> ReadAsync<T>(HttpMethod method, string path, byte[]? body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(options.Url.TrimEnd('/') + "/"), path));
        if (!string.IsNullOrEmpty(options.ApiKey)) request.Headers.Add("api-key", options.ApiKey);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limit);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(time.Token);
            if (!response.IsSuccessStatusCode) throw Refused(response.StatusCode, bytes);
            var reply = JsonSerializer.Deserialize(bytes, TypeOf<T>()) ?? throw Failed(Nonsense(), null, isTransient: false);
            Fault = null;
            return reply;
        }
        catch (HttpRequestException exception)
        {
            throw Failed($"Qdrant（{options.Url}）连接不上。", null, isTransient: true, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"Qdrant（{options.Url}）在 {limit.TotalSeconds:0.#} 秒内没有回答。", null, isTransient: true, exception);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw Failed(Nonsense(), null, isTransient: exception is IOException, exception);
        }
    }

    private QdrantException Refused(HttpStatusCode status, byte[] body)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            return Failed("Qdrant 拒绝了密钥，请检查 Assistant__Qdrant__ApiKey。", status, isTransient: false);
        var said = ErrorIn(body);
        // A full disk is 500 or 507 and may be mended while we wait; so may a node that is starting.
        var transient = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        return Failed($"Qdrant 报错（{(int)status}）：{said}", status, transient);
    }

    private QdrantException Failed(string message, HttpStatusCode? status, bool isTransient, Exception? inner = null)
    {
        // That something is not there is an answer.
        if (status is not HttpStatusCode.NotFound) Fault = message;
        return new QdrantException(message, status, isTransient, inner);
    }

    private string Nonsense() => $"{options.Url} 的回答不像是 Qdrant 的，请检查 Assistant__Qdrant__Url。";

    private static string ErrorIn(byte[] body)
    {
        const int longest = 300;
        try
        {
            var status = JsonSerializer.Deserialize(body, QdrantJson.Default.QdrantReplyJsonElement)?.Status;
            if (status is { ValueKind: JsonValueKind.Object } said && said.TryGetProperty("error", out var error) && error.GetString() is { } text) return text.Length > longest ? text[..longest] : text;
        }
        catch (JsonException)
        {
            // Something in between answered, a proxy perhaps: the status says what there is to say.
        }
        return "没有说明原因";
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)QdrantJson.Default.GetTypeInfo(typeof(T))!;
}
