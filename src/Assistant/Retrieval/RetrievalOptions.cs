using Assistant.Indexing.Lexical;
using Assistant.Retrieval.Ranking;

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

    /// <summary>What the better of the passages before and after adds to a score, as a share of its own.</summary>
    public double NeighbourShare { get; init; } = 0.1;

    /// <summary>Neighbours are joined to the first passage while the whole is no longer, in characters.</summary>
    public int FirstJoinLength { get; init; } = 500;

    /// <summary>The same from the second on: what is less sure takes less of the space a reader or a prompt has.</summary>
    public int JoinLength { get; init; } = 350;

    /// <summary>A neighbour is joined when its own score reaches this share.</summary>
    public double JoinShare { get; init; } = 0.4;

    /// <summary>A passage is left out when this share of it is already shown.</summary>
    public double DuplicateShare { get; init; } = 0.8;

    /// <summary>Passages that ranking hands to joining: as many as are scored, so that a neighbour that fits a little is known to fit.</summary>
    public int Depth { get; init; } = 400;
}
