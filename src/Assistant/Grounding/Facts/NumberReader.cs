using System.Globalization;
using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Numbers in folded running text, in digits or Han characters, with their factors: 1.5万亿, 1,000, 三十, 20余.</summary>
internal static class NumberReader
{
    /// <summary>Nothing that is counted comes near; sums and products of such numbers stay within what a decimal holds.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Nor does anything come near this: one part of another (分之) stays within a decimal as well.</summary>
    private const decimal Smallest = 0.000_001m;

    /// <summary>The number that begins at a place and where it ends; null where none does.</summary>
    public static (decimal Value, int End, bool IsHan)? Read(string text, int start)
    {
        if (start >= text.Length) return null;
        if (char.IsAsciiDigit(text[start]))
        {
            // Part of a name such as CO2 or GB3095 is a Latin word, not a number.
            if (start > 0 && (char.IsAsciiLetter(text[start - 1]) || (text[start - 1] is '.' && start > 1 && char.IsAsciiDigit(text[start - 2])))) return null;
            var end = start;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || IsInnerMark(text, end))) end++;
            if (!decimal.TryParse(text.AsSpan(start, end - start).ToString().Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest || value is > 0 and < Smallest) return null;
            return Multiplied(text, value, end, isHan: false);
        }
        return HanNumeral.Read(text, start) is { } han && han.Value <= Largest ? Multiplied(text, han.Value, han.End, isHan: true) : null;
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
            if (factor == 0 || value > Largest / factor) break;
            if (factor == 100 && text.HasAt(end, "百分")) break;
            value *= factor;
            end++;
        }
        // 多 and 余 are part of the printed number and change nothing that can be compared.
        if (end < text.Length && text[end] is '多' or '余') end++;
        return (value, end, isHan);
    }

    private static bool IsUnitStart(string text, int at) => text.HasAt(at, "千瓦") || text.HasAt(at, "千克") || text.HasAt(at, "千米") || text.HasAt(at, "千伏");

    /// <summary>How many digits stand side by side from a place on.</summary>
    public static int DigitRun(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }
}
