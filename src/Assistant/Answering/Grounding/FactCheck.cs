namespace Assistant.Answering.Grounding;

/// <summary>Numbers, names and quoted words of a sentence against the cited text: each must stand there, and in the same role.</summary>
internal static class FactCheck
{
    // Another value in surroundings this much more alike than those of the same value: the sentence has exchanged them.
    private const double Margin = 0.25;
    private const double Certain = 0.6;
    private const double SamePlace = 0.8;

    // The very words around another value: then a value that stands but a few characters off (1—3家) is still the wrong one.
    private const double ExactPlace = 0.95;
    private const double ExactMargin = 0.08;

    /// <param name="known">Titles and numbers of the cited document and clause: true, though not in the clause's own words.</param>
    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        foreach (var fact in sentence.Facts)
        {
            var problem = fact.Kind switch
            {
                FactKind.Title => HasTitle(known, fact.Key) ? null : evidence.Facts.Any(fact.SaysSameAs) ? Compare(fact, sentence, evidence, known) : HasTitle(evidence, fact.Key) ? null : Missing(fact),
                FactKind.Quotation => HasWords(evidence, fact.Key) || HasWords(known, fact.Key) ? null : Missing(fact),
                FactKind.Latin => Stands(fact, evidence) || Stands(fact, known) ? null : Missing(fact),
                _ => Compare(fact, sentence, evidence, known),
            };
            if (problem is not null) return problem;
        }
        return null;
    }

    private static GroundingVerdict? Compare(Fact fact, GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        double same = -1, other = -1;
        Fact? otherFact = null;
        Fact? closest = null;
        var agrees = false;
        foreach (var candidate in evidence.Facts)
        {
            if (!fact.IsComparableTo(candidate)) continue;
            var alike = Surroundings.Similarity(sentence.Folded, fact.Start, fact.End, evidence.Folded, candidate.Start, candidate.End);
            if (fact.SaysSameAs(candidate))
            {
                if (alike > same + 0.1) (agrees, closest) = (false, candidate);
                if (alike >= same - 0.1) agrees |= BoundScanner.Agree(fact.Bound, candidate.Bound);
                same = Math.Max(same, alike);
            }
            // The number of a list's item is in nobody's place.
            else if (alike > other && (candidate.Unit.Length > 0 || fact.Unit.Length == 0)) (other, otherFact) = (alike, candidate);
        }
        // What the title or the label holds may be said, but not in the place of something else: the clause's 2025 is not 2024 because its title names that year.
        if (same < SamePlace && other < SamePlace && Stands(fact, known)) return null;
        if (same < 0)
        {
            if (CountsList(fact, sentence.Folded) || CountsList(fact, evidence.Folded)) return null;
            if (fact.Kind == FactKind.Name && (other < SamePlace && IsWritten(fact, evidence, known) || NameScanner.StandsShortened(fact.Printed, evidence.Folded))) return null;
            return other >= Certain && otherFact is not null
                ? new GroundingVerdict(GroundingProblem.OtherInClause, fact.Printed, otherFact.Printed, 0)
                : Missing(fact);
        }
        if (other >= Certain && other > same + (other >= ExactPlace ? ExactMargin : Margin)) return new GroundingVerdict(GroundingProblem.OtherInClause, fact.Printed, otherFact!.Printed, 0);
        // 逾期 tells what happens behind the limit: 超过二十日未核定的 for 二十日内核定；逾期未核定的.
        if (fact.Bound == Bound.AtLeast && closest!.Bound is Bound.Within or Bound.AtMost && evidence.Contains("逾期")) return null;
        return agrees || fact.Kind != FactKind.Quantity ? null : new GroundingVerdict(GroundingProblem.OtherBound, Around(sentence.Folded, fact), Around(evidence.Folded, closest!), 0);
    }

    private static bool Stands(Fact fact, GroundingText text) => text.Facts.Any(fact.SaysSameAs);

    /// <summary>Names are guessed from their endings: one whose characters mostly stand in the clause side by side is no other name.</summary>
    private static bool IsWritten(Fact name, GroundingText evidence, GroundingText known)
    {
        // 财政部门 may stand for 财政局: what it deals with must be there.
        if (name.Printed.EndsWith("部门", StringComparison.Ordinal) && name.Printed is [.., var first, var second, _, _]) return evidence.Has(first, second) || known.Has(first, second);
        var pairs = name.Printed.Length - 1;
        var found = Enumerable.Range(0, pairs).Count(i => evidence.Has(name.Printed[i], name.Printed[i + 1]) || known.Has(name.Printed[i], name.Printed[i + 1]));
        return found >= pairs * 0.6;
    }

    /// <summary>三类 of a clause that lists three: the number is the writer's, and right.</summary>
    private static bool CountsList(Fact fact, string text)
    {
        if (fact.Kind != FactKind.Quantity || fact.Unit is not ("类" or "种" or "项" or "级") || fact.Values[0] is < 2 or > 10) return false;
        foreach (var part in text.Split([',', '。', ';', ':', '\n']))
        {
            if (part.Contains('、', StringComparison.Ordinal) && 1 + part.Count(c => c is '、' or '和' or '与' or '及') == fact.Values[0]) return true;
        }
        return false;
    }

    private static bool HasWords(GroundingText text, string words) => text.Contains(words);

    /// <summary>A title may be cited short: without 中华人民共和国, or by its last words.</summary>
    private static bool HasTitle(GroundingText text, string title) =>
        text.Contains(title) || (title.StartsWith("中华人民共和国", StringComparison.Ordinal) && title.Length > 8 && text.Contains(title[7..]));

    private static GroundingVerdict Missing(Fact fact) => new(GroundingProblem.NotInClause, fact.Printed, "", 0);

    /// <summary>The quantity with the words that bound it on either side.</summary>
    private static string Around(string text, Fact fact)
    {
        var end = fact.End;
        while (end < text.Length && end - fact.End < 2 && text[end] is '以' or '上' or '下' or '内' or '及' or '之') end++;
        return text[BoundScanner.StartOf(text, fact.Start)..end];
    }
}
