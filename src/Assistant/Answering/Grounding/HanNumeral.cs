using System.Buffers;

namespace Assistant.Answering.Grounding;

/// <summary>A number in Han characters inside running text: 三十, 一百二十万, 三点五, 二〇二五.</summary>
internal static class HanNumeral
{
    private const int Longest = 24;

    private static readonly SearchValues<char> UnitCharacters = SearchValues.Create("十百千万亿");

    /// <summary>The number that begins at <paramref name="start"/> and where it ends; null where none does.</summary>
    public static (decimal Value, int End)? Read(string text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (Digit(text[end]) >= 0 || Unit(text[end]) > 0)) end++;
        if (end == start || text[start] is '万' or '亿' or '千' or '百') return null;
        var run = text.AsSpan(start, end - start);
        if (!run.ContainsAny(UnitCharacters))
        {
            // Digits read one by one are a year or a number of two and more digits; 三五 as a rough number is left alone.
            decimal plain = 0;
            foreach (var c in run) plain = plain * 10 + Digit(c);
            if (run.Length is 2 or 3 && !run.ContainsAny('〇', '零')) return null;
            return WithFraction(text, plain, end);
        }
        decimal total = 0, section = 0, digit = 0;
        foreach (var c in run)
        {
            var unit = Unit(c);
            if (unit == 0)
            {
                if (digit != 0) return null;
                digit = Digit(c);
            }
            else if (unit >= 10_000)
            {
                // 万亿: the second factor applies to all before it.
                total = section + digit == 0 ? total * unit : total + (section + digit) * unit;
                (section, digit) = (0, 0);
            }
            else
            {
                section += (digit == 0 ? 1 : digit) * unit;
                digit = 0;
            }
        }
        return WithFraction(text, total + section + digit, end);
    }

    private static (decimal Value, int End) WithFraction(string text, decimal value, int end)
    {
        if (end + 1 >= text.Length || text[end] != '点' || Digit(text[end + 1]) < 0) return (value, end);
        var scale = 0.1m;
        for (end++; end < text.Length && Digit(text[end]) >= 0 && scale > 0.000001m; end++, scale /= 10) value += Digit(text[end]) * scale;
        return (value, end);
    }

    private static int Digit(char c) => c switch { '〇' => 0, '两' => 2, _ => "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) };

    private static decimal Unit(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 10_000, '亿' => 100_000_000, _ => 0 };
}
