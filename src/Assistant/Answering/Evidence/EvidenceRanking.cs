namespace Assistant.Answering.Evidence;

/// <param name="Value">The share of belief that this sentence is the one that answers; the values of one ranking add up to 1.</param>
public sealed record RankedSentence(EvidenceSentence Sentence, double Value);

/// <summary>Candidate sentences, the one most likely to answer first.</summary>
/// <remarks>
/// A softmax over the candidates of one question, fitted so that the belief falls on a sentence of the gold passage. Features as in
/// <see cref="EvidenceFeatures"/>; how the weights were fitted and what they gained stands in this folder's README.
/// </remarks>
public static class EvidenceRanking
{
    private static readonly double[] Weights = [7.5, 8, 1.3, 5.6, 17, 10.6, 7, 6, 0.7, 2.4, 1.2, 0, 2, 0, -1.25, -1.5, -2.2, -1.5];

    public static IReadOnlyList<RankedSentence> Rank(QuestionReading question, IReadOnlyList<EvidenceSentence> sentences)
    {
        if (sentences.Count == 0) return [];
        var scores = sentences.Select(sentence => Score(EvidenceFeatures.Of(question, sentence))).ToArray();
        var highest = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - highest));
        return [.. sentences.Select((sentence, i) => new RankedSentence(sentence, Math.Exp(scores[i] - highest) / sum)).OrderByDescending(one => one.Value)];
    }

    private static double Score(double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += Weights[i] * features[i];
        return sum;
    }
}
