using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.LanguageModels.Faults;

namespace Assistant.LanguageModels;

/// <summary>
/// The <c>/rerank</c> route that the common servers share (Jina, Cohere, vLLM, Infinity: <c>documents</c> in, <c>results[].relevance_score</c> out;
/// text-embeddings-inference: <c>texts</c> in, a bare list with <c>score</c> out). Which of the two a server speaks is found out and remembered.
/// </summary>
public sealed class RerankClient(ModelEndpointOptions endpoint, HttpClient http, TimeProvider clock)
{
    /// <summary>A search waits no longer, whatever a whole model call may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private volatile bool _speaksTexts;

    /// <returns>For each text how well it answers the question; higher is better, comparable within this call only.</returns>
    /// <exception cref="ModelException">The server did not give a score for every text.</exception>
    public async Task<double[]> ScoreAsync(string question, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var limit = endpoint.Timeout < Patience ? endpoint.Timeout : Patience;
        try
        {
            return await TimeLimit.RunAsync(
                limit, clock, token => RequestAsync(question, texts, token), () => new ModelException(ModelFault.TimedOut, $"No scores within {limit}."), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.From(exception);
        }
    }

    private async Task<double[]> RequestAsync(string question, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(question, texts, cancellationToken);
        if (!response.IsSuccessStatusCode) throw ModelFaults.OfStatus((int)response.StatusCode);
        await using var body = OpenAIRequests.Limited(await response.Content.ReadAsStreamAsync(cancellationToken));
        using var reply = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return Read(reply.RootElement, texts.Count);
    }

    private async Task<HttpResponseMessage> SendAsync(string question, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        if (!_speaksTexts)
        {
            var response = await PostAsync(new { model = endpoint.Model ?? "default", query = question, documents = texts, top_n = texts.Count }, cancellationToken);
            if ((int)response.StatusCode is not (400 or 422)) return response;
            response.Dispose();
        }
        var other = await PostAsync(new { query = question, texts, truncate = true }, cancellationToken);
        _speaksTexts = other.IsSuccessStatusCode;
        return other;
    }

    private async Task<HttpResponseMessage> PostAsync(object body, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(endpoint.Endpoint!.Trim().TrimEnd('/') + "/rerank", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ModelException(ModelFault.Unreachable, "The endpoint is not an http address.");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        if (!string.IsNullOrWhiteSpace(endpoint.ApiKey)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", endpoint.ApiKey.Trim());
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static double[] Read(JsonElement root, int count)
    {
        var results = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("results", out var inner) ? inner : root;
        if (results.ValueKind != JsonValueKind.Array) throw new ModelException(ModelFault.Malformed, "The reply holds no results.");
        var scores = Enumerable.Repeat(double.NaN, count).ToArray();
        foreach (var result in results.EnumerateArray())
        {
            if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("index", out var at) || !at.TryGetInt32(out var index) || index < 0 || index >= count) continue;
            if (!result.TryGetProperty("relevance_score", out var score) && !result.TryGetProperty("score", out score)) continue;
            if (score.ValueKind == JsonValueKind.Number) scores[index] = score.GetDouble();
        }
        if (scores.Any(double.IsNaN)) throw new ModelException(ModelFault.Malformed, "A text has no score.");
        return scores;
    }
}
