using Microsoft.Extensions.AI;

namespace Assistant.Tests.LanguageModels;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task Each_text_is_asked_for_once_in_batches_and_keeps_its_place()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(null, "", ("Embeddings:Endpoint", model.Endpoint), ("Embeddings:Model", "embed"), ("Embeddings:BatchSize", "3"));
        var generator = application.Get<IEmbeddingGenerator<string, Embedding<float>>>();
        string[] texts = ["一", "二二", "三三三", "四四四四", "二二"];

        var first = await generator.GenerateAsync(texts);
        var second = await generator.GenerateAsync(texts);

        Assert.Equal([1f, 2f, 3f, 4f, 2f], first.Select(embedding => embedding.Vector.Span[0]));
        Assert.Equal(first.Select(embedding => embedding.Vector.ToArray()), second.Select(embedding => embedding.Vector.ToArray()));
        Assert.Equal([3, 1], model.Requests.Select(request => request.RootElement.GetProperty("input").GetArrayLength()));
    }

    [Fact]
    public async Task There_is_none_without_an_endpoint()
    {
        await using var application = new ModelApplication(null, "");

        Assert.Null(application.Find<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Null(application.Find<IChatClient>());
    }
}
