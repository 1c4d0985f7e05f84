using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.Titles;

/// <summary>Whether words can be the title of a document, by their form alone.</summary>
internal static partial class TitleShape
{
    /// <summary>The longest titles of Chinese policy documents name several others and stay under this.</summary>
    private const int Longest = 140;

    /// <summary>A title at all: no sentence, no list, no label, no date.</summary>
    public static bool CanBe(string line) =>
        line.Length is > 1 and <= Longest && !SentenceMark().IsMatch(line) && line[^1] is not ('，' or '、' or ',' or '：' or ':' or '；' or ';')
        && !NoTitle().IsMatch(line);

    /// <summary>Ends with the noun of a kind of document: …的通知, …管理办法（试行）, …行动方案（2024—2026年）.</summary>
    public static bool EndsWithKind(string line) => CanBe(line) && Kind().IsMatch(line);

    /// <summary>How the press and compilations head a document: 某部印发《…》, 《…》发布, 解读 | …, …答记者问.</summary>
    public static bool IsHeadline(string line) => CanBe(line) && (Headline().IsMatch(line) || EndsWithKind(line));

    /// <summary>A headline of the press or of a compilation, which no heading inside a document looks like.</summary>
    public static bool IsPress(string line) => CanBe(line) && Press().IsMatch(line);

    /// <summary>Says no more than that a document was issued: 某部印发《…》, 《…》发布.</summary>
    public static bool IssuesQuoted(string title) => Issues().IsMatch(title);

    /// <summary>Opens an explanation of another document: such a title never belongs to what a notice carries.</summary>
    public static bool IsExplanation(string line) => Explanation().IsMatch(line);

    [GeneratedRegex(@"[。；！？?!]|，.*，.*，")]
    private static partial Regex SentenceMark();

    [GeneratedRegex(@"^(?:附件|附表|附录|目\s*录|目\s*次|前\s*言|序\s*言|引\s*言|摘\s*要|问：|答：|——|\d+$|https?:|（|\(|注[:：]|说明[:：]|[（(]?总?第\s*\d+\s*期)|编$|^\d{4}\s*年[\s\d月日]+$")]
    private static partial Regex NoTitle();

    [GeneratedRegex(
        "(?:" + DocumentNouns.Titles + ")"
        + @"(?:\s*[（(][^（）()]{1,24}[）)]){0,2}》?$")]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"^(?:(?:专家|政策|图文|一图|权威|文件)?(?:解读|读懂)(?:之[一二三四五六七八九十]+)?\s*[|｜丨:：]|一图读懂|图解)"
        + @"|(?:印发|发布|公布|出台|下发|转发|修订|签署|联合制定).{0,12}《[^《》]{2,}》.{0,12}$"
        + @"|《[^《》]{2,}》.{0,12}(?:发布|公布|印发|实施|施行|出台|启动|解读|有关情况)$"
        + @"|(?:发布|公布|印发|出台|启动|实施|开展.{2,24}|发布实施|征求意见)$"
        + @"|(?:新闻发布会|吹风会)\s*介绍.{2,40}$")]
    private static partial Regex Headline();

    [GeneratedRegex(@"^(?:专家|政策|图文|一图|权威|文件)?(?:解读|读懂)(?:之[一二三四五六七八九十]+)?\s*[|｜丨:：]|(?:印发|发布|公布|出台|修订)《|(?:关于|就)《.+》.*答记者问$|》.{0,12}(?:发布|公布|印发|出台)|新闻发布会")]
    private static partial Regex Press();

    [GeneratedRegex(@"^《.+》(?:正式)?(?:发布|公布|印发|出台)$|^[^《》]{2,60}(?:发布|公布|印发|出台)《.+》$")]
    private static partial Regex Issues();

    [GeneratedRegex(@"^(?:专家|政策|图文|一图|权威|文件)?(?:解读|读懂)|答记者问$|新闻发布会|吹风会|^一图")]
    private static partial Regex Explanation();
}
