using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Finds numbers with their units in folded text: 30日, 三十日, 1.5万亿元, 百分之五, 5%—10%, 2024-11-06.</summary>
internal static class QuantityScanner
{
    // Words that begin with or hold a numeral and count nothing.
    private static readonly string[] Words =
    [
        "一般", "一律", "一致", "一定", "一切", "一体", "一并", "一直", "一旦", "一带一路", "一方面", "一次性", "一站式", "一揽子", "一系列", "一部分", "一些", "一批", "一起",
        "一时", "一贯", "一流", "一样", "十分", "万一", "千方百计", "三农", "两新", "两重", "百姓", "千家万户", "二手", "一线", "一网通办", "四川", "九江", "三亚", "五金", "百货",
        "万元", "万人", "亿元", "千瓦", "千克", "千米", "百分点",
    ];

    private static readonly (string Printed, decimal Whole)[] Parts = [("百分之", 100), ("千分之", 1000), ("万分之", 10_000)];

    public static List<Fact> Scan(string text)
    {
        var facts = new List<Fact>();
        var at = 0;
        while (at < text.Length)
        {
            if (CalendarDates.ReadDashed(text, at) is { } date)
            {
                facts.Add(date);
                at = date.End;
            }
            else if (Read(text, at) is { } fact)
            {
                facts.Add(fact);
                at = fact.End;
            }
            else at += char.IsAsciiDigit(text[at]) ? NumberReader.DigitRun(text, at) : 1;
        }
        JoinRanges(text, facts);
        return CalendarDates.Join(text, facts);
    }

    private static Fact? Read(string text, int start)
    {
        if (IsInsideWord(text, start)) return null;
        if (text.HasAt(start, "百分之百")) return Quantity(text, start, start + 4, 100, "%");
        foreach (var (printed, whole) in Parts)
        {
            if (text.HasAt(start, printed) && NumberReader.Read(text, start + 3) is { } share) return Quantity(text, start, share.End, share.Value / whole * 100, "%");
        }
        if (text.HasAt(start, "半小时") || text.HasAt(start, "半个小时")) return Quantity(text, start, text.IndexOf('时', start) + 1, 0.5m, "小时");
        if (text.HasAt(start, "半年")) return Quantity(text, start, start + 2, 6, "个月");
        if (NumberReader.Read(text, start) is not { } number) return null;
        if (!number.IsHan && number.Value is > 0 and < 20 && number.End < text.Length && text[number.End] is '/' && NumberReader.Read(text, number.End + 1) is { IsHan: false } below && below.Value > number.Value && below.Value <= 20 && (below.End >= text.Length || text[below.End] is not '/'))
            return Quantity(text, start, below.End, Math.Round(number.Value / below.Value * 100, 2), "%");
        if (text.HasAt(number.End, "分之") && NumberReader.Read(text, number.End + 2) is { } part && number.Value != 0)
            return Quantity(text, start, part.End, Math.Round(part.Value / number.Value * 100, 2), "%");
        if (Clock(text, start, number) is { } time) return time;
        var (unit, end) = Units.Read(text, number.End);
        if (number.IsHan && !CountsSomething(text, start, number, unit)) return null;
        if (unit.Length == 0 && text.HasAt(end, "成") && !(end + 1 < text.Length && "立为员果本就长功品都分熟".Contains(text[end + 1], StringComparison.Ordinal)) && number.Value <= 10)
            return Quantity(text, start, end + 1, number.Value * 10, "%");
        // A span of years is told in months as well; a year is not.
        if (unit is "年" && number.Value < 1000) return Quantity(text, start, end, number.Value * 12, "个月");
        // 一米三.
        if (unit is "米" && number.IsHan && HanNumeral.Read(text, end) is { Value: > 0 and < 10 } tenths && tenths.End == end + 1 && Units.Read(text, tenths.End).Unit.Length == 0) return Quantity(text, start, tenths.End, number.Value + tenths.Value / 10, unit);
        if (unit is "‰") return Quantity(text, start, end, number.Value / 10, "%");
        return Quantity(text, start, end, number.Value, unit);
    }

    /// <summary>18时, 9:00, 下午5点: an hour of the day, which may be told by twelves.</summary>
    private static Fact? Clock(string text, int start, (decimal Value, int End, bool IsHan) number)
    {
        if (number.Value is < 0 or > 24 || decimal.Truncate(number.Value) != number.Value || number.End >= text.Length) return null;
        var end = number.End;
        if (text[end] is ':' && NumberReader.DigitRun(text, end + 1) == 2 && !number.IsHan) end += 3;
        else if (text[end] is '点' && (text.AsSpan(Math.Max(0, start - 3), Math.Min(3, start)).IndexOfAny("午晚晨早夜天日".AsSpan()) >= 0 || (end + 1 < text.Length && text[end + 1] is '钟' or '半' or '至' or '到' or '前' or '后'))) end++;
        else return null;
        IReadOnlyList<decimal> hours = number.Value < 12 ? [number.Value, number.Value + 12] : [number.Value];
        return new Fact(FactKind.Quantity, text[start..end], start, end, "", hours, "时", BoundScanner.Of(text, start, end));
    }

    private static Fact Quantity(string text, int start, int end, decimal value, string unit)
    {
        var ordinal = start > 0 && text[start - 1] == '第';
        return new Fact(FactKind.Quantity, text[start..end], start, end, "", [value], ordinal ? "第" + unit : unit, BoundScanner.Of(text, start, end));
    }

    /// <summary>A Han numeral is a quantity when a unit follows or it is plainly a number; 一 alone counts nothing.</summary>
    private static bool CountsSomething(string text, int start, (decimal Value, int End, bool IsHan) number, string unit)
    {
        if (number.End < text.Length && text[number.End] is '、' && number.End - start <= 2) return false;
        if (unit.Length == 0 && OpensRange(text, number.End)) return true;
        if (unit.Length == 0) return (number.End - start >= 2 && number.Value >= 11) || decimal.Truncate(number.Value) != number.Value;
        if (number.Value == 1 && start > 0 && text[start - 1] is '中' or '任' or '某' or '另' or '各' or '这' or '那' or '其') return false;
        if (number.Value == 1 && BoundScanner.StartOf(text, start) == start && unit is not ("年" or "月" or "元" or "倍" or "岁" or "工作日" or "亩") && Units.InSmallest(unit) is null) return false;
        // 一年不超过两次 is 每年, no span of time.
        if (number.Value == 1 && unit is "年" or "个月" or "周" or "日" && IsFrequency(text, number.End)) return false;
        if (unit is "日" && number.Value == 1 && start > 0 && text[start - 1] is '同' or '每') return false;
        return true;
    }

    /// <summary>The 五 of 五至十一人.</summary>
    private static bool OpensRange(string text, int at) =>
        at + 1 < text.Length && text[at] is '至' or '到' or '-' && NumberReader.Read(text, at + 1) is { } second && Units.Read(text, second.End).Unit.Length > 0;

    private static bool IsFrequency(string text, int at)
    {
        for (var i = at; i < Math.Min(at + 9, text.Length) && (HanText.IsHan(text[i]) || char.IsAsciiDigit(text[i])); i++)
        {
            if (text[i] is '次' && (char.IsAsciiDigit(text[i - 1]) || HanNumeral.Read(text, i - 1) is not null)) return true;
        }
        return false;
    }

    /// <summary>The first number of 5—10万元 has the unit of the second, and perhaps its factor; 500元至5000元 is 500元以上5000元以下.</summary>
    private static void JoinRanges(string text, List<Fact> facts)
    {
        for (var i = facts.Count - 2; i >= 0; i--)
        {
            var (first, second) = (facts[i], facts[i + 1]);
            if (second.Start - first.End == 1 && text[first.End] is '-' or '至' or '到' && first.Bound == Bound.None && second.Bound == Bound.None)
                (facts[i], facts[i + 1]) = (first, second) = (first with { Bound = Bound.Reached, IsEndOfRange = true }, second with { Bound = Bound.Within, IsEndOfRange = true });
            if (first.Unit.Length > 0 || second.Unit.Length == 0 || second.Start - first.End != 1 || text[first.End] is not ('-' or '至' or '到' or '、' or '/')) continue;
            // 5—10万元: the factor of the second may be meant for the first; 3—5年 has none, but years are told in months.
            var factor = Factor(second.Printed);
            var inMonths = second.Unit is "个月" && second.Printed.Contains('年', StringComparison.Ordinal) ? 12 : 1;
            first = first with { Values = [.. first.Values.Select(value => value * inMonths)] };
            facts[i] = first with { Unit = second.Unit, Values = factor == 1 ? first.Values : [.. first.Values, .. first.Values.Select(value => value * factor)] };
        }
    }

    private static decimal Factor(string printed)
    {
        decimal factor = 1;
        foreach (var c in printed) factor *= c switch { '万' => 10_000, '亿' => 100_000_000, _ => 1 };
        return factor;
    }

    private static bool IsInsideWord(string text, int start)
    {
        foreach (var word in Words)
        {
            if (text.HasAt(start, word)) return true;
        }
        return start > 0 && (text[start - 1], text[start]) is ('统' or '唯' or '同' or '单' or '专' or '逐' or '每' or '任' or '某' or '之' or '万', '一') or ('进', '一')
            || (start > 0 && text[start - 1] is '上' or '下' && text.HasAt(start, "一年度"))
            || (start > 0 && text[start - 1] is '第' && text.HasAt(start, "二天"));
    }
}
