using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Assistant.Indexing.Qdrant;

/// <summary>
/// The life of a collection. What is written bears the fingerprint of its settings in its name, <c>assistant-0123456789ab</c>; the alias
/// <c>assistant</c> points at the one that is complete. Other settings build another collection beside it and move the alias at the end.
/// </summary>
internal sealed class QdrantCollection(QdrantClient client, QdrantOptions options, string fingerprint)
{
    public const string Dense = "dense";
    public const string Lexical = "lexical";

    private const string Aliases = "aliases";

    /// <summary>Querying with prefetch and the idf of sparse vectors are there from here on.</summary>
    private static readonly Version Oldest = new(1, 10);

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdef");

    private static readonly (string Field, string Schema)[] Indexes =
        [("document", "keyword"), ("issuer", "keyword"), ("date", "datetime"), ("status", "keyword"), ("path", "keyword"), ("kind", "keyword"), ("hash", "keyword")];

    private volatile Opened? _opened;

    public string Name { get; } = $"{options.Collection}-{fingerprint[..FingerprintLength]}";

    private const int FingerprintLength = 12;

    public string PathOf(string rest) => $"collections/{Uri.EscapeDataString(Name)}{rest}";

    /// <summary>Of the dense vectors; null where the collection has none. Asked of the server once.</summary>
    /// <exception cref="QdrantException">404 where there is no such collection.</exception>
    public async Task<int?> DenseSizeAsync(CancellationToken cancellationToken) => (_opened ?? await ReadAsync(cancellationToken)).Size;

    /// <summary>It may have been deleted by hand, or the server replaced: what is known of it is asked again.</summary>
    public void Forget() => _opened = null;

    /// <summary>Creates what is missing, of a half-built collection too; refuses one that is not laid out as this needs it.</summary>
    public async Task PrepareAsync(int? vectorLength, CancellationToken cancellationToken)
    {
        if (_opened is { IsIndexed: true } known && known.Size == vectorLength) return;
        await RefuseOldServerAsync(cancellationToken);
        Opened held;
        try
        {
            held = await ReadAsync(cancellationToken);
        }
        catch (QdrantException exception) when (exception.Status is HttpStatusCode.NotFound)
        {
            await CreateAsync(vectorLength, cancellationToken);
            held = await ReadAsync(cancellationToken);
        }
        if (held.Size != vectorLength)
        {
            throw new QdrantException(
                new($"Qdrant 集合 {Name} 的向量长度是 {Digits(held.Size, "无")}，嵌入模型给出的是 {Digits(vectorLength, "无")}：请核对模型设置，或删除该集合后重建。",
                    $"Vectors of the Qdrant collection {Name} have a length of {Digits(held.Size, "none")}, those of the embedding model {Digits(vectorLength, "none")}: check the model's settings, or delete the collection and build it anew."),
                null, isTransient: false);
        }
        foreach (var (field, schema) in Indexes.Where(index => !held.Indexes.Contains(index.Field)))
            await client.SendAsync<PayloadIndex, JsonElement>(HttpMethod.Put, PathOf("/index?wait=true"), new PayloadIndex(field, schema), cancellationToken);
        _opened = held with { IsIndexed = true };

        static string Digits(int? length, string none) => length?.ToString(CultureInfo.InvariantCulture) ?? none;
    }

    /// <summary>Points the alias here and deletes the collections of other settings, finished or not.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var target = await TargetAsync(cancellationToken);
        if (string.Equals(target, Name, StringComparison.Ordinal)) return;
        // Both in one request: nobody ever asks an alias that is not there.
        List<AliasChange> changes = [new(CreateAlias: new Alias(options.Collection, Name))];
        if (target is not null) changes.Insert(0, new AliasChange(DeleteAlias: new DeleteAlias(options.Collection)));
        await client.SendAsync<AliasChanges, JsonElement>(HttpMethod.Post, "collections/aliases", new AliasChanges(changes), cancellationToken);
        foreach (var other in (await client.GetAsync<CollectionList>("collections", cancellationToken)).Collections)
            if (IsOurs(other.Name) && !string.Equals(other.Name, Name, StringComparison.Ordinal)) await client.DeleteAsync($"collections/{Uri.EscapeDataString(other.Name)}", cancellationToken);
    }

    /// <summary>Whether the alias points here: this collection was complete once, and nothing else has been published since. Asked once: who wants to know looks again.</summary>
    public async Task<bool> IsPublishedAsync(CancellationToken cancellationToken) =>
        string.Equals(TargetIn(await client.AskAsync<AliasList>(Aliases, cancellationToken)), Name, StringComparison.Ordinal);

    /// <summary>What the alias points at; null where there is none.</summary>
    public async Task<string?> TargetAsync(CancellationToken cancellationToken) => TargetIn(await client.GetAsync<AliasList>(Aliases, cancellationToken));

    private string? TargetIn(AliasList list) => list.Aliases.FirstOrDefault(alias => string.Equals(alias.AliasName, options.Collection, StringComparison.Ordinal))?.CollectionName;

    private bool IsOurs(string name) =>
        name.Length == options.Collection.Length + 1 + FingerprintLength && name.StartsWith(options.Collection + "-", StringComparison.Ordinal)
        && name.AsSpan(options.Collection.Length + 1).IndexOfAnyExcept(Hexadecimal) < 0;

    private async Task RefuseOldServerAsync(CancellationToken cancellationToken)
    {
        var server = await client.VersionAsync(cancellationToken);
        var number = (server.Version ?? "").Split('-')[0];
        if (!Version.TryParse(number, out var version)) throw Unusable(new($"{options.Url} 没有说出 Qdrant 的版本，请检查 Assistant__Qdrant__Url。", $"{options.Url} names no version of Qdrant: check Assistant__Qdrant__Url."));
        if (version < Oldest) throw Unusable(new($"Qdrant {version} 太旧：需要 {Oldest} 或更新的版本。", $"Qdrant {version} is too old: {Oldest} or newer is needed."));
    }

    private async Task CreateAsync(int? vectorLength, CancellationToken cancellationToken)
    {
        var vectors = new Dictionary<string, DenseSettings>(StringComparer.Ordinal);
        if (vectorLength is { } length) vectors[Dense] = new DenseSettings(length, "Cosine", options.OnDiskVectors);
        var sparse = new Dictionary<string, SparseSettings>(StringComparer.Ordinal) { [Lexical] = new SparseSettings("idf") };
        var settings = new CollectionSettings(vectors, sparse, options.OnDiskPayload, options.ShardNumber, options.ReplicationFactor, Quantization());
        try
        {
            await client.SendAsync<CollectionSettings, JsonElement>(HttpMethod.Put, PathOf(""), settings, cancellationToken);
        }
        catch (QdrantException exception) when (exception.Status is HttpStatusCode.Conflict)
        {
            // Another process was faster, or a try before this one was heard after all.
        }
    }

    private JsonElement? Quantization() => options.Quantization switch
    {
        QdrantQuantization.Scalar => JsonElement.Parse("""{"scalar":{"type":"int8","quantile":0.99,"always_ram":true}}"""),
        QdrantQuantization.Binary => JsonElement.Parse("""{"binary":{"always_ram":true}}"""),
        _ => null,
    };

    private async Task<Opened> ReadAsync(CancellationToken cancellationToken)
    {
        var info = await client.GetAsync<CollectionInfo>(PathOf(""), cancellationToken);
        if (info.Config.Params.SparseVectors?.GetValueOrDefault(Lexical) is not { Modifier: "idf" })
            throw Unusable(new($"Qdrant 集合 {Name} 缺少稀疏向量 {Lexical}（modifier: idf），不是本系统建立的。", $"The Qdrant collection {Name} lacks the sparse vector {Lexical} (modifier: idf): it was made by something else."));
        int? size = null;
        if (info.Config.Params.Vectors is { ValueKind: JsonValueKind.Object } vectors && vectors.TryGetProperty(Dense, out var dense))
        {
            if (!string.Equals(dense.GetProperty("distance").GetString(), "Cosine", StringComparison.Ordinal))
                throw Unusable(new($"Qdrant 集合 {Name} 的距离不是 Cosine，不是本系统建立的。", $"The distance of the Qdrant collection {Name} is not Cosine: it was made by something else."));
            size = dense.GetProperty("size").GetInt32();
        }
        return _opened = new Opened(size, [.. info.PayloadSchema?.Keys ?? Enumerable.Empty<string>()], IsIndexed: false);
    }

    private static QdrantException Unusable(Wording wording) => new(wording, null, isTransient: false);

    private sealed record Opened(int? Size, HashSet<string> Indexes, bool IsIndexed);
}
