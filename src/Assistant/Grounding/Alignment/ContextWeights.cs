namespace Assistant.Grounding.Alignment;

/// <summary>What a word around a place counts for, by the narrowest stretch it shares with the place and the side it stands on. Set on the statements in the tests; little depends on the exact values.</summary>
internal sealed record ContextWeights(double Item, double Part, double SegmentBefore, double SegmentBehind, double SentenceBefore, double SentenceBehind)
{
    /// <summary>For numbers and names: what they are said of often stands in the part before, which carries on.</summary>
    public static readonly ContextWeights OfFacts = new(1, 0.9, 0.7, 0.35, 0.25, 0.1);

    /// <summary>For dates: what they govern stands behind them as well.</summary>
    public static readonly ContextWeights OfDates = new(1, 0.9, 0.6, 0.6, 0.2, 0.2);

    /// <summary>For modal words, which govern their own part.</summary>
    public static readonly ContextWeights OfActs = new(1, 0.8, 0.25, 0.2, 0.1, 0.1);
}
