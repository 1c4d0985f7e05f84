namespace Assistant.Answering.Grounding;

/// <summary>
/// Of several like rules side by side (对单位处十万元…，对个人处一万元…) a sentence must not give one the other's number: the words that only one of
/// them has, beside a number that only another has.
/// </summary>
internal static class PairingCheck
{
    // One pair of characters in common may be chance; two are a word.
    private const int Enough = 2;

    /// <summary>A stretch of text that ends with the number it is about.</summary>
    /// <param name="Part">Where the part with the number itself begins.</param>
    private sealed record Rule(int Start, int Part, int End, List<Fact> Facts)
    {
        public Rule WithoutCondition => this with { Start = Part };
    }

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        // 分别 pairs two lists in one breath; which goes with which is not told by nearness.
        if (sentence.Contains("分别")) return null;
        foreach (var unit in sentence.Facts.Where(IsCompared).Select(fact => fact.Unit).Distinct(StringComparer.Ordinal).ToList())
        {
            var rules = Rules(evidence, unit);
            if (rules.Count < 2) continue;
            foreach (var said in Rules(sentence, unit))
            {
                // The first of several rules stands behind the condition that all have in common, so each is looked at without it as well.
                if ((Check(sentence, said, evidence, rules) ?? Check(sentence, said.WithoutCondition, evidence, rules.ConvertAll(rule => rule.WithoutCondition))) is { } problem) return problem;
            }
        }
        return null;
    }

    private static GroundingVerdict? Check(GroundingText sentence, Rule said, GroundingText evidence, List<Rule> rules)
    {
        var own = rules.Where(rule => said.Facts.TrueForAll(fact => rule.Facts.Exists(fact.SaysSameAs))).ToList();
        if (own.Count != 1 || own[0].Facts.Count > said.Facts.Count) return null;
        var counts = rules.ConvertAll(rule => Distinct(sentence, said, evidence, rule, rules));
        var at = rules.IndexOf(own[0]);
        if (counts[at] > 0) return null;
        var rival = counts.IndexOf(counts.Max());
        return counts[rival] >= Enough
            ? new GroundingVerdict(GroundingProblem.OtherInClause, said.Facts[0].Printed, rules[rival].Facts[0].Printed, 0)
            : null;
    }

    /// <summary>How many of the words of what is said stand in this rule and in none of the others; a number with its bound counts for two.</summary>
    private static int Distinct(GroundingText sentence, Rule said, GroundingText evidence, Rule rule, List<Rule> rules)
    {
        var count = 0;
        for (var i = said.Start; i + 1 < said.End; i++)
        {
            if (!char.IsLetter(sentence.Folded[i]) || !char.IsLetter(sentence.Folded[i + 1]) || IsInNumber(sentence, i) || IsInNumber(sentence, i + 1)) continue;
            var pair = sentence.Folded.AsSpan(i, 2);
            if (!Holds(evidence, rule, pair)) continue;
            var elsewhere = false;
            foreach (var other in rules) elsewhere |= other != rule && Holds(evidence, other, pair);
            // A letter is a name of its own: A类, B类.
            if (!elsewhere) count += char.IsAsciiLetter(pair[0]) ? Enough : 1;
        }
        foreach (var fact in sentence.Facts)
        {
            if (fact.Kind != FactKind.Quantity || fact.Start < said.Start || fact.End > said.End || said.Facts.Contains(fact)) continue;
            if (Has(rule, fact) && rules.TrueForAll(other => other == rule || !Has(other, fact))) count += 2;
        }
        return count;

        bool Has(Rule one, Fact fact) => evidence.Facts.Any(other => other.Start >= one.Start && other.End <= one.End && other.Bound == fact.Bound && fact.SaysSameAs(other));
    }

    private static bool Holds(GroundingText text, Rule rule, ReadOnlySpan<char> pair) => text.Folded.AsSpan(rule.Start, rule.End - rule.Start).IndexOf(pair) >= 0;

    private static bool IsInNumber(GroundingText text, int at) => text.Facts.Any(fact => fact.Kind == FactKind.Quantity && fact.Start <= at && at < fact.End);

    private static bool IsCompared(Fact fact) => fact is { Kind: FactKind.Quantity, Unit: not ("" or "月" or "日") };

    /// <summary>Cut behind each part that holds a number of the unit; the parts before it (its condition) belong to it.</summary>
    private static List<Rule> Rules(GroundingText text, string unit)
    {
        var rules = new List<Rule>();
        var facts = text.Facts.Where(fact => IsCompared(fact) && string.Equals(fact.Unit, unit, StringComparison.Ordinal)).OrderBy(fact => fact.Start).ToList();
        if (facts.Count == 0) return rules;
        var (start, part) = (0, 0);
        for (var i = 0; i <= text.Folded.Length; i++)
        {
            var mark = i == text.Folded.Length ? '。' : text.Folded[i];
            if (mark is not (',' or '。' or ';' or ':' or '\n')) continue;
            var inside = facts.FindAll(fact => fact.Start >= part && fact.End <= i);
            if (inside.Count > 0) rules.Add(new Rule(start, part, i, inside));
            if (inside.Count > 0 || mark is not ',') start = i + 1;
            part = i + 1;
        }
        return rules;
    }
}
