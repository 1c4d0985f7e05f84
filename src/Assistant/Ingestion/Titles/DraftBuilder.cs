using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Metadata;

namespace Assistant.Ingestion.Titles;

/// <summary>Cuts each document into head, body and tail, and links what a notice carries to the notice.</summary>
internal static class DraftBuilder
{
    /// <summary>Lines under a title that can be metadata; the histories of much-amended laws have about 15.</summary>
    private const int LongestHead = 40;

    public static IReadOnlyList<DocumentDraft> Build(IReadOnlyList<TextParagraph> paragraphs, IReadOnlyList<DocumentStart> starts)
    {
        var drafts = new List<DocumentDraft>(starts.Count);
        for (var k = 0; k < starts.Count; k++)
        {
            var end = k + 1 < starts.Count ? starts[k + 1].First - LinesAbove(paragraphs, starts, k + 1) : paragraphs.Count;
            if (k + 1 < starts.Count && starts[k + 1].IsAnnex) end--;
            var draft = Cut(starts[k], [.. paragraphs.Take(end).Skip(starts[k].First)]);
            var above = LinesAbove(paragraphs, starts, k);
            if (above > 0) draft = draft with { Head = [.. paragraphs.Skip(starts[k].First - above).Take(above), .. draft.Head] };
            drafts.Add(draft with { CoverIndex = CoverLinks.Find(drafts, draft, starts[k].IsAnnex) });
        }
        var covers = drafts.Select(draft => draft.CoverIndex).ToHashSet();
        return [.. drafts.Select((draft, k) => Unwrap(draft, covers.Contains(k)))];
    }

    private static int LinesAbove(IReadOnlyList<TextParagraph> paragraphs, IReadOnlyList<DocumentStart> starts, int k) =>
        Letterhead.LinesAbove(paragraphs, starts[k].First, k == 0 ? 0 : starts[k - 1].First + starts[k - 1].TitleParagraphs + 1);

    private static DocumentDraft Cut(DocumentStart start, List<TextParagraph> paragraphs)
    {
        var head = start.TitleParagraphs;
        while (head < paragraphs.Count && head < start.TitleParagraphs + LongestHead && start.Source != TitleSource.None && IsHead(paragraphs[head].Text)) head++;
        // A document of nothing but head lines would lose its text.
        if (head == paragraphs.Count && head > start.TitleParagraphs + 1) head = start.TitleParagraphs;
        var tail = DocumentFoot.Start(paragraphs, head);
        var titleSpan = start.TitleParagraphs == 0 ? default : new TextSpan(paragraphs[0].Span.Start, paragraphs[start.TitleParagraphs - 1].Span.End);
        var title = TitleText.Clean(start.Title);
        return new DocumentDraft(title, titleSpan, paragraphs[start.TitleParagraphs..head], paragraphs[head..tail], paragraphs[tail..], null) { Part = start.Part };
    }

    private static bool IsHead(string line) =>
        DocumentNumber.Line(line) is not null || DocumentMarks.IsAddressee(line) || DocumentMarks.IsHistory(line) || ChineseDate.Line(line) is not null
        || DocumentMarks.IsNote(line) || IssuerNames.OfLine(line).Count > 0 || IsTranslation(line);

    /// <summary>The title again in another language.</summary>
    private static bool IsTranslation(string line) =>
        line.Length < 300 && char.IsAsciiLetterUpper(line[0]) && !line.Any(HanText.IsHan) && line.Contains(' ', StringComparison.Ordinal) && line[^1] != '.';

    /// <summary>
    /// 《某某法》发布 over the law itself, and 某部发布《…的通知》 over that notice: the title is the one in 《》, unless the text it names follows apart.
    /// </summary>
    private static DocumentDraft Unwrap(DocumentDraft draft, bool isCover)
    {
        if (isCover || !TitleShape.IssuesQuoted(draft.Title) || TitleShape.IsExplanation(draft.Title)) return draft;
        var quoted = TitleText.Quoted(draft.Title).ToList();
        if (quoted.Count != 1 || draft.Body.Count == 0) return draft;
        var isLaw = ClauseLabel.Read(draft.Body[0].Text) is { Number: 1, IsMention: false, Style: LabelStyle.Part or LabelStyle.Chapter or LabelStyle.Article };
        var isNotice = quoted[0][^2..] is "通知" or "公告" or "通告" or "通报" or "决定" && draft.Title.Contains("发布《", StringComparison.Ordinal) && draft.Head.Count > 0;
        return isLaw || isNotice ? draft with { Title = TitleText.Clean(quoted[0]), Headline = draft.Title } : draft;
    }
}
