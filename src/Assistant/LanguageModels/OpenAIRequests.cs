using System.ClientModel;
using System.ClientModel.Primitives;
using Assistant.LanguageModels.Faults;
using OpenAI;

namespace Assistant.LanguageModels;

/// <summary>
/// Sends a request body through the OpenAI package's pipeline (address, key, transport) and hands back the unbuffered reply. The bodies are our own:
/// compatible servers differ from the original in small ways that the typed methods do not allow for.
/// </summary>
internal static class OpenAIRequests
{
    // Far more than any reply of MaxReplyLength needs, with every token wrapped in an event of its own.
    private const long MaxReplyBytes = 32 * 1024 * 1024;

    private static readonly HttpClient Http = ServerHttp.Create(connectTimeout: TimeSpan.FromSeconds(5));

    public static ApiKeyCredential Credential(ModelEndpointOptions endpoint) =>
        // A local server wants no key, the package wants a non-empty one.
        new(string.IsNullOrWhiteSpace(endpoint.ApiKey) ? "none" : endpoint.ApiKey.Trim());

    /// <exception cref="ModelException">The endpoint is not an http address.</exception>
    public static OpenAIClientOptions Options(ModelEndpointOptions endpoint)
    {
        if (!Uri.TryCreate(endpoint.Endpoint?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ModelException(ModelFault.Unreachable, "The endpoint is not an http address.");
        return new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(Http),
            // Time limits and retries are decorators of ours.
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        };
    }

    /// <summary>Sends, and turns every failure but cancellation into a <see cref="ModelException"/>. The caller disposes the response.</summary>
    public static async Task<PipelineResponse> SendAsync(
        Func<RequestOptions, Task<ClientResult>> send, CancellationToken cancellationToken)
    {
        try
        {
            var result = await send(new RequestOptions { BufferResponse = false, CancellationToken = cancellationToken });
            return result.GetRawResponse();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.From(exception);
        }
    }

    /// <summary>The reply's body, limited.</summary>
    public static Stream Body(PipelineResponse response) =>
        Limited(response.ContentStream ?? throw new ModelException(ModelFault.Empty, "The reply has no body."));

    /// <summary>A server that sends one endless line must not fill the memory.</summary>
    public static Stream Limited(Stream body) =>
        new LimitedStream(body, MaxReplyBytes, () => new ModelException(ModelFault.TooLong, $"The reply is longer than {MaxReplyBytes} bytes."));
}
