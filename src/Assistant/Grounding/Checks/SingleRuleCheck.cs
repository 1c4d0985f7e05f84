using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>
/// Where a sentence with one modal word retells one sentence of the clause that has one as well, the two must agree, however the words were reordered:
/// 企业应当认定为… for 企业，可以认定为….
/// </summary>
internal static class SingleRuleCheck
{
    // The share of the sentence's pairs of characters that the clause's sentence must hold, and how much less any other may hold.
    private const double Retold = 0.6;
    private const double Apart = 0.2;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        if (Only(sentence) is not { } said || Nearest(sentence, evidence) is not { } place) return null;
        var nearest = new GroundingText(evidence.Folded[place.Start..place.End]);
        if (Only(nearest) is not { } source || source.Modality == said.Modality || evidence.MakesExceptionAt(place.Start) || TurnedRound.Consents(said, sentence, evidence)) return null;
        var denies = sentence.Folded.AsSpan().IndexOfAny(RuleWords.DenyingOrLimiting) >= 0;
        var contradicts = (said.Modality, source.Modality) switch
        {
            (Modality.Prohibition, Modality.Duty or Modality.Permission or Modality.Encouragement) => nearest.Folded.AsSpan().IndexOfAny(RuleWords.DenyingOrLimiting) < 0,
            (Modality.Duty or Modality.Permission or Modality.Encouragement, Modality.Prohibition) => !denies,
            (Modality.Duty, Modality.Permission or Modality.Encouragement) or (Modality.Permission or Modality.Encouragement, Modality.Duty) => !denies && !sentence.Contains("也可") && !nearest.Contains("或"),
            _ => false,
        };
        return contradicts ? new GroundingVerdict(GroundingProblem.OtherModality, sentence.Folded[said.Start..said.End], nearest.Folded[source.Start..source.End], 0) : null;
    }

    /// <summary>The modal word of a text that has one, plain denials aside; null where there is none, a weak one or more than one.</summary>
    private static ModalWord? Only(GroundingText text)
    {
        var words = text.ModalWords.Where(word => word.Modality is not Modality.Denial).ToList();
        return words is [{ IsWeak: false } only] ? only : null;
    }

    private static (int Start, int End)? Nearest(GroundingText sentence, GroundingText evidence)
    {
        var parts = evidence.Stretches.All(Stretch.Sentence).Select(part => (Part: part, Share: CoverageCheck.PairShare(sentence, evidence.Folded[part.Start..part.End]))).OrderByDescending(one => one.Share).Take(2).ToList();
        return parts.Count > 0 && parts[0].Share >= Retold && (parts.Count == 1 || parts[1].Share <= parts[0].Share - Apart) ? parts[0].Part : null;
    }
}
