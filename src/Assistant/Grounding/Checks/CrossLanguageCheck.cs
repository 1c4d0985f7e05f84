using System.Text.RegularExpressions;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>An English sentence on a Chinese clause, or the other way round: what is written alike in both is compared, and whether the clause forbids, allows or orders.</summary>
internal static partial class CrossLanguageCheck
{
    public static GroundingVerdict Check(GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        if (!sentence.IsLatin) return FactCheck.Check(sentence, evidence, known) ?? None;
        foreach (var fact in EnglishFactScanner.Scan(sentence.Folded))
        {
            var same = evidence.Facts.Where(fact.SaysSameAs).ToList();
            if (same.Count == 0 && !known.Facts.Any(fact.SaysSameAs)) return new GroundingVerdict(GroundingProblem.NotInClause, fact.Printed.Trim(), "", 0);
            // Only the opposite accuses: English words a bound in more ways than are known here.
            if (same.Count > 0 && same.TrueForAll(other => Opposed(fact.Bound, other.Bound))) return new GroundingVerdict(GroundingProblem.OtherBound, fact.Printed.Trim(), same[0].Printed, 0);
        }
        if (First(sentence.Folded, "in every case", "in all cases", "without exception") is { } always && RuleWords.Limiting.Any(evidence.Contains)) return new GroundingVerdict(GroundingProblem.NotInClause, always, "", 0);
        return OtherModality(Aside().Replace(sentence.Folded, ""), evidence) ?? None;
    }

    private static bool Opposed(Bound said, Bound source) => (said, source) is (Bound.AtLeast, Bound.AtMost or Bound.Within) or (Bound.AtMost, Bound.AtLeast or Bound.Reached);

    private static GroundingVerdict None { get; } = new(GroundingProblem.None, "", "", 1);

    private static GroundingVerdict? OtherModality(string sentence, GroundingText evidence)
    {
        var forbids = First(sentence, "must not ", "shall not ", "may not ", "cannot ", "can not ", "prohibited", "forbidden", "not allowed", "not permitted", "not be allowed") ?? (Nobody().Match(sentence) is { Success: true } nobody ? nobody.Value : null);
        var orders = First(sentence, " must ", " shall ", " should ", "required to", "is mandatory", "are obliged");
        var allows = First(sentence, " may ", "allowed to", "permitted to", "is entitled", "are entitled");
        var has = evidence.ModalWords.Select(word => word.Modality).ToHashSet();
        // A forbidden excess is a bound, and compared as such.
        if (forbids is not null && First(sentence, forbids + "exceed", forbids + "be more", forbids + "be less", forbids + "be lower", forbids + "be higher", forbids + "fall") is not null) return null;
        if (forbids is not null) return has.Contains(Modality.Prohibition) || has.Contains(Modality.Denial) ? null : Wrong(forbids);
        if (orders is not null && !has.Contains(Modality.Duty) && has.Overlaps([Modality.Permission, Modality.Encouragement, Modality.Prohibition])) return Wrong(orders);
        if (allows is not null && !evidence.Contains("可") && !has.Contains(Modality.Permission) && has.Overlaps([Modality.Prohibition, Modality.Duty])) return Wrong(allows);
        return null;

        static GroundingVerdict Wrong(string words) => new(GroundingProblem.OtherModality, words.Trim(), "", 0);
    }

    [GeneratedRegex(@"\b(it should be noted that|it must be noted that|note that)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\b(no|nobody|neither)\b[^.;]{3,60}?\bmay\b", RegexOptions.IgnoreCase)]
    private static partial Regex Nobody();

    private static string? First(string sentence, params string[] phrases) =>
        phrases.FirstOrDefault(phrase => sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase));
}
