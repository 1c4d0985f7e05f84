using Assistant.Indexing.Qdrant;
using Assistant.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Indexing.Vectors;

/// <summary>Which vector index is used: <see cref="VectorIndexOptions.Kind"/> says.</summary>
public static class VectorIndexServices
{
    private static readonly HttpClient Http = ServerHttp.Create(connectTimeout: TimeSpan.FromSeconds(2));

    public static IServiceCollection AddVectorIndex(this IServiceCollection services, VectorIndexOptions options) =>
        services.AddSingleton(options).AddSingleton(provider => Create(options, provider)).AddSingleton<VectorIndexBuilder>();

    private static IVectorIndex Create(VectorIndexOptions options, IServiceProvider provider) => options.Kind.ToUpperInvariant() switch
    {
        "SQLITE" => new SqliteVectorIndex(options.DataPath),
        "QDRANT" => new QdrantVectorIndex(Http, Checked(options.Qdrant), VectorIndexBuilder.FingerprintOf(options), provider.GetRequiredService<TimeProvider>()),
        _ => throw new OptionsValidationException(
            nameof(VectorIndexOptions.Kind), typeof(VectorIndexOptions),
            [new Wording($"Assistant__Index__Kind 只能是 sqlite 或 qdrant，现在是 {options.Kind}。", $"Assistant__Index__Kind is sqlite or qdrant, not {options.Kind}.").InBoth]),
    };

    private static QdrantOptions Checked(QdrantOptions options)
    {
        List<Wording> wrong = [];
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            wrong.Add(new($"Assistant__Qdrant__Url 不是网址：{options.Url}。", $"Assistant__Qdrant__Url is no address: {options.Url}."));
        if (options.Collection.Length == 0 || options.Collection.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')))
            wrong.Add(new($"Assistant__Qdrant__Collection 只能用字母、数字、_ 和 -：{options.Collection}。", $"Assistant__Qdrant__Collection takes letters, digits, _ and - only: {options.Collection}."));
        if (options.BatchSize < 1) wrong.Add(new($"Assistant__Qdrant__BatchSize 至少为 1：{options.BatchSize}。", $"Assistant__Qdrant__BatchSize is at least 1: {options.BatchSize}."));
        return wrong.Count == 0 ? options : throw new OptionsValidationException(nameof(QdrantOptions), typeof(QdrantOptions), wrong.Select(wording => wording.InBoth));
    }
}
