using System.Buffers;
using Assistant.Corpus.Labels;

namespace Assistant.Grounding.Facts;

/// <summary>A number in Han characters inside running text: 三十, 一百二十万, 三点五, 二〇二五. A rough one (三五, 七八) states no figure and is none.</summary>
internal static class HanNumeral
{
    private static readonly SearchValues<char> Exact = SearchValues.Create("十百千万亿廿卅〇零点");

    /// <summary>The number that begins at <paramref name="start"/> and where it ends; null where none does.</summary>
    public static (decimal Value, int End)? Read(string text, int start) =>
        ChineseNumeral.ReadAmount(text, start) is { } read && !IsRough(text.AsSpan(start, read.End - start)) ? read : null;

    /// <summary>Digits read one by one are a year or a number of more digits; two or three of them side by side say about how many.</summary>
    private static bool IsRough(ReadOnlySpan<char> printed) => printed.Length is 2 or 3 && !printed.ContainsAny(Exact);
}
