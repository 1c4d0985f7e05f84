namespace Assistant.Indexing.Qdrant;

/// <summary>How the vectors of the dense leg are kept in memory beside the originals.</summary>
public enum QdrantQuantization
{
    None,

    /// <summary>One byte a dimension.</summary>
    Scalar,

    /// <summary>One bit a dimension; for models of 1,024 dimensions and more.</summary>
    Binary,
}

/// <summary>The Qdrant server, and how collections are laid out that are created from now on: a collection keeps the layout it was created with.</summary>
public sealed class QdrantOptions
{
    /// <summary>Of the REST interface.</summary>
    public string Url { get; set; } = "http://localhost:6333";

    public string? ApiKey { get; set; }

    /// <summary>An alias: the collection behind it bears the fingerprint of the settings that it was built with.</summary>
    public string Collection { get; set; } = "assistant";

    /// <summary>Null leaves it to the server: one for each node.</summary>
    public int? ShardNumber { get; set; }

    /// <summary>Copies of each shard; null leaves it to the server: one.</summary>
    public int? ReplicationFactor { get; set; }

    /// <summary>Whether payload stays on disk, indexed fields excepted.</summary>
    public bool OnDiskPayload { get; set; } = true;

    /// <summary>Whether the original dense vectors stay on disk: with quantisation the copy in memory suffices to search.</summary>
    public bool OnDiskVectors { get; set; }

    public QdrantQuantization Quantization { get; set; }

    /// <summary>Passages of one upsert.</summary>
    public int BatchSize { get; set; } = 1000;

    /// <summary>How often a write is tried again, after 0.5 s, 1 s, 2 s …</summary>
    public int MaxRetries { get; set; } = 5;

    /// <summary>How long one write may take.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>A question is not kept waiting longer: the embedded index answers then.</summary>
    public TimeSpan SearchTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the web application looks whether the server lacks something, and mends it.</summary>
    public TimeSpan RepairInterval { get; set; } = TimeSpan.FromSeconds(20);
}
