using System.Globalization;
using System.Text.Json.Nodes;

namespace Assistant.Tests.Indexing.Qdrant;

internal sealed record StandInPoint(Guid Id, float[]? Dense, Dictionary<uint, float>? Lexical, JsonObject Payload)
{
    public string Document { get; } = Payload["document"]?.GetValue<string>() ?? "";
}

/// <summary>One collection: named vectors, payload indexes, filters, exact search, idf of sparse vectors and reciprocal rank fusion as documented.</summary>
internal sealed class StandInCollection
{
    private static readonly string[] KnownSettings =
    [
        "vectors", "shard_number", "sharding_method", "replication_factor", "write_consistency_factor", "on_disk_payload", "hnsw_config", "wal_config",
        "optimizers_config", "quantization_config", "sparse_vectors", "strict_mode_config", "metadata",
    ];

    private readonly JsonObject _settings;
    private readonly SortedDictionary<string, string> _indexes = new(StringComparer.Ordinal);
    private readonly int? _size;

    /// <summary>Points by term; null after a change.</summary>
    private Dictionary<uint, StandInPoint[]>? _postings;

    public StandInCollection(JsonObject settings)
    {
        _settings = settings;
        StandInFields.Only(settings, KnownSettings);
        foreach (var (name, vector) in settings["vectors"]?.AsObject() ?? [])
        {
            StandInFields.Only(vector!.AsObject(), "size", "distance", "hnsw_config", "quantization_config", "on_disk", "datatype", "multivector_config");
            if (vector["distance"]!.GetValue<string>() is not ("Cosine" or "Euclid" or "Dot" or "Manhattan")) throw new StandInRefusal(400, "distance");
            if (name != "dense") throw new StandInRefusal(400, "the stand-in knows a dense vector named dense");
            _size = vector["size"]!.GetValue<int>();
        }
        foreach (var (_, sparse) in settings["sparse_vectors"]?.AsObject() ?? [])
        {
            StandInFields.Only(sparse!.AsObject(), "index", "modifier");
            if (sparse["modifier"]?.GetValue<string>() is not (null or "none" or "idf")) throw new StandInRefusal(400, "modifier");
        }
        if (settings["quantization_config"] is JsonObject quantization) StandInFields.Only(quantization, "scalar", "product", "binary");
    }

    public SortedDictionary<Guid, StandInPoint> Points { get; } = [];

    public JsonObject Settings => _settings;

    public JsonNode Describe() => new JsonObject
    {
        ["status"] = "green",
        ["optimizer_status"] = "ok",
        ["points_count"] = Points.Count,
        ["segments_count"] = 2,
        ["config"] = new JsonObject
        {
            ["params"] = new JsonObject
            {
                ["vectors"] = _settings["vectors"]?.DeepClone() ?? new JsonObject(),
                ["sparse_vectors"] = _settings["sparse_vectors"]?.DeepClone(),
                ["shard_number"] = _settings["shard_number"]?.DeepClone() ?? 1,
                ["replication_factor"] = _settings["replication_factor"]?.DeepClone() ?? 1,
                ["write_consistency_factor"] = 1,
                ["on_disk_payload"] = _settings["on_disk_payload"]?.DeepClone() ?? true,
            },
            // What a server has that nobody configured.
            ["hnsw_config"] = new JsonObject { ["m"] = 16, ["ef_construct"] = 100, ["full_scan_threshold"] = 10_000, ["max_indexing_threads"] = 0, ["on_disk"] = false },
            ["optimizer_config"] = new JsonObject
            {
                ["deleted_threshold"] = 0.2,
                ["vacuum_min_vector_number"] = 1000,
                ["default_segment_number"] = 0,
                ["max_segment_size"] = null,
                ["memmap_threshold"] = null,
                ["indexing_threshold"] = 10_000,
                ["flush_interval_sec"] = 5,
                ["max_optimization_threads"] = null,
            },
            ["wal_config"] = new JsonObject { ["wal_capacity_mb"] = 32, ["wal_segments_ahead"] = 0 },
            ["quantization_config"] = _settings["quantization_config"]?.DeepClone(),
        },
        ["payload_schema"] = new JsonObject(_indexes.Select(index => KeyValuePair.Create(index.Key, (JsonNode?)new JsonObject { ["data_type"] = index.Value, ["points"] = Points.Count }))),
    };

    public JsonNode AddIndex(JsonObject body)
    {
        StandInFields.Only(body, "field_name", "field_schema");
        var schema = body["field_schema"]!.GetValue<string>();
        if (schema is not ("keyword" or "integer" or "float" or "geo" or "text" or "bool" or "datetime" or "uuid")) throw new StandInRefusal(400, "field_schema");
        _indexes[body["field_name"]!.GetValue<string>()] = schema;
        return Done();
    }

    public JsonNode Upsert(JsonObject body)
    {
        StandInFields.Only(body, "points", "shard_key");
        var points = body["points"]!.AsArray().Select(point => Read(point!.AsObject())).ToList();
        if (points.Count == 0) throw new StandInRefusal(400, "Empty update request");
        foreach (var point in points) Points[point.Id] = point;
        _postings = null;
        return Done();
    }

    public JsonNode Delete(JsonObject body)
    {
        StandInFields.Only(body, "filter", "points", "shard_key");
        foreach (var point in Points.Values.Where(Filter(body["filter"])).ToList()) Points.Remove(point.Id);
        _postings = null;
        return Done();
    }

    public JsonNode CountPoints(JsonObject body)
    {
        StandInFields.Only(body, "filter", "exact", "shard_key");
        return new JsonObject { ["count"] = Points.Values.Count(Filter(body["filter"])) };
    }

    public JsonNode Scroll(JsonObject body)
    {
        StandInFields.Only(body, "filter", "limit", "offset", "with_payload", "with_vector", "order_by", "shard_key");
        var limit = body["limit"]?.GetValue<int>() ?? 10;
        var from = body["offset"] is { } offset ? Guid.Parse(offset.GetValue<string>()) : Guid.Empty;
        var page = Points.Values.Where(Filter(body["filter"])).Where(point => point.Id.CompareTo(from) >= 0).Take(limit + 1).ToList();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. page.Take(limit).Select(point => Answer(point, null, body["with_payload"]))]),
            ["next_page_offset"] = page.Count > limit ? page[limit].Id.ToString() : null,
        };
    }

    public JsonNode Query(JsonObject body)
    {
        StandInFields.Only(body, "query", "using", "prefetch", "filter", "limit", "offset", "with_payload", "with_vector", "params", "score_threshold", "lookup_from", "shard_key");
        var found = Rank(body).Take(body["limit"]?.GetValue<int>() ?? 10);
        return new JsonObject { ["points"] = new JsonArray([.. found.Select(hit => Answer(hit.Point, hit.Score, body["with_payload"]))]) };
    }

    private List<(StandInPoint Point, double Score)> Rank(JsonObject body)
    {
        var allowed = Filter(body["filter"]);
        if (body["query"] is JsonObject fusion && fusion.ContainsKey("fusion"))
        {
            StandInFields.Only(fusion, "fusion");
            if (fusion["fusion"]!.GetValue<string>() != "rrf") throw new StandInRefusal(400, "fusion");
            var fused = new Dictionary<Guid, double>();
            foreach (var prefetch in body["prefetch"]!.AsArray().Select(prefetch => prefetch!.AsObject()))
            {
                StandInFields.Only(prefetch, "query", "using", "prefetch", "filter", "limit", "params", "score_threshold", "lookup_from");
                var rank = 0;
                // 1/(k + rank) with k = 2 and ranks from 0.
                foreach (var (point, _) in Rank(prefetch).Take(prefetch["limit"]?.GetValue<int>() ?? 10))
                    fused[point.Id] = fused.GetValueOrDefault(point.Id) + 1.0 / (2 + rank++);
            }
            return [.. fused.Select(entry => (Point: Points[entry.Key], Score: entry.Value)).Where(hit => allowed(hit.Point)).OrderByDescending(hit => hit.Score)];
        }
        var score = body["using"]?.GetValue<string>() switch
        {
            "dense" => Cosine(body["query"]!.AsArray()),
            "lexical" => Sparse(body["query"]!.AsObject()),
            var name => throw new StandInRefusal(400, $"Not existing vector name error: {name}"),
        };
        return [.. Points.Values.Where(allowed).Select(point => (Point: point, Score: score(point))).Where(hit => hit.Score is not null)
            .Select(hit => (hit.Point, hit.Score!.Value)).OrderByDescending(hit => hit.Value)];
    }

    private Func<StandInPoint, double?> Cosine(JsonArray query)
    {
        var vector = query.Select(value => value!.GetValue<float>()).ToArray();
        if (vector.Length != _size) throw new StandInRefusal(400, $"Wrong input: Vector dimension error: expected dim: {_size}, got {vector.Length}");
        return point => point.Dense is null ? null : Dot(point.Dense, vector) / Math.Sqrt(Dot(point.Dense, point.Dense) * Dot(vector, vector));
        static double Dot(float[] a, float[] b) => a.Zip(b, (x, y) => (double)x * y).Sum();
    }

    /// <summary>Σ query · idf · stored, idf = ln(1 + (N − n + .5)/(n + .5)) over the points that have the vector.</summary>
    private Func<StandInPoint, double?> Sparse(JsonObject query)
    {
        var total = Points.Values.Count(point => point.Lexical is not null);
        var holding = _postings ??= Points.Values.Where(point => point.Lexical is not null).SelectMany(point => point.Lexical!.Keys, (point, term) => (point, term))
            .GroupBy(pair => pair.term, pair => pair.point).ToDictionary(term => term.Key, term => term.ToArray());
        var scores = new Dictionary<Guid, double>();
        foreach (var (term, weight) in ReadSparse(query))
        {
            var with = holding.GetValueOrDefault(term, []);
            var idf = Math.Log(1 + ((total - with.Length + 0.5) / (with.Length + 0.5)));
            foreach (var point in with) scores[point.Id] = scores.GetValueOrDefault(point.Id) + (weight * idf * point.Lexical![term]);
        }
        return point => scores.TryGetValue(point.Id, out var score) ? score : null;
    }

    private StandInPoint Read(JsonObject point)
    {
        StandInFields.Only(point, "id", "vector", "payload");
        var vectors = point["vector"]!.AsObject();
        StandInFields.Only(vectors, "dense", "lexical");
        var dense = vectors["dense"]?.AsArray().Select(value => value!.GetValue<float>()).ToArray();
        if (dense is not null && dense.Length != _size) throw new StandInRefusal(400, $"Wrong input: Vector dimension error: expected dim: {_size}, got {dense.Length}");
        var lexical = vectors["lexical"] is JsonObject sparse ? ReadSparse(sparse) : null;
        return new StandInPoint(Guid.Parse(point["id"]!.GetValue<string>()), dense, lexical, point["payload"]!.DeepClone().AsObject());
    }

    private static Dictionary<uint, float> ReadSparse(JsonObject sparse)
    {
        StandInFields.Only(sparse, "indices", "values");
        var indices = sparse["indices"]!.AsArray().Select(index => index!.GetValue<uint>()).ToArray();
        var values = sparse["values"]!.AsArray().Select(value => value!.GetValue<float>()).ToArray();
        if (indices.Length != values.Length || indices.Distinct().Count() != indices.Length) throw new StandInRefusal(422, "Validation error in JSON body: indices must be unique and as many as values");
        return indices.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private Func<StandInPoint, bool> Filter(JsonNode? filter)
    {
        if (filter is null) return _ => true;
        StandInFields.Only(filter.AsObject(), "must", "must_not", "should", "min_should");
        var must = (filter["must"]?.AsArray() ?? []).Select(condition => Holds(condition!.AsObject())).ToList();
        var not = (filter["must_not"]?.AsArray() ?? []).Select(condition => Holds(condition!.AsObject())).ToList();
        return point => must.TrueForAll(holds => holds(point)) && !not.Exists(holds => holds(point));
    }

    private Func<StandInPoint, bool> Holds(JsonObject condition)
    {
        StandInFields.Only(condition, "key", "match", "range");
        var key = condition["key"]!.GetValue<string>();
        // Strict mode and every sizing guide ask for it: an index for what is filtered by.
        if (!_indexes.TryGetValue(key, out var schema)) throw new StandInRefusal(400, $"Index required but not found for \"{key}\"");
        if (condition["match"] is JsonObject match)
        {
            StandInFields.Only(match, "value", "any", "except", "text");
            var any = match["any"]?.AsArray().Select(value => value!.GetValue<string>()).ToHashSet() ?? [match["value"]!.GetValue<string>()];
            // Asked of every point of large collections.
            if (key == "document") return point => any.Contains(point.Document);
            return point => Values(point, key).Any(any.Contains);
        }
        var range = condition["range"]!.AsObject();
        StandInFields.Only(range, "gt", "gte", "lt", "lte");
        if (schema != "datetime") throw new StandInRefusal(400, "a range of times needs an index of times");
        var (from, to) = (Time(range["gte"]), Time(range["lte"]));
        return point => Values(point, key).Any(value => Time(value) is { } time && !(time < from) && !(time > to));
        static DateTimeOffset? Time(JsonNode? value) => value is null ? null : DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<string> Values(StandInPoint point, string key) => point.Payload[key] switch
    {
        null => [],
        JsonArray many => many.Select(value => value!.GetValue<string>()),
        var one => [one.GetValue<string>()],
    };

    private static JsonNode Answer(StandInPoint point, double? score, JsonNode? withPayload)
    {
        var answer = new JsonObject { ["id"] = point.Id.ToString(), ["payload"] = withPayload is JsonArray fields ? Pick(point.Payload, fields) : null };
        if (score is { } known)
        {
            answer["version"] = 1;
            answer["score"] = known;
        }
        return answer;
    }

    private static JsonObject Pick(JsonObject payload, JsonArray fields)
    {
        var picked = new JsonObject();
        foreach (var field in fields.Select(field => field!.GetValue<string>()))
            if (payload[field] is { } value) picked[field] = value.DeepClone();
        return picked;
    }

    private static JsonObject Done() => new() { ["operation_id"] = 1, ["status"] = "completed" };
}
