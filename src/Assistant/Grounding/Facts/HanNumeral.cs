using System.Buffers;
using Assistant.Corpus.Labels;

namespace Assistant.Grounding.Facts;

/// <summary>A number in Han characters inside running text: 三十, 一百二十万, 三点五, 二〇二五. A rough one (三五, 七八) states no figure and is none.</summary>
internal static class HanNumeral
{
    private static readonly SearchValues<char> Exact = SearchValues.Create("十百千万亿廿卅〇零点");

    /// <summary>The number that begins at <paramref name="start"/> and where it ends; null where none does.</summary>
    public static (decimal Value, int End)? Read(string text, int start)
    {
        var read = ChineseNumeral.ReadAmount(text, start);
        // 一百千克: the last 千 belongs to the unit.
        if (read is { } all && all.End - start > 1 && text[all.End - 1] is '千' && all.End < text.Length && text[all.End] is '克' or '瓦' or '米' or '伏' or '卡' or '帕') read = ChineseNumeral.ReadAmount(text[start..(all.End - 1)], 0) is { } shorter ? (shorter.Value, start + shorter.End) : null;
        return read is { } number && !IsRough(text.AsSpan(start, number.End - start)) ? number : null;
    }

    /// <summary>Digits read one by one are a year or a number of more digits; two or three of them side by side say about how many.</summary>
    private static bool IsRough(ReadOnlySpan<char> printed) => printed.Length is 2 or 3 && !printed.ContainsAny(Exact);
}
