using Assistant.Grounding.Checks;

namespace Assistant.Grounding.Facts;

/// <summary>
/// Numbers that the writer of a sentence adds and a clause cannot hold: how many things it lists, what its numbers come to, one year for 每年, an example.
/// </summary>
internal static class WritersNumbers
{
    // 五年就要复审一次: how far the interval may stand from the 一次.
    private const int LongestInterval = 12;

    public static bool Explain(Fact fact, GroundingText sentence, GroundingText evidence) =>
        fact.Kind == FactKind.Quantity
        && (WritersCounts.Counts(fact, sentence, evidence) || WritersCounts.Categorises(fact, sentence, evidence)
            || CountsYears(fact, sentence, evidence) || IsOne(fact, sentence, evidence) || IsRank(fact, evidence)
            || Reckoning.Reckons(fact, sentence, evidence) || Reckoning.Shares(fact, evidence) || Reckoning.Converts(fact, evidence)
            || SupposedNumbers.Explain(fact, sentence, evidence)
            || (fact.Values[0] == 0 && evidence.Contains("零")));

    /// <summary>一年 for 每年; 两年 for 2026 and 2027, 三年 for 2026年至2028年.</summary>
    private static bool CountsYears(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        if (fact.Unit is not "个月" || !fact.Printed.Contains('年', StringComparison.Ordinal) || fact.Values[0] % 12 != 0) return false;
        var count = (int)(fact.Values[0] / 12);
        if (count == 1) return evidence.Contains("每年") || evidence.Contains("年度") || evidence.Contains("全年") || evidence.Contains("按年");
        return Spans(Years(sentence)) || Spans(Years(evidence));

        bool Spans(List<int> years) => years.Count == count || (years.Count > 1 && years.Max() - years.Min() + 1 == count);
    }

    public static List<int> Years(GroundingText text) => [.. text.Facts.Where(other => other is { Kind: FactKind.Date, Date.Year: > 0 }).Select(other => other.Date.Year).Distinct()];

    /// <summary>一天 for 每日 and 当日, 第一年 for 首年, 第二年 for 次年, and the 一次 of 五年一次, whose years are compared.</summary>
    private static bool IsOne(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        if (fact.Printed[0] is not ('一' or '二' or '两')) return false;
        var unit = fact.Printed[^1];
        if (fact.Unit.StartsWith('第')) return IsOrdinal(fact, unit is '天' ? '日' : unit, evidence);
        if (fact.Printed[0] is not '一') return false;
        if (unit is '次' or '回') return sentence.Facts.Any(other => other.Kind == FactKind.Quantity && other.End <= fact.Start && fact.Start - other.End <= LongestInterval && other.Unit is "个月" or "日" or "小时" or "季度" or "周");
        return fact.Bound is not (Bound.AtLeast or Bound.AtMost) && (PeriodCheck.NamesPeriod(evidence.Folded, fact.Printed[1..]) || "首单当满半".Any(word => evidence.Has(word, unit)));
    }

    private static bool IsOrdinal(Fact fact, char unit, GroundingText evidence) => fact.Printed[0] is '一'
        ? evidence.Has('首', unit) || evidence.Has('初', unit)
        : evidence.Has('次', unit) || evidence.Has('再', unit) || evidence.Contains("后续");

    /// <summary>第七位 for 排名第七, and the 十二项 of 第一、八、十二项.</summary>
    private static bool IsRank(Fact fact, GroundingText evidence) =>
        fact.Printed.Length > 1 && (fact.Unit is "第人" || fact.Unit is "项") && (evidence.Contains("第" + fact.Printed) || (fact.Unit is "第人" && evidence.Contains("第" + fact.Printed[..^1])));
}
