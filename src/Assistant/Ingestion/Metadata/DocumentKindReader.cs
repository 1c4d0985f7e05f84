using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Metadata;

/// <summary>What kind of document it is: told by its title first, by what stands at its head and foot where the title is a headline.</summary>
internal static partial class DocumentKindReader
{
    public static DocumentKind Read(DocumentDraft draft)
    {
        var title = Edition().Replace(draft.Title, "");
        if (title.Length == 0) return draft.Body.Take(3).Any(paragraph => Abstract().IsMatch(paragraph.Text)) ? DocumentKind.Article : DocumentKind.Unknown;
        if (Questions().IsMatch(title)) return DocumentKind.QuestionsAndAnswers;
        if (Interpretation().IsMatch(title)) return DocumentKind.Interpretation;
        if (draft.Body.Count > 0 && Dispatch().IsMatch(draft.Body[0].Text)) return DocumentKind.News;
        if (Issued().IsMatch(draft.Headline) && HasNumber(draft)) return DocumentKind.Notice;
        if (Catalogue().IsMatch(title)) return DocumentKind.Catalogue;
        if (Law().IsMatch(title)) return DocumentKind.Law;
        if (Letter().IsMatch(title)) return DocumentKind.Letter;
        if (Regulation().IsMatch(title)) return DocumentKind.Regulation;
        if (Plan().IsMatch(title)) return HasArticles(draft) ? DocumentKind.Regulation : DocumentKind.Plan;
        if (Notice().IsMatch(title) || HasNumber(draft)) return DocumentKind.Notice;
        if (TitleShape.IsHeadline(title)) return draft.Tail.Any(paragraph => ChineseDate.Line(paragraph.Text) is not null) ? DocumentKind.Notice : DocumentKind.News;
        return HasArticles(draft) ? DocumentKind.Regulation : DocumentKind.Unknown;
    }

    private static bool HasNumber(DocumentDraft draft) => draft.Head.Any(paragraph => DocumentNumber.Line(paragraph.Text) is not null);

    private static bool HasArticles(DocumentDraft draft) =>
        draft.Body.Any(paragraph => ClauseLabel.Read(paragraph.Text) is { Style: LabelStyle.Article, Number: 1, IsMention: false });

    [GeneratedRegex(@"(?:\s*[（(][^（）()]{1,24}[）)])+$")]
    private static partial Regex Edition();

    [GeneratedRegex(@"^(?:摘\s*要|Abstract|关键词)\s*[：:]", RegexOptions.IgnoreCase)]
    private static partial Regex Abstract();

    [GeneratedRegex(@"答记者问|问答|新闻发布会|吹风会|实录$")]
    private static partial Regex Questions();

    [GeneratedRegex(@"^(?:专家|政策|图文|一图|权威|文件)?(?:解读|读懂)|解读$|^图解")]
    private static partial Regex Interpretation();

    /// <summary>本报讯, 某社1月21日讯: how a report begins.</summary>
    [GeneratedRegex(@"^(?:本报|本网|[\u4e00-\u9fff]{2,8}\s*\d{1,2}月\d{1,2}日)[^。，]{0,12}(?:讯|电|消息)")]
    private static partial Regex Dispatch();

    /// <summary>A headline that hands on another document.</summary>
    [GeneratedRegex(@"(?:印发|公布|转发|发布|出台)(?:《|关于)")]
    private static partial Regex Issued();

    [GeneratedRegex("(?:" + DocumentNouns.Catalogues + ")$")]
    private static partial Regex Catalogue();

    [GeneratedRegex("(?<!办|方|做|立|执|语|(?<!公)司|(?<!适)用)(?:" + DocumentNouns.Laws + ")$")]
    private static partial Regex Law();

    [GeneratedRegex("(?:" + DocumentNouns.Letters + ")$")]
    private static partial Regex Letter();

    [GeneratedRegex("(?:" + DocumentNouns.Rules + ")$")]
    private static partial Regex Regulation();

    [GeneratedRegex("(?:" + DocumentNouns.Plans + ")$")]
    private static partial Regex Plan();

    [GeneratedRegex("(?:" + DocumentNouns.Notices + "|令)$")]
    private static partial Regex Notice();
}
