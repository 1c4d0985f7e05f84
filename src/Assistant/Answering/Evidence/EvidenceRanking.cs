using Assistant.Answering.Asking;

namespace Assistant.Answering.Evidence;

/// <param name="Value">The share of belief that this sentence is the one that answers; the values of one ranking add up to 1.</param>
public sealed record RankedSentence(EvidenceSentence Sentence, double Value);

/// <summary>Candidate sentences, the one most likely to answer first.</summary>
/// <remarks>
/// A softmax over the candidates of one question, fitted so that the belief falls on a sentence of the gold passage: features and weights as in
/// <see cref="EvidenceFeatures"/>.
/// </remarks>
public static class EvidenceRanking
{
    public static IReadOnlyList<RankedSentence> Rank(QuestionReading question, IReadOnlyList<EvidenceSentence> sentences)
    {
        if (sentences.Count == 0) return [];
        var scores = sentences.Select(sentence => Score(EvidenceMatch.Of(question, sentence))).ToArray();
        var highest = scores.Max();
        var sum = scores.Sum(score => Math.Exp(score - highest));
        return [.. sentences.Select((sentence, i) => new RankedSentence(sentence, Math.Exp(scores[i] - highest) / sum)).OrderByDescending(one => one.Value)];
    }

    private static double Score(EvidenceMatch match) => EvidenceFeatures.All.Sum(feature => feature.Weight * feature.Of(match));
}
