using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.Indexing.Qdrant;

// What is said to Qdrant and what it answers, as its REST interface documents it. Names are written in snake case; null is left out.
#pragma warning disable MA0048 // the messages of one interface are read side by side

internal sealed record QdrantVersion(string? Title = null, string? Version = null);

/// <summary>Every answer but that of the root.</summary>
/// <param name="Result">Null in an error.</param>
/// <param name="Status"><c>"ok"</c>, or an object with the error.</param>
internal sealed record QdrantReply<T>(JsonElement Status, T? Result = default);

internal sealed record CollectionSettings(
    Dictionary<string, DenseSettings> Vectors, Dictionary<string, SparseSettings> SparseVectors, bool OnDiskPayload, int? ShardNumber, int? ReplicationFactor, JsonElement? QuantizationConfig);

internal sealed record DenseSettings(int Size, string Distance, bool? OnDisk = null);

internal sealed record SparseSettings(string? Modifier = null);

internal sealed record CollectionInfo(CollectionConfig Config, Dictionary<string, JsonElement>? PayloadSchema = null);

internal sealed record CollectionConfig(CollectionParams Params);

/// <param name="Vectors">An object by name; a collection that somebody else made may have something else here.</param>
internal sealed record CollectionParams(JsonElement? Vectors = null, Dictionary<string, SparseSettings>? SparseVectors = null);

internal sealed record CollectionList(IReadOnlyList<CollectionName> Collections);

internal sealed record CollectionName(string Name);

internal sealed record PayloadIndex(string FieldName, string FieldSchema);

internal sealed record AliasList(IReadOnlyList<Alias> Aliases);

internal sealed record Alias(string AliasName, string CollectionName);

internal sealed record AliasChanges(IReadOnlyList<AliasChange> Actions);

internal sealed record AliasChange(DeleteAlias? DeleteAlias = null, Alias? CreateAlias = null);

internal sealed record DeleteAlias(string AliasName);

internal sealed record UpsertPoints(IReadOnlyList<Point> Points);

internal sealed record Point(Guid Id, PointVectors Vector, PointPayload Payload);

internal sealed record PointVectors(ReadOnlyMemory<float>? Dense, SparseVector? Lexical);

/// <param name="Document">With the hash in every answer; the rest only where it was asked for.</param>
/// <param name="Kind"><c>passage</c>, or <c>document</c> for the point that says a document is held whole.</param>
/// <param name="Path">The source file's, below its corpus folder.</param>
/// <param name="Date">RFC 3339.</param>
internal sealed record PointPayload(
    string Document, string Hash, string? Kind = null, int Ordinal = 0, string? Clause = null, IReadOnlyList<string>? Issuer = null, string? Date = null, string? Status = null,
    string? Path = null);

internal sealed record DeletePoints(Filter Filter);

internal sealed record CountPoints(Filter? Filter, bool Exact);

internal sealed record PointCount(long Count);

internal sealed record ScrollPoints(Filter? Filter, int Limit, string[] WithPayload, bool WithVector, Guid? Offset);

internal sealed record ScrolledPoints(IReadOnlyList<FoundPoint> Points, Guid? NextPageOffset = null);

/// <param name="Query">A vector, a sparse vector, or a fusion of the prefetches.</param>
internal sealed record QueryPoints(object Query, string? Using, IReadOnlyList<Prefetch>? Prefetch, Filter? Filter, int Limit, string[] WithPayload);

internal sealed record Prefetch(object Query, string Using, Filter? Filter, int Limit);

internal sealed record Fusion([property: JsonPropertyName("fusion")] string Kind);

internal sealed record QueriedPoints(IReadOnlyList<FoundPoint> Points);

/// <param name="Score">0 in a scroll.</param>
internal sealed record FoundPoint(Guid Id, double Score = 0, PointPayload? Payload = null);

internal sealed record Filter(IReadOnlyList<Condition>? Must, IReadOnlyList<Condition>? MustNot = null);

internal sealed record Condition(string Key, Match? Match = null, Range? Range = null);

internal sealed record Match(string? Value = null, IReadOnlyCollection<string>? Any = null);

internal sealed record Range(string? Gte, string? Lte);

// What an answer must have and lacks is a JsonException, which the client tells as one sentence.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(QdrantVersion))]
[JsonSerializable(typeof(CollectionSettings))]
[JsonSerializable(typeof(QdrantReply<CollectionInfo>))]
[JsonSerializable(typeof(QdrantReply<CollectionList>))]
[JsonSerializable(typeof(QdrantReply<AliasList>))]
[JsonSerializable(typeof(QdrantReply<PointCount>))]
[JsonSerializable(typeof(QdrantReply<ScrolledPoints>))]
[JsonSerializable(typeof(QdrantReply<QueriedPoints>))]
[JsonSerializable(typeof(QdrantReply<JsonElement>))]
[JsonSerializable(typeof(PayloadIndex))]
[JsonSerializable(typeof(AliasChanges))]
[JsonSerializable(typeof(UpsertPoints))]
[JsonSerializable(typeof(DeletePoints))]
[JsonSerializable(typeof(CountPoints))]
[JsonSerializable(typeof(ScrollPoints))]
[JsonSerializable(typeof(QueryPoints))]
[JsonSerializable(typeof(ReadOnlyMemory<float>))]
[JsonSerializable(typeof(SparseVector))]
[JsonSerializable(typeof(Fusion))]
internal sealed partial class QdrantJson : JsonSerializerContext;
