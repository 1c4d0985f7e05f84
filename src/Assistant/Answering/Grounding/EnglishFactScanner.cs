using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Answering.Grounding;

/// <summary>Finds in an English sentence what a Chinese clause must hold as well: numbers with their units, dates, article numbers, codes.</summary>
internal static partial class EnglishFactScanner
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12,
        ["fifteen"] = 15, ["eighteen"] = 18, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["ninety"] = 90,
    };

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    // What English writing on Chinese policy shortens by itself.
    private static readonly HashSet<string> CommonShort = new(StringComparer.Ordinal)
    {
        "RMB", "CNY", "USD", "PRC", "NDRC", "MIIT", "MOF", "MOST", "MOFCOM", "SAMR", "CPC", "SME", "SMES", "SOE", "SOES", "NEV", "NEVS", "GDP", "VAT", "EV", "EVS", "PBOC", "MEE", "NPC", "AI", "IT", "IP", "RD", "SEP", "SEPS", "NO", "ID", "ICT",
    };

    public static List<Fact> Scan(string text)
    {
        var facts = new List<Fact>();
        foreach (Match match in Article().Matches(text))
            facts.Add(Fact.Of(FactKind.Provision, text, match.Index, match.Index + match.Length, $"{Level(match.Groups[1].Value)}{match.Groups[2].Value}.0"));
        foreach (Match match in Date().Matches(text))
        {
            var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
            facts.Add(Quantity(text, match, month, "月"));
            if (match.Groups["day"].Success) facts.Add(Quantity(text, match, decimal.Parse(match.Groups["day"].Value), "日"));
            if (match.Groups["year"].Success) facts.Add(Quantity(text, match, decimal.Parse(match.Groups["year"].Value), "年"));
        }
        foreach (Match match in Number().Matches(text))
        {
            if (facts.Exists(fact => fact.Start < match.Index + match.Length && match.Index < fact.End)) continue;
            if (Value(match) is not { } value) continue;
            // As in Chinese, a span of years is told in months; a year is not.
            var unit = Unit(match);
            facts.Add(unit is "年" && value < 1000 ? Quantity(text, match, value * 12, "个月") : Quantity(text, match, value, unit));
        }
        foreach (Match match in Code().Matches(text))
        {
            if (!CommonShort.Contains(match.Value.ToUpperInvariant())) facts.Add(Fact.Of(FactKind.Latin, text, match.Index, match.Index + match.Length, match.Value.ToUpperInvariant()));
        }
        foreach (Match match in Title().Matches(text)) facts.Add(Fact.Of(FactKind.Title, text, match.Index, match.Index + match.Length, match.Groups[1].Value));
        return facts;
    }

    private static Fact Quantity(string text, Match match, decimal value, string unit) =>
        new(FactKind.Quantity, text[match.Index..(match.Index + match.Length)], match.Index, match.Index + match.Length, "", [value], unit, BoundBefore(text, match.Index));

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

    [GeneratedRegex(@"\b(Articles?|Chapter|Section|Paragraph|Item)\s?\(?(\d{1,4})\)?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Article();

    [GeneratedRegex(@"\b(?<month>January|February|March|April|May|June|July|August|September|October|November|December)\s?(?:(?<day>\d{1,2})(?!\d),?\s?)?(?<year>(?:19|20)\d\d)?\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<sign>¥|\$|RMB|CNY)?\s?(?<![A-Za-z0-9.])(?<number>\d[\d,]{0,20}(\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|ninety)(?![A-Za-z])(\s?(?<factor>thousand|million|billion|trillion))?(\s?(?<unit>%|(percent|per cent|yuan|RMB|CNY|US dollars|dollars|USD|working days|business days|days?|months?|years?|hours?|minutes?)\b))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:[A-Z]{3,}|[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+)\b", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex("《([^《》\n]{1,80})》", RegexOptions.None, 1000)]
    private static partial Regex Title();
}
