using Assistant.Grounding.Checks;

namespace Assistant.Grounding;

/// <summary>
/// A sentence and the text it cites in, whether the text bears the sentence out. No model: numbers, names, who must do what, modal words,
/// exceptions and the share of words are compared. What it sees only in part is a false sentence made wholly of the clause's own words in another order.
/// </summary>
public static class GroundingChecker
{
    /// <summary>So much of the sentence's words in the clause, and no other clause needs to be looked at: few sentences have as much in common with a wrong one.</summary>
    public const double SureCoverage = 0.5;

    /// <summary>
    /// Less of the sentence's words in the clause, and it tells something else: of honest statements 0.8 % lie below (README, "Why").
    /// </summary>
    public const double LeastCoverage = 0.4;

    /// <summary>A run this long without one pair of characters in the clause is a statement of its own.</summary>
    private const int LongestForeignRun = 10;

    /// <param name="known">Title, number and label of what is cited: they may be named though the clause does not repeat them.</param>
    public static GroundingVerdict Check(string sentence, string evidence, string known) =>
        Check(new GroundingText(sentence), new GroundingText(evidence), new GroundingText(known));

    internal static GroundingVerdict Check(GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        if (sentence.IsLatin != evidence.IsLatin) return CrossLanguageCheck.Check(sentence, evidence, known);
        var coverage = CoverageCheck.Measure(sentence, evidence, known);
        if (coverage.Share < LeastCoverage) return new GroundingVerdict(GroundingProblem.NotCovered, coverage.Longest.Length > 3 ? coverage.Longest : "", "", coverage.Share);
        var problem = IsVerbatim(sentence, evidence) ? ProvisoCheck.Check(sentence, evidence) : FactCheck.Check(sentence, evidence, known)
            ?? ModalityCheck.Check(sentence, evidence)
            ?? SingleRuleCheck.Check(sentence, evidence)
            ?? ActorCheck.Check(sentence, evidence)
            ?? AgentCheck.Check(sentence, evidence)
            ?? OppositesCheck.Check(sentence, evidence)
            ?? JointCheck.Check(sentence, evidence)
            ?? PeriodCheck.Check(sentence, evidence)
            ?? DenialCheck.Check(sentence, evidence)
            ?? (CoverageCheck.Weight(coverage.Longest) >= LongestForeignRun ? new GroundingVerdict(GroundingProblem.NotCovered, coverage.Longest, "", 0) : null)
            ?? ProvisoCheck.Check(sentence, evidence);
        return problem is null
            ? new GroundingVerdict(GroundingProblem.None, "", "", coverage.Share)
            : problem with { Coverage = coverage.Share };
    }

    /// <summary>The clause's own words from one mark to another: nothing in them can differ, only what follows can be missing. 有效期为5年 of 有效期为5年以内 is not that.</summary>
    private static bool IsVerbatim(GroundingText sentence, GroundingText evidence)
    {
        var words = sentence.Folded.AsSpan().TrimEnd("。;,.");
        if (words.Length < 8) return false;
        var at = evidence.Folded.AsSpan().IndexOf(words);
        if (at < 0 || (at > 0 && evidence.Folded[at - 1] is not ('。' or ';' or '\n' or ')' or ':'))) return false;
        var end = at + words.Length;
        return end == evidence.Folded.Length || evidence.Folded[end] is '。' or ';' or ',' or '\n' or ')' or '.';
    }
}
