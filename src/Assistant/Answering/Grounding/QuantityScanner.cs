using System.Globalization;

namespace Assistant.Answering.Grounding;

/// <summary>Finds numbers with their units in folded text: 30日, 三十日, 1.5万亿元, 百分之五, 5%—10%, 2024-11-06.</summary>
internal static class QuantityScanner
{
    // Longest first. The second word is the unit that equal quantities share.
    private static readonly (string Printed, string Unit)[] Units =
    [
        ("个工作日", "工作日"), ("个百分点", "百分点"), ("立方米", "立方米"), ("平方米", "平方米"), ("平方公里", "平方公里"), ("工作日", "工作日"), ("百分点", "百分点"),
        ("自然日", "日"), ("个小时", "小时"), ("个季度", "季度"), ("人民币", "元"), ("千瓦时", "千瓦时"), ("个月", "个月"), ("周岁", "岁"), ("小时", "小时"), ("分钟", "分钟"), ("课时", "课时"), ("学时", "学时"),
        ("季度", "季度"), ("美元", "美元"), ("欧元", "欧元"), ("日元", "日元"), ("港元", "港元"), ("公里", "公里"), ("公斤", "公斤"), ("千克", "公斤"), ("千瓦", "千瓦"),
        ("兆瓦", "兆瓦"), ("公顷", "公顷"), ("摄氏度", "度"), ("年度", "年"), ("元", "元"), ("%", "%"), ("‰", "‰"), ("年", "年"), ("月", "月"), ("日", "日"), ("天", "日"),
        ("时", "时"), ("号", "号"), ("周", "周"), ("分", "分"), ("岁", "岁"), ("倍", "倍"), ("吨", "吨"), ("米", "米"), ("亩", "亩"), ("人", "人"), ("名", "人"), ("家", "家"), ("个", "个"), ("项", "项"),
        ("台", "台"), ("辆", "辆"), ("件", "件"), ("次", "次"), ("户", "户"), ("批", "批"), ("届", "届"), ("类", "类"), ("种", "种"), ("级", "级"), ("期", "期"), ("支", "支"),
    ];

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
            if (ReadIsoDate(text, at, facts) is var dateEnd and > 0) at = dateEnd;
            else if (Read(text, at) is { } fact)
            {
                facts.Add(fact);
                at = fact.End;
            }
            else at += char.IsAsciiDigit(text[at]) ? DigitRun(text, at) : 1;
        }
        JoinRanges(text, facts);
        return facts;
    }

    private static int DigitRun(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }

    private static Fact? Read(string text, int start)
    {
        if (IsInsideWord(text, start)) return null;
        if (Matches(text, start, "百分之百")) return Quantity(text, start, start + 4, 100, "%");
        foreach (var (printed, whole) in Parts)
        {
            if (Matches(text, start, printed) && Number(text, start + 3) is { } share) return Quantity(text, start, share.End, share.Value / whole * 100, "%");
        }
        if (Matches(text, start, "半年")) return Quantity(text, start, start + 2, 6, "个月");
        if (Number(text, start) is not { } number) return null;
        if (Matches(text, number.End, "分之") && Number(text, number.End + 2) is { } part && number.Value != 0)
            return Quantity(text, start, part.End, Math.Round(part.Value / number.Value * 100, 2), "%");
        var (unit, end) = Unit(text, number.End);
        if (number.IsHan && !CountsSomething(text, start, number, unit)) return null;
        if (unit.Length == 0 && Matches(text, end, "成") && !(end + 1 < text.Length && "立为员果本就长功品都分熟".Contains(text[end + 1], StringComparison.Ordinal)) && number.Value <= 10)
            return Quantity(text, start, end + 1, number.Value * 10, "%");
        // A span of years is told in months as well; a year is not.
        if (unit is "年" && number.Value < 1000) return Quantity(text, start, end, number.Value * 12, "个月");
        if (unit is "‰") return Quantity(text, start, end, number.Value / 10, "%");
        return Quantity(text, start, end, number.Value, unit);
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
        if (unit.Length == 0) return number.End - start >= 2 && number.Value >= 11;
        if (number.Value == 1 && BoundScanner.StartOf(text, start) == start && unit is not ("年" or "月" or "日" or "个月" or "元" or "倍" or "岁" or "小时" or "工作日")) return false;
        // 一年不超过两次 is 每年, no span of time.
        if (number.Value == 1 && unit is "年" or "个月" or "周" or "日" && IsFrequency(text, number.End)) return false;
        if (unit is "日" && number.Value == 1 && start > 0 && text[start - 1] is '同' or '每') return false;
        return true;
    }

    private static bool IsFrequency(string text, int at)
    {
        for (var i = at; i < Math.Min(at + 9, text.Length) && (TextFolding.IsHan(text[i]) || char.IsAsciiDigit(text[i])); i++)
        {
            if (text[i] is '次' && (char.IsAsciiDigit(text[i - 1]) || HanNumeral.Read(text, i - 1) is not null)) return true;
        }
        return false;
    }

    private static (decimal Value, int End, bool IsHan)? Number(string text, int start)
    {
        if (start >= text.Length) return null;
        if (char.IsAsciiDigit(text[start]))
        {
            // Part of a name such as CO2 or GB3095 is a Latin word, not a number.
            if (start > 0 && (char.IsAsciiLetter(text[start - 1]) || (text[start - 1] is '.' && start > 1 && char.IsAsciiDigit(text[start - 2])))) return null;
            var end = start;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInnerMark(text, end))) end++;
            if (!decimal.TryParse(text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
            return Multiplied(text, value, end, isHan: false);
        }
        return HanNumeral.Read(text, start) is { } han ? Multiplied(text, han.Value, han.End, isHan: true) : null;
    }

    private static bool IsInnerMark(string text, int at) => text[at] switch
    {
        '.' => at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]),
        ',' => at + 3 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
               && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4])),
        _ => false,
    };

    private static (decimal, int, bool)? Multiplied(string text, decimal value, int end, bool isHan)
    {
        for (var i = 0; i < 3 && end < text.Length; i++)
        {
            decimal factor = text[end] switch { '十' when !isHan => 10, '百' when !isHan => 100, '千' when !IsUnitStart(text, end) => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
            if (factor == 0 || value > 1_000_000_000_000_000m) break;
            if (factor == 100 && Matches(text, end, "百分")) break;
            value *= factor;
            end++;
        }
        // 多 and 余 are part of the printed number and change nothing that can be compared.
        if (end < text.Length && text[end] is '多' or '余') end++;
        return (value, end, isHan);
    }

    private static bool IsUnitStart(string text, int at) => Matches(text, at, "千瓦") || Matches(text, at, "千克") || Matches(text, at, "千米");

    private static (string Unit, int End) Unit(string text, int at)
    {
        foreach (var (printed, unit) in Units)
        {
            if (Matches(text, at, printed)) return (unit, at + printed.Length);
        }
        return ("", at);
    }

    private static int ReadIsoDate(string text, int at, List<Fact> facts)
    {
        if (at + 8 > text.Length || !char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '-'))) return 0;
        if (!Digits(text, at, 4, out var year) || year is < 1900 or > 2100) return 0;
        var mark = text[at + 4];
        if (mark is not ('-' or '.' or '/')) return 0;
        var month = DigitRun(text, at + 5);
        var second = at + 5 + month;
        if (month is 0 or > 2 || second >= text.Length || text[second] != mark) return 0;
        var day = DigitRun(text, second + 1);
        if (day is 0 or > 2) return 0;
        facts.Add(Quantity(text, at, at + 4, year, "年"));
        facts.Add(Quantity(text, at + 5, second, int.Parse(text.AsSpan(at + 5, month)), "月"));
        facts.Add(Quantity(text, second + 1, second + 1 + day, int.Parse(text.AsSpan(second + 1, day)), "日"));
        return second + 1 + day;
    }

    private static bool Digits(string text, int at, int count, out int value)
    {
        value = 0;
        return DigitRun(text, at) == count && int.TryParse(text.AsSpan(at, count), out value);
    }

    /// <summary>The first number of 5—10万元 has the unit of the second, and perhaps its factor; 500元至5000元 is 500元以上5000元以下.</summary>
    private static void JoinRanges(string text, List<Fact> facts)
    {
        for (var i = facts.Count - 2; i >= 0; i--)
        {
            var (first, second) = (facts[i], facts[i + 1]);
            if (second.Start - first.End == 1 && text[first.End] is '-' or '至' or '到' && first.Bound == Bound.None && second.Bound == Bound.None)
                (facts[i], facts[i + 1]) = (first, second) = (first with { Bound = Bound.Reached }, second with { Bound = Bound.Within });
            if (first.Unit.Length > 0 || second.Unit.Length == 0 || second.Start - first.End != 1 || text[first.End] is not ('-' or '至' or '到' or '、' or '/')) continue;
            var digits = second.Printed.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ',').Count();
            var factor = digits > 0 && decimal.TryParse(second.Printed.AsSpan(0, digits), NumberStyles.Number, CultureInfo.InvariantCulture, out var plain) && plain != 0 ? second.Values[0] / plain : 1;
            facts[i] = first with { Unit = second.Unit, Values = factor == 1 ? first.Values : [.. first.Values, .. first.Values.Select(value => value * factor)] };
        }
    }

    private static bool IsInsideWord(string text, int start)
    {
        foreach (var word in Words)
        {
            if (Matches(text, start, word)) return true;
        }
        return start > 0 && (text[start - 1], text[start]) is ('统' or '唯' or '同' or '单' or '专' or '逐' or '每' or '任' or '某' or '之' or '万', '一') or ('进', '一');
    }

    private static bool Matches(string text, int at, string word) => at >= 0 && at + word.Length <= text.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
