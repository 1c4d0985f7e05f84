namespace Assistant.Grounding.Facts;

/// <summary>
/// Numbers that the writer of a sentence adds and a clause cannot hold: how many things it lists, by how much two of its numbers differ, what they come to.
/// </summary>
internal static class WritersNumbers
{
    private const int LongestCount = 30;
    private const int MostNumbers = 40;

    // How near to the number a word of reckoning must stand.
    private const int Before = 5;
    private const int Behind = 3;

    private static readonly string[] Counters = ["类", "种", "项", "级", "个", "件", "档", "家", "步", "点", "条", "次", "支", "人"];

    private static readonly string[] Comparing = ["高", "低", "多", "少", "差", "增加", "减少", "增长", "下降", "提高", "降低", "上升", "扩大", "缩短", "延长"];

    private static readonly string[] Adding = ["合计", "总计", "总共", "一共", "共计", "共", "累计", "相当于", "加起来", "总额"];

    public static bool Explain(Fact fact, GroundingText sentence, GroundingText evidence) =>
        fact.Kind == FactKind.Quantity && (Counts(fact, sentence, evidence) || CountsYears(fact, sentence, evidence) || Reckons(fact, sentence, evidence) || Shares(fact, evidence) || (fact.Values[0] == 0 && evidence.Contains("零")));

    /// <summary>两类, 七种, 三个条件: as many as the clause or the sentence itself goes on to list. Of two there is always something.</summary>
    private static bool Counts(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        var unit = fact.Unit.TrimStart('第');
        if (fact.Bound is not Bound.None || fact.Values[0] is < 2 or > LongestCount || !Counters.Contains(unit, StringComparer.Ordinal)) return false;
        var count = (int)fact.Values[0];
        // Where the clause counts the same things itself, only its own items are counted.
        return Quantities(evidence).Any(other => string.Equals(other.Unit, fact.Unit, StringComparison.Ordinal))
            ? (NumberedItems(evidence.Folded) >= count && fact.Start > 0 && sentence.Folded[fact.Start - 1] is '前') || Lists(evidence.Folded, count, itemsOnly: true) || Lists(sentence.Folded, count, itemsOnly: true)
            : count == 2 || Lists(evidence.Folded, count, itemsOnly: false) || Lists(sentence.Folded, count, itemsOnly: false);
    }

    /// <summary>A list of that many: numbered items, parts side by side, or names joined by 、.</summary>
    private static bool Lists(string text, int count, bool itemsOnly)
    {
        if (NumberedItems(text) == count) return true;
        if (!itemsOnly && (text.Count(c => c == ';') + 1 == count || text.Split('。', ';', '\n').Any(part => part.Split(',').Length == count))) return true;
        foreach (var part in text.Split([',', '。', ';', ':', '\n', '(', ')']))
        {
            var marks = part.Count(c => c is '、');
            var joints = part.Count(c => c is '和' or '与' or '及' or '或');
            if (marks + joints > 0 && count >= marks + 1 && count <= marks + joints + 1) return true;
        }
        return false;
    }

    /// <summary>The number of the last of (一), (二)…, 1., 2.… or 一是, 二是….</summary>
    private static int NumberedItems(string text)
    {
        var last = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not '(' && i > 0 && text[i - 1] is not ('。' or ';' or ':' or ',' or '\n')) continue;
            var at = text[i] is '(' ? i + 1 : i;
            var end = at;
            while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end])) end++;
            var number = end > at ? (Value: (decimal)int.Parse(text.AsSpan(at, end - at)), End: end) : HanNumeral.Read(text, at);
            if (number is { Value: > 0 and <= LongestCount } read && read.End < text.Length && text[read.End] is ')' or '.' or '是' && read.Value == last + 1) last++;
        }
        return last;
    }

    /// <summary>一年 for 每年; 两年 for 2026 and 2027, 三年 for 2026年至2028年.</summary>
    private static bool CountsYears(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        if (fact.Unit is not "个月" || !fact.Printed.Contains('年', StringComparison.Ordinal) || fact.Values[0] % 12 != 0) return false;
        var count = (int)(fact.Values[0] / 12);
        if (count == 1) return evidence.Contains("每年") || evidence.Contains("年度") || evidence.Contains("全年") || evidence.Contains("按年");
        return Spans(Years(sentence)) || Spans(Years(evidence));

        bool Spans(List<int> years) => years.Count == count || (years.Count > 1 && years.Max() - years.Min() + 1 == count);
    }

    private static List<int> Years(GroundingText text) => [.. text.Facts.Where(other => other is { Kind: FactKind.Date, Date.Year: > 0 }).Select(other => other.Date.Year).Distinct()];

    /// <summary>比燃油车高2000元, 合计7.2亿元, 10倍: the difference, the sum, the product or the ratio of two numbers of the clause.</summary>
    private static bool Reckons(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        var compares = Beside(fact, sentence, Comparing);
        var adds = Beside(fact, sentence, Adding) || Array.Exists(Adding[..^1], sentence.Contains);
        var unit = fact.Unit is "百分点" ? "%" : fact.Unit;
        if (!compares && !adds && unit is not "倍") return false;
        var numbers = Quantities(evidence).Where(other => unit is "倍" || string.Equals(other.Unit, unit, StringComparison.Ordinal)).SelectMany(other => other.Values).Distinct().Take(MostNumbers).ToList();
        if (adds && fact.Values.Any(value => value == numbers.Sum() || numbers.Exists(one => one != 0 && value % one == 0 && CountsOf(sentence, evidence).Contains(value / one)))) return true;
        foreach (var first in numbers)
        {
            foreach (var second in numbers.Where(second => second < first))
            {
                if (fact.Values.Any(value => (compares && value == first - second) || (adds && value == first + second) || (unit is "倍" && second != 0 && value == first / second))) return true;
            }
        }
        return false;
    }

    /// <summary>40% of 4:3:3.</summary>
    private static bool Shares(Fact fact, GroundingText evidence)
    {
        if (fact.Unit is not "%") return false;
        var text = evidence.Folded;
        for (var at = text.IndexOf(':'); at > 0; at = text.IndexOf(':', at + 1))
        {
            if (!char.IsAsciiDigit(text[at - 1]) || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) continue;
            var (start, end) = (at - 1, at + 1);
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':')) end++;
            var parts = text[start..end].Split(':', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.TryParse(part, out var number) && number <= NumberReader.Largest ? number : 0).ToList();
            if (parts.Sum() > 0 && parts.Exists(part => fact.Values.Contains(Math.Round(100m * part / parts.Sum(), 2)))) return true;
            at = end - 1;
        }
        return false;
    }

    private static HashSet<decimal> CountsOf(GroundingText sentence, GroundingText evidence)
    {
        var years = Years(evidence);
        HashSet<decimal> counts = [.. Quantities(sentence).SelectMany(other => other.Unit is "个月" ? [other.Values[0] / 12] : other.Values)];
        if (years.Count > 1) counts.Add(years.Max() - years.Min() + 1);
        return counts;
    }

    private static IEnumerable<Fact> Quantities(GroundingText text) => text.Facts.Where(fact => fact.Kind == FactKind.Quantity);

    private static bool Beside(Fact fact, GroundingText sentence, string[] words)
    {
        var start = Math.Max(0, fact.Start - Before);
        var before = sentence.Folded[start..fact.Start];
        var behind = sentence.Folded[fact.End..Math.Min(sentence.Folded.Length, fact.End + Behind)];
        return Array.Exists(words, word => before.Contains(word, StringComparison.Ordinal) || behind.Contains(word, StringComparison.Ordinal));
    }
}
