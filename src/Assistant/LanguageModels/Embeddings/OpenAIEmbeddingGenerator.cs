using System.ClientModel;
using System.Text.Json;
using Assistant.LanguageModels.Faults;
using Microsoft.Extensions.AI;

namespace Assistant.LanguageModels.Embeddings;

/// <summary>Embeddings of an OpenAI-compatible server, one request a call. Throws <see cref="ModelException"/> and nothing else but cancellation.</summary>
internal sealed class OpenAIEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly OpenAI.Embeddings.EmbeddingClient _client;
    private readonly EmbeddingGeneratorMetadata _metadata;

    public OpenAIEmbeddingGenerator(ModelEndpointOptions endpoint)
    {
        var options = OpenAIRequests.Options(endpoint);
        var model = string.IsNullOrWhiteSpace(endpoint.Model) ? "default" : endpoint.Model.Trim();
        _client = new OpenAI.Embeddings.EmbeddingClient(model, OpenAIRequests.Credential(endpoint), options);
        _metadata = new EmbeddingGeneratorMetadata("openai-compatible", options.Endpoint, model);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        new(await RequestAsync([.. values], options, cancellationToken));

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata
        : serviceType?.IsInstanceOfType(this) is true ? this : null;

    public void Dispose() { }

    private async Task<Embedding<float>[]> RequestAsync(string[] batch, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var body = BinaryData.FromObjectAsJson(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["model"] = options?.ModelId ?? _metadata.DefaultModelId!,
            ["input"] = batch,
            ["encoding_format"] = "float",
        });
        using var response = await OpenAIRequests.SendAsync(async request =>
        {
            using var content = BinaryContent.Create(body);
            return await _client.GenerateEmbeddingsAsync(content, request);
        }, cancellationToken);
        try
        {
            await using var stream = OpenAIRequests.Body(response);
            using var reply = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            return Read(reply.RootElement, batch.Length);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw ModelFaults.From(exception);
        }
    }

    private static Embedding<float>[] Read(JsonElement root, int expected)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Array || data.GetArrayLength() != expected)
            throw new ModelException(ModelFault.Malformed, $"The reply does not hold {expected} embeddings.");
        var embeddings = new Embedding<float>[expected];
        var position = 0;
        foreach (var item in data.EnumerateArray())
        {
            // The order of the data need not be that of the input.
            var index = item.TryGetProperty("index", out var given) && given.TryGetInt32(out var value) ? value : position;
            if (index < 0 || index >= expected || embeddings[index] is not null || !item.TryGetProperty("embedding", out var vector) || vector.ValueKind != JsonValueKind.Array)
                throw new ModelException(ModelFault.Malformed, "An embedding is missing.");
            var numbers = new float[vector.GetArrayLength()];
            var i = 0;
            foreach (var number in vector.EnumerateArray()) numbers[i++] = number.GetSingle();
            embeddings[index] = new Embedding<float>(numbers);
            position++;
        }
        return embeddings;
    }
}
