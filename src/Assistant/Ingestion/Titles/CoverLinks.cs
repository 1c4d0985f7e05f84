using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Metadata;

namespace Assistant.Ingestion.Titles;

/// <summary>Which notice carries a text: 关于印发《某某办法》的通知 and 某某办法 after it are two documents of one issue.</summary>
internal static partial class CoverLinks
{
    /// <returns>Index of the cover in <paramref name="before"/>; null where the document stands alone.</returns>
    public static int? Find(IReadOnlyList<DocumentDraft> before, DocumentDraft draft, bool isAnnex)
    {
        if (before.Count == 0 || draft.Title.Length == 0 || TitleShape.IsExplanation(draft.Title)) return null;
        var cover = before[^1].CoverIndex ?? before.Count - 1;
        var notice = before[cover];
        if (!Notice().IsMatch(notice.Title) || TitleShape.IsExplanation(notice.Title) || draft.Head.Any(paragraph => DocumentNumber.Line(paragraph.Text) is not null)) return null;
        return isAnnex || Carries(notice, draft.Title) || (before[^1].CoverIndex is not null && MentionsKind(notice, draft)) ? cover : null;
    }

    private static bool Carries(DocumentDraft notice, string title)
    {
        var key = DocumentTitles.Words(title);
        return DocumentTitles.Words(notice.Title).Contains(key, StringComparison.Ordinal)
            || notice.Body.Take(12).Concat(notice.Tail).Any(paragraph => DocumentTitles.Words(paragraph.Text).Contains(key, StringComparison.Ordinal));
    }

    /// <summary>印发《某某规范条件》及管理办法: the second text is named by its kind alone.</summary>
    private static bool MentionsKind(DocumentDraft notice, DocumentDraft draft)
    {
        var kind = Kind().Match(draft.Title).Groups[1].Value;
        return kind.Length > 0 && !draft.Tail.Any(paragraph => ChineseDate.Line(paragraph.Text) is not null) && notice.Title.Contains(kind, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"印发|发布|公布|转发|通知|公告|通报|签署|出台|批转|令|开展|启动")]
    private static partial Regex Notice();

    [GeneratedRegex(@"(管理办法|实施细则|实施方案|操作指南|管理规定|实施办法|工作指引|申报指南|评价办法|编制说明)(?:[（(][^（）()]*[）)])*$")]
    private static partial Regex Kind();
}
