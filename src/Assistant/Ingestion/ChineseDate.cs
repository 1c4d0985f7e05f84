using System.Text.RegularExpressions;

namespace Assistant.Ingestion;

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
        var (year, month, day) = (Digits(match.Groups["y"].Value), Small(match.Groups["m"].Value), Small(match.Groups["d"].Value));
        return year is > 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>二〇二四 and 2024, digit by digit.</summary>
    private static int Digits(string text)
    {
        var value = 0;
        foreach (var character in text)
        {
            var digit = Digit(character);
            if (digit < 0) return 0;
            value = value * 10 + digit;
        }
        return value;
    }

    /// <summary>十一, 二十, 三十一, 08.</summary>
    private static int Small(string text)
    {
        var ten = text.IndexOf('十');
        if (ten < 0) return Digits(text);
        var tens = ten == 0 ? 1 : Digit(text[0]);
        var ones = ten == text.Length - 1 ? 0 : Digit(text[^1]);
        return tens * 10 + ones;
    }

    private static int Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= '０' and <= '９' => character - '０',
        '零' or '〇' or '○' or 'Ｏ' or 'O' => 0,
        _ => "〇一二三四五六七八九".IndexOf(character),
    };

    private const string Date =
        @"(?<y>[12]\s?\d\s?\d\s?\d|[一二][零〇○ＯO一二三四五六七八九]{3})\s*(?:年|[-./])\s*(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:月|[-./])\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?";

    [GeneratedRegex(Date)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[（(]?(?:(?:成文|发文|发布|印发|公布|签发)?(?:日期|时间)\s*[：:]\s*)?" + Date + @"[）)]?(?:\s*(?:印发|发布|公布))?$")]
    private static partial Regex WholeLine();
}
