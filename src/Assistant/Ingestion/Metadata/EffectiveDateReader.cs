using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Metadata;

/// <summary>施行日期, from the document's own closing words or from the notice that carries it.</summary>
internal static partial class EffectiveDateReader
{
    /// <summary>Null where the document does not say, or says by reference to an unknown date.</summary>
    /// <param name="date">The document's own date, for 自发布之日起施行.</param>
    public static DateOnly? Read(DocumentDraft draft, DateOnly? date)
    {
        foreach (var paragraph in draft.Body.Reverse())
        {
            // 本安排自2001年9月15日起生效。本安排的修改文本自2020年3月1日起生效: the text at hand is the last one spoken of.
            if (Own().Matches(paragraph.Text).Select(match => OfSentence(match, date)).LastOrDefault(found => found is not null) is { } found) return found;
        }
        return draft.Head.Select(paragraph => OfHistory(paragraph.Text, date)).LastOrDefault(found => found is not null);
    }

    /// <summary>What a notice says about the text it carries: 现予公布，自…起施行.</summary>
    public static DateOnly? OfCarried(DocumentDraft cover, DateOnly? date)
    {
        foreach (var paragraph in cover.Body)
        {
            if (OfSentence(Carried().Match(paragraph.Text), date) is { } found) return found;
        }
        return null;
    }

    /// <summary>Whether a paragraph begins by saying when the document takes effect.</summary>
    public static bool Says(string paragraph) => Own().Match(paragraph) is { Success: true, Index: 0 };

    /// <summary>A history without the day from which the document applies: that is not the day it was made.</summary>
    public static string Without(string history) => Start().Replace(history, "");

    private static DateOnly? OfSentence(Match match, DateOnly? date)
    {
        if (!match.Success) return null;
        if (ChineseDate.First(match.Groups["date"].Value) is { } named) return named;
        if (!match.Groups["issue"].Success || date is null) return null;
        return match.Groups["days"].Success ? date.Value.AddDays(int.Parse(match.Groups["days"].Value)) : date;
    }

    private static DateOnly? OfHistory(string line, DateOnly? date)
    {
        // 某年某月某日通过，自某年某月某日起施行: in brackets below the title of an interpretation by a court.
        if (DocumentMarks.IsHistory(line) && OfSentence(Start().Match(line), date) is { } named) return named;
        if (!line.EndsWith("施行", StringComparison.Ordinal) || line.Length > 30) return null;
        return line.Contains("之日", StringComparison.Ordinal) ? date : ChineseDate.First(line);
    }

    private const string When =
        @"自\s*(?:(?<issue>(?:发布|公布|印发|发文|颁布|下发|批准)之日)(?:起)?\s*(?:(?<days>\d{1,3})\s*日后)?|(?<date>[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[一二][零〇○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日))\s*起?\s*(?:开始)?(?:施行|实施|执行|生效|试行|正式施行)";

    /// <summary>本办法自…起施行; 本办法第三条自… speaks of a part and is none.</summary>
    [GeneratedRegex("本(?:" + DocumentNouns.Purposes + ")?(?:" + DocumentNouns.Self + ")[^。；第]{0,40}?" + When)]
    private static partial Regex Own();

    [GeneratedRegex(When)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?:公布|发布|印发)[^。；]{0,12}?" + When)]
    private static partial Regex Carried();
}
