using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Assistant.LanguageModels.Faults;

/// <summary>What an exception of the transport means for the reader.</summary>
internal static class ModelFaults
{
    public static ModelException From(Exception exception) => exception switch
    {
        ModelException known => known,
        ClientResultException result when result.Status != 0 => FromResponse(result),
        JsonException => new ModelException(ModelFault.Malformed, "The reply is not the JSON expected.", null, exception),
        // Neither the caller nor a time limit of ours: no connection within the transport's own patience. The next try would wait as long.
        OperationCanceledException => new ModelException(ModelFault.Unreachable, "No connection in time.", null, exception) { IsTransient = false },
        _ when Find<SocketException>(exception) is { SocketErrorCode: not SocketError.ConnectionReset } =>
            new ModelException(ModelFault.Unreachable, "No connection.", null, exception),
        _ when Find<HttpRequestException>(exception) is { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new ModelException(ModelFault.Unreachable, "No connection.", null, exception),
        _ when Find<IOException>(exception) is not null || Find<SocketException>(exception) is not null || Find<HttpRequestException>(exception) is not null =>
            new ModelException(ModelFault.CutOff, "The connection broke.", null, exception),
        _ => new ModelException(ModelFault.ServerError, $"The call failed ({exception.GetType().Name}).", null, exception),
    };

    /// <summary>What a status other than success means. The server's own words stay out: some echo the request, and the message is logged.</summary>
    /// <param name="code">The code in the body, where it names one; null otherwise.</param>
    public static ModelException OfStatus(int status, string? code = null, TimeSpan? retryAfter = null)
    {
        var fault = (status, code) switch
        {
            // The names that DeepSeek, Alibaba Cloud and OpenAI have for it.
            (402, _) or (_, "Arrearage" or "insufficient_quota" or "insufficient_user_quota") => ModelFault.NoCredit,
            (_, "data_inspection_failed" or "DataInspectionFailed" or "content_filter") => ModelFault.Filtered,
            (>= 300 and < 400, _) => ModelFault.Redirected,
            (401 or 403, _) => ModelFault.WrongKey,
            (404, _) or (_, "model_not_found") => ModelFault.UnknownModel,
            (408 or 429, _) => ModelFault.TooManyRequests,
            ( >= 500, _) => ModelFault.ServerError,
            _ => ModelFault.Rejected,
        };
        return new ModelException(fault, $"HTTP {status}.", retryAfter);
    }

    private static ModelException FromResponse(ClientResultException exception)
    {
        var response = exception.GetRawResponse();
        return OfStatus(exception.Status, CodeIn(response), RetryAfter(response));
    }

    /// <summary>error.code of the body, or code at its top; null where there is none.</summary>
    private static string? CodeIn(PipelineResponse? response)
    {
        try
        {
            if (response is null) return null;
            using var body = JsonDocument.Parse(response.Content.ToMemory());
            var root = body.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error)) root = error;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String ? code.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not read: the status says what there is to say.
            return null;
        }
    }

    private static TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null || !response.Headers.TryGetValue("Retry-After", out var value) || value is null) return null;
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6)
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? TimeSpan.FromTicks(Math.Max(0, (moment - DateTimeOffset.UtcNow).Ticks))
            : null;
    }

    private static T? Find<T>(Exception? exception) where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found) return found;
            if (exception is AggregateException { InnerExceptions: [var first, ..] }) exception = first;
        }
        return null;
    }
}
