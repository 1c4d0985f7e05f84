using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>What the writer of a sentence counts in the clause: two kinds, the three items of a list, the second of them.</summary>
internal static class WritersCounts
{
    private const int LongestCount = 30;
    private const int MostCategories = 12;

    private static readonly string[] Counters = ["类", "种", "项", "级", "个", "件", "档", "家", "步", "点", "条", "次", "支", "人", "块"];

    private static readonly string[] Categories = ["情形", "情况", "条件", "要求", "内容", "方面", "环节", "步骤", "途径", "方式", "类型", "部分", "事项", "原则", "任务", "措施", "要点", "关键", "阶段", "层次"];

    // One of something may be told with another counter.
    private const string Counted = "个人名家项件种类户位";

    /// <summary>两类, 七种, 三个条件: as many as the clause or the sentence itself goes on to list. Of two there is always something.</summary>
    public static bool Counts(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        var unit = fact.Unit.TrimStart('第');
        if (fact.Bound is not Bound.None || fact.Values[0] is < 2 or > LongestCount || !Counters.Contains(unit, StringComparer.Ordinal)) return false;
        var count = (int)fact.Values[0];
        // Where the clause counts the same things itself, only its own items are counted.
        return evidence.Facts.Any(other => other.Kind == FactKind.Quantity && string.Equals(other.Unit, fact.Unit, StringComparison.Ordinal))
            ? (NumberedItems(evidence.Folded) >= count && fact.Start > 0 && sentence.Folded[fact.Start - 1] is '前') || Lists(evidence.Folded, count, itemsOnly: true) || Lists(sentence.Folded, count, itemsOnly: true)
            : count == 2 || Lists(evidence.Folded, count, itemsOnly: false) || Lists(sentence.Folded, count, itemsOnly: false);
    }

    /// <summary>三种情形, 四个环节: how the writer sorts what the clause says, where the clause does not count or number them itself.</summary>
    public static bool Categorises(Fact fact, GroundingText sentence, GroundingText evidence)
    {
        if (fact.Values[0] is < 2 or > MostCategories || !Array.Exists(Categories, word => sentence.Folded.HasAt(fact.End, word))) return false;
        if (Lists(sentence.Folded, (int)fact.Values[0], itemsOnly: true)) return true;
        return NumberedItems(evidence.Folded) < 2 && !evidence.Facts.Any(other => other.Kind == FactKind.Quantity && other.Values[0] >= 2 && string.Equals(other.Unit, fact.Unit, StringComparison.Ordinal));
    }

    /// <summary>1个 for 一人: the clause has one of something.</summary>
    public static bool IsSingle(Fact fact, GroundingText evidence) =>
        evidence.Has('一', fact.Printed[^1]) || (Counted.Contains(fact.Printed[^1], StringComparison.Ordinal) && Counted.Any(counter => evidence.Has('一', counter)));

    /// <summary>第二项 is the item that begins with (二) or 2.</summary>
    public static bool NamesItem(Fact fact, GroundingText evidence) =>
        fact.Kind is FactKind.Provision or FactKind.Quantity && fact.Printed is ['第', .., '项'] or [_, '项'] && fact.Start >= 0
        && (HanNumeral.Read(fact.Printed.TrimStart('第'), 0)?.Value ?? NumberReader.Read(fact.Printed.TrimStart('第'), 0)?.Value) is { } number && number >= 1 && number <= NumberedItems(evidence.Folded)
        && (fact.Kind is FactKind.Provision || fact.Unit.StartsWith('第'));

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
}
