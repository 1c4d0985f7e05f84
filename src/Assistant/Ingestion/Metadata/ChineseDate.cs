using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.Metadata;

/// <summary>Dates as Chinese documents print them: 2024年11月8日, 二〇二四年十一月八日, 2024-11-08.</summary>
internal static partial class ChineseDate
{
    /// <summary>The first date in a text; null where there is none or it is impossible (2月30日).</summary>
    public static DateOnly? First(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (Of(match) is { } date) return date;
        }
        return null;
    }

    /// <summary>The last date in a text.</summary>
    public static DateOnly? Last(string text) => Pattern().Matches(text).Select(Of).LastOrDefault(date => date is not null);

    /// <summary>The date where a line holds nothing else, brackets and a label such as 发布日期 aside.</summary>
    public static DateOnly? Line(string line) => line.Length < 40 && WholeLine().Match(line) is { Success: true } match ? Of(match) : null;

    private static DateOnly? Of(Match match)
    {
        var (year, month, day) = (Number(match.Groups["y"].ValueSpan), Number(match.Groups["m"].ValueSpan), Number(match.Groups["d"].ValueSpan));
        return year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>0 for what is no number. Typists take the letter O for 〇.</summary>
    private static int Number(ReadOnlySpan<char> printed) =>
        ChineseNumeral.TryParse(ClauseLabel.Compact(printed).Replace('O', '〇'), out var number) ? number : 0;

    private const string Date =
        @"(?<y>[12]\s?\d\s?\d\s?\d|[一二][零〇○ＯO一二三四五六七八九]{3})\s*(?:年|[-./])\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:月|[-./])\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?";

    [GeneratedRegex(Date)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[（(]?(?:(?:成文|发文|发布|印发|公布|签发)?(?:日期|时间)\s*[：:]\s*)?" + Date + @"[）)]?(?:\s*(?:印发|发布|公布))?$")]
    private static partial Regex WholeLine();
}
