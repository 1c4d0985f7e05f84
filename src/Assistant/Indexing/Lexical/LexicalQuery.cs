namespace Assistant.Indexing.Lexical;

/// <summary>What to look for: groups of words, each found through its best alternative.</summary>
public sealed record LexicalQuery(IReadOnlyList<QueryGroup> Groups)
{
    public static LexicalQuery Of(string text) => new([new QueryGroup(1, [text])]);
}

/// <param name="Alternatives">Words that mean the same; the best one counts. A Chinese question is one group with one alternative.</param>
public sealed record QueryGroup(double Weight, IReadOnlyList<string> Alternatives)
{
    /// <summary>The English words the alternatives translate; null for the question's own words.</summary>
    public string? Original { get; init; }
}

/// <summary>Numbers of the scoring formula; the README of this folder says how each was measured.</summary>
public sealed record LexicalWeights
{
    /// <summary>How much an occurrence in title and headings counts against one in the text.</summary>
    public double Context { get; init; } = 1.2;

    public double Unigrams { get; init; } = 1;

    /// <summary>Share of the length normalisation, 0 to 1.</summary>
    public double LengthShare { get; init; } = 0.75;

    public double Saturation { get; init; } = 1.2;

    /// <summary>Weight of the document's own BM25 score.</summary>
    public double Document { get; init; } = 0.3;

    /// <summary>Candidates that are scored in full.</summary>
    public int Candidates { get; init; } = 400;
}
