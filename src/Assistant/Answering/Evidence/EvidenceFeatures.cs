namespace Assistant.Answering.Evidence;

/// <summary>A kind of evidence that a sentence answers.</summary>
/// <param name="Weight">In the score; see <see cref="EvidenceRanking"/>.</param>
/// <param name="Of">From 0 to about 1.</param>
internal sealed record EvidenceFeature(string Name, double Weight, Func<EvidenceMatch, double> Of);

/// <summary>What speaks for a sentence and what against it. How the weights were fitted and what they gained stands in this folder's README.</summary>
internal static class EvidenceFeatures
{
    /// <summary>Characters; long sentences hold much by chance, and from here on they all count as long.</summary>
    private const double LongSentence = 200;

    /// <summary>Characters; shorter and without a mark at its end, it is a heading.</summary>
    private const int LongestHeading = 30;

    public static IReadOnlyList<EvidenceFeature> All { get; } =
    [
        new("bigrams", 7.5, match => match.Words.Own),
        new("context", 8, match => match.Words.Above),
        new("clause", 1.3, match => match.Words.Clause),
        new("neighbours", 5.6, match => match.Words.Beside),
        new("unigrams", 17, match => match.Characters.Own),
        new("contextUnigrams", 10.6, match => match.Characters.Above),
        new("neighbourUnigrams", 7, match => match.Characters.Beside),
        new("score", 6, match => match.Sentence.PassageScore),
        new("rank", 0.7, match => 1.0 / (1 + match.Sentence.PassageRank)),
        new("kinds", 2.4, match => match.Kinds),
        new("near", 1.2, match => match.Near),
        new("article", 2, match => match.Sentence.Place.Path.Any(match.Question.Names) ? 1 : 0),
        new("length", -1.25, match => Math.Min(1, match.Text.Length / LongSentence)),
        new("heading", -1.5, match => IsHeading(match.Text) ? 1 : 0),
        new("outside", -2.2, match => match.Sentence.InPassage ? 0 : 1),
        new("question", -1.5, match => match.Text.Contains('?', StringComparison.Ordinal) ? 1 : 0),
    ];

    private static bool IsHeading(string text) =>
        text.Length is > 0 and < LongestHeading && !"。;!?:".Contains(text[^1], StringComparison.Ordinal);
}
