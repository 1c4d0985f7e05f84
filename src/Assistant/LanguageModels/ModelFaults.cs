using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace Assistant.LanguageModels;

/// <summary>What an exception of the transport means for the reader.</summary>
internal static class ModelFaults
{
    public static ModelException From(Exception exception) => exception switch
    {
        ModelException known => known,
        ClientResultException result when result.Status != 0 => FromStatus(result),
        JsonException => new ModelException(ModelFault.Malformed, "The reply is not the JSON expected.", null, exception),
        _ when Find<SocketException>(exception) is { SocketErrorCode: not SocketError.ConnectionReset } =>
            new ModelException(ModelFault.Unreachable, "No connection.", null, exception),
        _ when Find<HttpRequestException>(exception) is { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError } =>
            new ModelException(ModelFault.Unreachable, "No connection.", null, exception),
        _ when Find<IOException>(exception) is not null || Find<SocketException>(exception) is not null || Find<HttpRequestException>(exception) is not null => new ModelException(ModelFault.CutOff, "The connection broke.", null, exception),
        _ => new ModelException(ModelFault.ServerError, $"The call failed ({exception.GetType().Name}).", null, exception),
    };

    private static ModelException FromStatus(ClientResultException exception)
    {
        var status = exception.Status;
        var retryAfter = RetryAfter(exception.GetRawResponse());
        var fault = status switch
        {
            401 or 403 => ModelFault.WrongKey,
            404 => ModelFault.UnknownModel,
            408 or 429 => ModelFault.TooManyRequests,
            >= 500 => ModelFault.ServerError,
            _ => ModelFault.Rejected,
        };
        // The server's own words stay out of the message: some echo the request, and the message is logged.
        return new ModelException(fault, $"HTTP {status}.", retryAfter, inner: null);
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
