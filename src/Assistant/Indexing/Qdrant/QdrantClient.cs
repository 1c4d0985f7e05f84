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
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly QdrantOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline _retries;
    private volatile Wording? _fault;

    public QdrantClient(HttpClient http, QdrantOptions options, TimeProvider clock)
    {
        _http = http;
        _options = options;
        _clock = clock;
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
                // A server that limits how much is written says when it will listen again.
                DelayGenerator = arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as QdrantException)?.RetryAfter),
                ShouldHandle = new PredicateBuilder().Handle<QdrantException>(exception => exception.IsTransient),
            });
        }
        _retries = builder.Build();
    }

    /// <summary>Why the last request failed; null when it succeeded.</summary>
    public Wording? Fault => _fault;

    /// <summary>Tried again where that may help: every request of the indexer may be repeated, because its points have fixed ids.</summary>
    public Task<TReply> SendAsync<TBody, TReply>(HttpMethod method, string path, TBody body, CancellationToken cancellationToken) =>
        SendPatientlyAsync<TReply>(method, path, JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>()), cancellationToken);

    /// <inheritdoc cref="SendAsync{TBody,TReply}"/>
    public Task<TReply> GetAsync<TReply>(string path, CancellationToken cancellationToken) => SendPatientlyAsync<TReply>(HttpMethod.Get, path, null, cancellationToken);

    public Task<JsonElement> DeleteAsync(string path, CancellationToken cancellationToken) => SendPatientlyAsync<JsonElement>(HttpMethod.Delete, path, null, cancellationToken);

    /// <summary>Tried once and within the time that a question waits.</summary>
    public Task<TReply> AskAsync<TBody, TReply>(string path, TBody body, CancellationToken cancellationToken) =>
        SendOnceAsync<TReply>(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, TypeOf<TBody>()), _options.SearchTimeout, cancellationToken);

    /// <inheritdoc cref="AskAsync{TBody,TReply}"/>
    public Task<TReply> AskAsync<TReply>(string path, CancellationToken cancellationToken) => SendOnceAsync<TReply>(HttpMethod.Get, path, null, _options.SearchTimeout, cancellationToken);

    /// <summary>Of the server: the only answer that is not wrapped.</summary>
    public async Task<QdrantVersion> VersionAsync(CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(
            async token => await ReadAsync<QdrantVersion>(HttpMethod.Get, "", null, _options.WriteTimeout, token), cancellationToken);

    private async Task<TReply> SendPatientlyAsync<TReply>(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken) =>
        await _retries.ExecuteAsync(async token => await SendOnceAsync<TReply>(method, path, body, _options.WriteTimeout, token), cancellationToken);

    private async Task<TReply> SendOnceAsync<TReply>(HttpMethod method, string path, byte[]? body, TimeSpan limit, CancellationToken cancellationToken)
    {
        var reply = await ReadAsync<QdrantReply<TReply>>(method, path, body, limit, cancellationToken);
        return reply.Result ?? throw Failed(Nonsense(), null, isTransient: false);
    }

    private Task<T> ReadAsync<T>(HttpMethod method, string path, byte[]? body, TimeSpan limit, CancellationToken cancellationToken) => TimeLimit.RunAsync(
        limit, _clock, token => RequestAsync<T>(method, path, body, token),
        () => Failed(
            new($"Qdrant（{_options.Url}）在 {limit.TotalSeconds:0.#} 秒内没有回答。", $"Qdrant ({_options.Url}) did not answer within {limit.TotalSeconds:0.#} seconds."),
            null, isTransient: true),
        cancellationToken);

    private async Task<T> RequestAsync<T>(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(_options.Url.TrimEnd('/') + "/"), path));
        if (!string.IsNullOrEmpty(_options.ApiKey)) request.Headers.Add("api-key", _options.ApiKey);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!response.IsSuccessStatusCode) throw Refused(response, bytes);
            var reply = JsonSerializer.Deserialize(bytes, TypeOf<T>()) ?? throw Failed(Nonsense(), null, isTransient: false);
            _fault = null;
            return reply;
        }
        // Cancelled by nobody: no connection within the transport's own patience.
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Failed(new($"Qdrant（{_options.Url}）连接不上。", $"Qdrant ({_options.Url}) cannot be reached."), null, isTransient: true, exception);
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw Failed(Nonsense(), null, isTransient: exception is IOException, exception);
        }
    }

    private QdrantException Refused(HttpResponseMessage response, byte[] body)
    {
        var status = response.StatusCode;
        if (status is HttpStatusCode.Unauthorized)
            return Failed(new("Qdrant 拒绝了密钥，请检查 Assistant__Qdrant__ApiKey。", "Qdrant refuses the key: check Assistant__Qdrant__ApiKey."), status, isTransient: false);
        var said = ErrorIn(body);
        var wording = new Wording($"Qdrant 报错（{(int)status}）：{said ?? "没有说明原因"}。", $"Qdrant reports an error ({(int)status}): {said ?? "no reason given"}.");
        // A key that may only read, or a collection that somebody locked.
        if (status is HttpStatusCode.Forbidden) wording += new Wording("请检查密钥的权限与集合是否被锁定。", "Check what the key may do, and whether the collection is locked.");
        // A full disk is 500 or 507 and may be mended while we wait; so may a node that is starting.
        var transient = (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        return Failed(wording, status, transient, retryAfter: response.Headers.RetryAfter?.Delta);
    }

    private QdrantException Failed(Wording wording, HttpStatusCode? status, bool isTransient, Exception? inner = null, TimeSpan? retryAfter = null)
    {
        // That something is not there is an answer.
        if (status is not HttpStatusCode.NotFound) _fault = wording;
        return new QdrantException(wording, status, isTransient, inner) { RetryAfter = retryAfter > LongestPause ? LongestPause : retryAfter };
    }

    private Wording Nonsense() =>
        new($"{_options.Url} 的回答不像是 Qdrant 的，请检查 Assistant__Qdrant__Url。", $"What {_options.Url} answers does not look like Qdrant: check Assistant__Qdrant__Url.");

    /// <summary>Null where the answer does not say.</summary>
    private static string? ErrorIn(byte[] body)
    {
        const int longest = 300;
        try
        {
            var status = JsonSerializer.Deserialize(body, QdrantJson.Default.QdrantReplyJsonElement)?.Status;
            if (status is { ValueKind: JsonValueKind.Object } said && said.TryGetProperty("error", out var error) && error.GetString() is { } text) return text[..Math.Min(text.Length, longest)].TrimEnd('.', ' ');
        }
        catch (JsonException)
        {
            // Something in between answered, a proxy perhaps: the status says what there is to say.
        }
        return null;
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)QdrantJson.Default.GetTypeInfo(typeof(T))!;
}
