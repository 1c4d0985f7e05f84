using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Titles;

/// <summary>
/// Finds where documents start. A title is known by what announces it (a notice, a table of contents), by what follows it (a document number,
/// an addressee, a first chapter) and by its form; one sign alone is not enough, since headings inside a document have the form of titles too.
/// </summary>
internal sealed class TitleFinder(IReadOnlyList<TextParagraph> paragraphs, IReadOnlySet<string> contents)
{
    /// <summary>Lines a printed title is broken into; the longest seen have four.</summary>
    private const int MostTitleLines = 5;

    /// <summary>What the signs must add up to.</summary>
    private const int Enough = 4;

    private readonly Announcements _announcements = new();

    /// <summary>Where the last title ended: a number right below it is its own.</summary>
    private int _titleEnd = -1;

    public List<DocumentStart> Find()
    {
        var starts = new List<DocumentStart>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var start = StartAt(i, starts.Count == 0);
            if (start is null)
            {
                _announcements.Read(paragraphs[i].Text);
                continue;
            }
            starts.Add(start);
            _announcements.Begin(start.Title);
            _titleEnd = i + start.TitleParagraphs;
            i += Math.Max(start.TitleParagraphs, 1) - 1;
            if (start.TitleParagraphs == 0) _announcements.Read(paragraphs[i].Text);
        }
        return starts;
    }

    /// <summary>Where the format marks its titles (Markdown): each first-level heading starts a document, two in a row are a code and its part.</summary>
    public static List<DocumentStart> FindHeadings(IReadOnlyList<TextParagraph> paragraphs)
    {
        var starts = new List<DocumentStart>();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (paragraphs[i].First.HeadingLevel != 1) continue;
            var hasPart = i + 1 < paragraphs.Count && paragraphs[i + 1].First.HeadingLevel == 1;
            starts.Add(new DocumentStart(i, hasPart ? 2 : 1, paragraphs[i].Text, TitleSource.Printed) { Part = hasPart ? paragraphs[i + 1].Text : null });
            if (hasPart) i++;
        }
        return starts;
    }

    private DocumentStart? StartAt(int i, bool isFirst)
    {
        if (i > 0 && DocumentMarks.LeadIn(paragraphs[i - 1].Text) is { } handed && !TitleStandsAt(i, handed))
        {
            return new DocumentStart(i, 0, handed, TitleSource.LeadIn);
        }
        if (!CanStartAt(i)) return null;
        DocumentStart? best = null;
        var title = "";
        for (var count = 1; count <= MostTitleLines && i + count <= paragraphs.Count && IsTitleLine(paragraphs[i + count - 1]); count++)
        {
            title = Join(title, paragraphs[i + count - 1].Text);
            if (!TitleShape.CanBe(title)) break;
            if (!TitleText.IsBalanced(title) || GoesOn(i + count)) continue;
            if (Judge(i, count, title, isFirst) is { } found && (best is null || found.Source == TitleSource.Announced)) best = found;
            if (best?.Source == TitleSource.Announced) break;
        }
        return best is { Source: TitleSource.Printed } ? WithRest(best) : best;
    }

    /// <summary>A long title that has its signs after the first line can still have a few words on the next: …推广应用推动经济社会绿色 / 低碳发展.</summary>
    private DocumentStart WithRest(DocumentStart start)
    {
        var next = start.First + start.TitleParagraphs;
        if (next + 1 >= paragraphs.Count || start.TitleParagraphs >= MostTitleLines || paragraphs[next].First.IsBlock || !IsTitleLine(paragraphs[next])) return start;
        var (last, rest) = (paragraphs[next - 1].Text, paragraphs[next].Text);
        if (LineWidth.Of(last) < 36 || LineWidth.Of(rest) >= LineWidth.Of(last) * 0.7 || !TitleShape.CanBe(rest)) return start;
        var joined = Join(start.Title, rest);
        if (TitleShape.EndsWithKind(start.Title) && !TitleShape.IsHeadline(joined)) return start;
        return TitleText.IsBalanced(joined) ? start with { TitleParagraphs = start.TitleParagraphs + 1, Title = joined } : start;
    }

    private DocumentStart? Judge(int i, int count, string title, bool isFirst)
    {
        var key = DocumentTitles.Words(title);
        var annex = i > 0 && DocumentMarks.IsAnnexMark(paragraphs[i - 1].Text);
        if (contents.Contains(key) || _announcements.Names(key)) return new DocumentStart(i, count, title, TitleSource.Announced) { IsAnnex = annex };
        var signs = Signs(i, count, title) + (annex && _announcements.IsNotice ? 2 : 0) + (isFirst && i < 3 ? 2 : 0);
        return signs >= Enough ? new DocumentStart(i, count, title, TitleSource.Printed) { IsAnnex = annex } : null;
    }

    private int Signs(int i, int count, string title)
    {
        var signs = 0;
        if (TitleShape.IsHeadline(title)) signs += TitleShape.IsPress(title) ? 3 : 2;
        if (title.Contains("关于", StringComparison.Ordinal)) signs++;
        if (title.Length >= 10) signs++;
        if (i > 0 && ClosesDocument(paragraphs[i - 1].Text)) signs++;
        if (IsBelowLetterhead(i)) signs += 4;
        if (paragraphs[i].First is { HeadingLevel: 1 } or { IsBold: true }) signs += paragraphs[i].First.HeadingLevel == 1 ? 3 : 1;
        if (i + count < paragraphs.Count) signs += SignsAfter(paragraphs[i + count].Text, title);
        return signs;
    }

    private static int SignsAfter(string next, string title)
    {
        if (DocumentNumber.Line(next) is not null) return 4;
        if (DocumentMarks.IsAddressee(next) || DocumentMarks.IsHistory(next)) return 2;
        if (ClauseLabel.Read(next) is { Number: 1, Style: LabelStyle.Part or LabelStyle.Chapter or LabelStyle.Article, IsMention: false }) return 2;
        return TitleText.Quoted(next).Take(1).Any(quoted => quoted.Length > 6 && title.StartsWith(quoted, StringComparison.Ordinal)) ? 1 : 0;
    }

    /// <summary>Not in mid-sentence, and not straight below a heading that has no text of its own yet.</summary>
    private bool CanStartAt(int i)
    {
        if (i == 0) return true;
        var before = paragraphs[i - 1].Text;
        if (before[^1] is '，' or '、' or ',' or '《' or '（' || (before[^1] is '：' or ':' && !DocumentMarks.IsAnnexMark(before) && DocumentMarks.LeadIn(before) is null)) return false;
        return IsBelowLetterhead(i) || LineWrapping.Ends(before) || ClosesDocument(before) || before.Length > 40 || paragraphs[i - 1].First.Cells.Count > 0
            || ClauseLabel.Read(before) is { Style: LabelStyle.Digit or LabelStyle.BracketedDigit or LabelStyle.BracketedNumeral };
    }

    private bool IsBelowLetterhead(int i) => Letterhead.LinesAbove(paragraphs, i, _titleEnd + 1) > 0;

    /// <summary>What stands at the foot of a document: a date, signatories, 此件公开发布, an annex mark.</summary>
    private static bool ClosesDocument(string line) =>
        ChineseDate.Line(line) is not null || DocumentMarks.IsNote(line) || DocumentMarks.IsSigner(line) || DocumentMarks.IsAnnexMark(line)
        || DocumentMarks.StartsAnnexList(line) || IssuerNames.OfLine(line).Count > 0;

    private static bool IsTitleLine(TextParagraph paragraph) =>
        paragraph.Text.Length < 120 && paragraph.First.Cells.Count == 0 && !Letterhead.IsLine(paragraph.Text) && ClauseLabel.Read(paragraph.Text) is null or { IsMention: true }
        && ChineseDate.Line(paragraph.Text) is null && DocumentNumber.Line(paragraph.Text) is null && IssuerNames.OfLine(paragraph.Text).Count == 0;

    /// <summary>The next line holds the end of a title: （试行）, （2024—2026年）, 的通知.</summary>
    private bool GoesOn(int next)
    {
        if (next >= paragraphs.Count || !IsTitleLine(paragraphs[next])) return false;
        var line = paragraphs[next].Text;
        return line.Length < 30 && line[0] is '（' or '(' && line[^1] is '）' or ')' && !DocumentMarks.IsHistory(line) && !DocumentMarks.IsNote(line);
    }

    private bool TitleStandsAt(int i, string title)
    {
        var joined = "";
        for (var k = i; k < Math.Min(i + MostTitleLines, paragraphs.Count); k++)
        {
            joined = Join(joined, paragraphs[k].Text);
            if (string.Equals(DocumentTitles.Words(joined), DocumentTitles.Words(title), StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string Join(string title, string line) =>
        title.Length > 0 && char.IsAsciiLetterOrDigit(title[^1]) && char.IsAsciiLetterOrDigit(line[0]) ? title + " " + line : title + line;
}
