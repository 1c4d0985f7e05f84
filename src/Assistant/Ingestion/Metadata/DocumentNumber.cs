using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Metadata;

/// <summary>发文字号: 国发〔2024〕7号, 中华人民共和国国务院令第796号, …公告2024年第33号.</summary>
internal static partial class DocumentNumber
{
    /// <summary>The number, without white space, where a line holds nothing else (brackets aside); null otherwise.</summary>
    public static string? Line(string line)
    {
        if (line.Length > 80) return null;
        var compact = Particular().Replace(Compact(line), "");
        if (compact.Length > 2 && compact[0] is '（' or '(' && compact[^1] is '）' or ')' && WholeLine().IsMatch(compact[1..^1])) return compact[1..^1];
        return WholeLine().IsMatch(compact) ? compact : null;
    }

    /// <summary>The number that follows a title in brackets: 《…》（财教〔2021〕178号); null where none does.</summary>
    /// <param name="text">What stands after 》.</param>
    public static string? After(string text)
    {
        var match = Bracketed().Match(Compact(text.Length > 80 ? text[..80] : text));
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>The last order or announcement in a history that promulgates or revises (国务院令第167号公布); null where there is none.</summary>
    public static string? Order(string text)
    {
        var match = OrderIn().Matches(Compact(text.Length > 1500 ? text[..1500] : text)).LastOrDefault();
        return match?.Value;
    }

    private static string Compact(string text) => White().Replace(text, "");

    private const string Registered = @"[\u4e00-\u9fff（）()·A-Za-z]{1,24}[〔\[【（(]\d{4}[〕\]】）)](?:第)?\d{1,5}号";

    private const string Ordered = @"[\u4e00-\u9fff、（）]{0,60}?(?:令|公告|通告)(?:[〔\[（(]?\d{4}[〕\]）)]?年?)?(?:第)?(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,7})号";

    [GeneratedRegex("^(?:" + Registered + "|" + Ordered + @"|(?:\d{4}年)?第\d{1,5}号)$")]
    private static partial Regex WholeLine();

    [GeneratedRegex("^[（(]((?:" + Registered + "|" + Ordered + "))")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:(?<=日)|(?<=^|[（(，]))(?!日)[\u4e00-\u9fff、]{2,40}?(?:令|公告)(?:\d{4}年)?第(?:\d{1,5}|[一二三四五六七八九十百〇零]{1,7})号(?=公布|发布|修订|颁布|$|[，）)])")]
    private static partial Regex OrderIn();

    /// <summary>What a page prints before the number, in the lines below the title.</summary>
    [GeneratedRegex(@"^(?:发文字号|文号)[：:]")]
    private static partial Regex Particular();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
