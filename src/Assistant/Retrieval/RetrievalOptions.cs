using Assistant.Indexing;

namespace Assistant.Retrieval;

/// <summary>What was chosen by measurement; the README of this folder has the figures.</summary>
public sealed record RetrievalOptions
{
    public LexicalWeights Lexical { get; init; } = new();

    /// <summary>What each level of <see cref="DocumentAuthority"/> adds to a score, as a share of it.</summary>
    public double Authority { get; init; } = 0.2;

    /// <summary>Factor for a document that the question names.</summary>
    public double NamedDocument { get; init; } = 1.15;

    /// <summary>Factor for a document that another one repeals or replaces.</summary>
    public double NoLongerInForce { get; init; } = 0.7;

    /// <summary>Weight of the dense ranking beside the lexical one's 1 in <see cref="ReciprocalRankFusion"/>. Not measured yet: no embedding model ran here.</summary>
    public double DenseWeight { get; init; } = 0.8;

    /// <summary>Neighbours are joined while the whole is no longer, in characters.</summary>
    public int JoinLength { get; init; } = 500;

    /// <summary>A neighbour is joined when its own score reaches this share.</summary>
    public double JoinShare { get; init; } = 0.4;

    /// <summary>A passage is left out when this share of it is already shown.</summary>
    public double DuplicateShare { get; init; } = 0.8;

    /// <summary>Passages that ranking hands to joining.</summary>
    public int Depth { get; init; } = 100;
}
