using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Grounding.Facts;

/// <summary>Finds in an English sentence what a Chinese clause must hold as well: numbers with their units, dates, article numbers, codes.</summary>
internal static partial class EnglishFactScanner
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["fifteen"] = 15, ["eighteen"] = 18, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90,
    };

    private static readonly Dictionary<string, decimal> Parts = new(StringComparer.Ordinal) { ["half"] = 2, ["third"] = 3, ["quarter"] = 4, ["fourth"] = 4, ["fifth"] = 5, ["tenth"] = 10 };

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static List<Fact> Scan(string text)
    {
        var facts = new List<Fact>();
        foreach (Match match in Article().Matches(text))
            facts.Add(Fact.Of(FactKind.Provision, text, match.Index, match.Index + match.Length, $"{Level(match.Groups[1].Value)}{match.Groups[2].Value}.0"));
        foreach (Match match in Date().Matches(text))
        {
            var (day, year) = (match.Groups["day"], match.Groups["year"]);
            // Without either, may is a modal word and march a walk.
            if (!day.Success && !year.Success && match.Value.Trim() is "May" or "March") continue;
            var month = Array.FindIndex(Months, name => name.StartsWith(match.Groups["month"].Value.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)) + 1;
            facts.Add(OnDate(text, match, new CalendarDate(year.Success ? int.Parse(year.Value) : 0, month, day.Success ? int.Parse(day.Value) : match.Groups["end"].Success ? 31 : 0)));
        }
        foreach (Match match in Year().Matches(text))
        {
            if (!facts.Exists(fact => fact.Start < match.Index + match.Length && match.Index < fact.End))
                facts.Add(OnDate(text, match, match.Groups["end"].Success ? new CalendarDate(int.Parse(match.Groups["year"].Value), 12, 31) : new CalendarDate(int.Parse(match.Groups["year"].Value), 0, 0)));
        }
        foreach (Match match in Fraction().Matches(text))
            facts.Add(Quantity(text, match, Math.Round(Words[match.Groups[1].Value] / Parts[match.Groups[2].Value.ToLowerInvariant().TrimEnd('s')] * 100, 2), "%"));
        foreach (Match match in Clock().Matches(text))
            facts.Add(Quantity(text, match, decimal.Parse(match.Groups[1].Value) % 12 + (match.Groups[2].Value is "p" or "P" ? 12 : 0), "时"));
        foreach (Match match in Number().Matches(text))
        {
            if (facts.Exists(fact => fact.Start < match.Index + match.Length && match.Index < fact.End)) continue;
            if (Value(match) is not { } value) continue;
            // A small number spelled out without a unit (two awards, four areas) may be the writer's count, or stand in the clause as 一比三.
            if (!char.IsAsciiDigit(match.Value.TrimStart()[0]) && !match.Groups["sign"].Success && Unit(match).Length == 0) continue;
            // As in Chinese, a span of years is told in months; a year is not.
            var unit = Unit(match);
            facts.Add(unit is "年" && value < 1000 ? Quantity(text, match, value * 12, "个月") : Quantity(text, match, value, unit));
        }
        foreach (Match match in Code().Matches(text))
        {
            facts.Add(Fact.Of(FactKind.Latin, text, match.Index, match.Index + match.Length, match.Value.ToUpperInvariant()));
        }
        foreach (Match match in Title().Matches(text)) facts.Add(Fact.Of(FactKind.Title, text, match.Index, match.Index + match.Length, match.Groups[1].Value));
        return facts;
    }

    private static Fact Quantity(string text, Match match, decimal value, string unit) =>
        new(FactKind.Quantity, text[match.Index..(match.Index + match.Length)], match.Index, match.Index + match.Length, "", [value], unit, BoundBefore(text, match.Index));

    private static Fact OnDate(string text, Match match, CalendarDate date) => Fact.Of(FactKind.Date, text, match.Index, match.Index + match.Length, "") with { Date = date };

    /// <summary>Only what cannot be misread: “over” and “up to” are said of many things.</summary>
    private static Bound BoundBefore(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 24), Math.Min(24, at)).TrimEnd();
        if (before.EndsWith("RMB", StringComparison.OrdinalIgnoreCase) || before.EndsWith("CNY", StringComparison.OrdinalIgnoreCase)) before = before[..^3].TrimEnd();
        foreach (var (words, bound) in Bounds)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase)) return bound;
        }
        return Bound.None;
    }

    private static readonly (string Words, Bound Bound)[] Bounds =
    [
        ("at least", Bound.AtLeast), ("no less than", Bound.AtLeast), ("not less than", Bound.AtLeast), ("no fewer than", Bound.AtLeast), ("not fewer than", Bound.AtLeast), ("a minimum of", Bound.AtLeast),
        ("at most", Bound.AtMost), ("no more than", Bound.AtMost), ("not more than", Bound.AtMost), ("not exceed", Bound.AtMost), ("not exceeding", Bound.AtMost), ("a maximum of", Bound.AtMost), ("capped at", Bound.AtMost),
    ];

    private static decimal? Value(Match match)
    {
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && !Words.TryGetValue(digits, out value)) return null;
        if (value > NumberReader.Largest / 1_000_000_000_000m) return null;
        return value * match.Groups["factor"].Value.ToLowerInvariant() switch { "thousand" => 1_000, "million" => 1_000_000, "billion" => 1_000_000_000, "trillion" => 1_000_000_000_000m, _ => 1 };
    }

    private static string Unit(Match match)
    {
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        if (match.Groups["sign"].Success) return match.Groups["sign"].Value is "$" ? "美元" : "元";
        return unit switch
        {
            "" => "",
            "%" or "percent" or "per cent" => "%",
            "yuan" or "rmb" or "cny" => "元",
            "dollars" or "us dollars" or "usd" => "美元",
            "working days" or "business days" => "工作日",
            "days" or "day" => "日",
            "months" or "month" => "个月",
            "years" or "year" => "年",
            "hours" or "hour" => "小时",
            "minutes" or "minute" => "分钟",
            _ => "",
        };
    }

    private static string Level(string word) => word.ToLowerInvariant() switch { "article" or "articles" => "条", "chapter" => "章", "section" => "节", "paragraph" => "款", _ => "项" };

    [GeneratedRegex(@"\b(Articles?|Chapter|Section|Paragraph|Item)\s?\(?([0-9]{1,4})\)?", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?<end>end of )?(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s?(?:of )?)?(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?\s?(?:(?<day>[0-9]{1,2})(?:st|nd|rd|th)?(?![0-9]),?\s?)?(?:of )?(?<year>(?:19|20)[0-9][0-9])?", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![[0-9].,¥$])(?<end>end of )?(?<year>(?:19|20)[0-9][0-9])(?![0-9]|[.,][0-9]|\s?(?:yuan|RMB|CNY|days|people|tons|hours|%))", RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<sign>¥|\$|RMB|CNY)?\s?(?<![A-Za-z0-9.])(?<number>([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?(?![0-9]|st\b|nd\b|rd\b|th\b)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety)(?![A-Za-z])(\s?(?<factor>thousand|million|billion|trillion))?(\s?(?<unit>%|(percent|per cent|yuan|RMB|CNY|US dollars|dollars|USD|working days|business days|days?|months?|years?|hours?|minutes?)\b))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    // Letters alone are how English shortens names (NDRC), and the clause has them in Chinese.
    [GeneratedRegex(@"\b(?:[A-Z]+[0-9][A-Z0-9]*|[0-9]+[A-Z]+)\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(one|two|three|four)[- ](half|thirds?|quarters?|fourths?|fifths?|tenths?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\b([0-9]{1,2})(?::00)?\s?([ap])\.?m\b", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex("《([^《》\n]{1,80})》")]
    private static partial Regex Title();
}
