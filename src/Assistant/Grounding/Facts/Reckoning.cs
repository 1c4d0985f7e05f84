namespace Assistant.Grounding.Facts;

/// <summary>What the writer of a sentence works out from the numbers of the clause: sums, differences, products, ratios, and the same in another unit.</summary>
internal static class Reckoning
{
    private const int MostNumbers = 40;

    // How near to the number a word of reckoning must stand.
    private const int Before = 5;
    private const int Behind = 3;

    private static readonly string[] Comparing = ["高", "低", "多", "少", "差", "增加", "减少", "增长", "下降", "提高", "降低", "上升", "扩大", "缩短", "延长"];

    private static readonly string[] Adding = ["合计", "总计", "总共", "一共", "共计", "共", "累计", "相当于", "加起来", "总额"];

    private static readonly string[] Concluding = ["也就是", "就是", "即", "折合", "算下来", "最高", "最多", "按", "要交", "应交"];

    /// <summary>一共12类: the sentence sums up, and the sum is right.</summary>
    public static bool SumsUp(Fact fact, GroundingText sentence, GroundingText evidence) => fact.Kind == FactKind.Quantity && Beside(fact, sentence, Adding) && Reckons(fact, sentence, evidence);

    /// <summary>比燃油车高2000元, 合计7.2亿元, 10倍: the difference, the sum, the product or the ratio of two numbers of the clause.</summary>
    public static bool Reckons(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        var compares = Beside(fact, sentence, Comparing);
        // 审批期限为二十日，可以延长十五日: 35 days at most.
        var adds = (evidence.Contains("延长") && Beside(fact, sentence, ["最长", "最多"])) || Beside(fact, sentence, Adding) || Array.Exists(Adding[..^1], sentence.Contains);
        var unit = fact.Unit is "百分点" ? "%" : fact.Unit;
        if (!compares && !adds && unit is not "倍" && !Array.Exists(Concluding, sentence.Contains)) return false;
        var numbers = Quantities(evidence).Where(other => unit is "倍" || string.Equals(other.Unit, unit, StringComparison.Ordinal)).SelectMany(other => other.Values).Distinct().Take(MostNumbers).ToList();
        // 8元 for 20% of 40元.
        if (unit is not "%" && Quantities(evidence).Any(share => share.Unit is "%" && numbers.Exists(one => share.Values[0] is > 0 and < 100 && fact.Values.Contains(one * share.Values[0] / 100)))) return true;
        // 每天30元、最多30天，就是900元: both factors are told, and compared, in the sentence.
        // Divided, not multiplied: the product of two large numbers may be more than a decimal holds.
        var told = Quantities(sentence).Where(one => one.End <= fact.Start && one.Values[0] != 0).Take(MostNumbers).ToList();
        if (told.Exists(one => string.Equals(one.Unit, unit, StringComparison.Ordinal) && told.Exists(other => other != one && fact.Values.Any(value => value / one.Values[0] == other.Values[0])))) return true;
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

    /// <summary>一天 for 二十四小时, 2公顷 for 20000平方米.</summary>
    public static bool Converts(Fact fact, GroundingText evidence) =>
        Units.InSmallest(fact.Unit) is { } unit && Quantities(evidence).Any(other =>
            Units.InSmallest(other.Unit) is { } theirs && string.Equals(unit.Smallest, theirs.Smallest, StringComparison.Ordinal) && fact.Values.Any(value => other.Values.Contains(value * unit.Factor / theirs.Factor)));

    /// <summary>40% of 4:3:3 or 六比四.</summary>
    public static bool Shares(Fact fact, GroundingText evidence) =>
        fact.Unit is "%" && Ratios(evidence.Folded).Any(parts => parts.Sum() > 0 && parts.Exists(part => fact.Values.Contains(Math.Round(100m * part / parts.Sum(), 2))));

    private static IEnumerable<List<decimal>> Ratios(string text)
    {
        for (var at = text.IndexOf('比'); at > 0; at = text.IndexOf('比', at + 1))
        {
            if (HanNumeral.Read(text, at - 1) is { } first && first.End == at && HanNumeral.Read(text, at + 1) is { } second) yield return [first.Value, second.Value];
        }
        for (var at = text.IndexOf(':'); at > 0; at = text.IndexOf(':', at + 1))
        {
            if (!char.IsAsciiDigit(text[at - 1]) || at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])) continue;
            var (start, end) = (at - 1, at + 1);
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ':')) end++;
            yield return [.. text[start..end].Split(':', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.TryParse(part, out var number) && number <= NumberReader.Largest ? number : 0)];
            at = end - 1;
        }
    }

    private static HashSet<decimal> CountsOf(GroundingText sentence, GroundingText evidence)
    {
        var years = WritersNumbers.Years(evidence);
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
