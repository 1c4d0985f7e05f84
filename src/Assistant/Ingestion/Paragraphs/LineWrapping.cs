using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>
/// Tells whether a line goes on in the next one. What tells it, strongest first: a blank at the end of a line where a file's paragraphs end with one
/// (text taken out of a PDF that Word made); a line as wide as the lines around it; for text that is not wrapped, a sentence broken off by a page.
/// </summary>
internal sealed class LineWrapping
{
    /// <summary>Lines on either side that decide how wide a full line is.</summary>
    private const int Reach = 16;

    /// <summary>Columns by which full lines differ: a mark that may not begin a line, a word that did not fit, half-width blanks.</summary>
    private const int Slack = 5;

    /// <summary>Columns of the widest line that is printed: a page of 70 Han characters.</summary>
    private const int WidestPrint = 140;

    /// <summary>The first line of a paragraph was indented by two Han characters; text taken out of a PDF has lost them.</summary>
    private const int FirstLineIndent = 4;

    private readonly ExtractedText _text;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly int[] _widths;
    private readonly int[] _fullWidths;
    private readonly int _usualBlanks;
    private readonly bool _blankEndsParagraph;

    /// <param name="flow">The lines of running text: no furniture, no tables.</param>
    public LineWrapping(ExtractedText text, IReadOnlyList<TextLine> flow)
    {
        _text = text;
        _lines = flow;
        // A first line's indent takes its room on the line; more is a centred line or a signature, and those are not wide.
        _widths = [.. flow.Select(line => LineWidth.Of(line.Text) + Math.Min(line.Indent, FirstLineIndent))];
        _fullWidths = new int[flow.Count];
        // One line to a paragraph: what lines of like width there are, are so by chance.
        var isWrapped = _widths.Count(width => width > WidestPrint) <= flow.Count * 0.05;
        for (var i = 0; isWrapped && i < flow.Count; i++) _fullWidths[i] = FullWidth(i);
        _usualBlanks = text.Format == SourceFormat.Markdown ? 0 : flow.Skip(1).Count(line => line.BlanksBefore > 0) > flow.Count / 2 ? 1 : 0;
        _blankEndsParagraph = BlanksTellParagraphs();
    }

    /// <summary>Whether line <paramref name="i"/> + 1 goes on where line <paramref name="i"/> stopped.</summary>
    /// <param name="furnitureBetween">Something was taken out between the two: a page ended.</param>
    public bool GoesOn(int i, bool furnitureBetween)
    {
        var (line, next) = (_lines[i], _lines[i + 1]);
        if (line.IsBlock || next.IsBlock || line.HeadingLevel > 0 || next.HeadingLevel > 0 || WebRemains.IsRemain(line.Text)) return false;
        if (ContentsPage.IsEntry(line.Text) || ContentsPage.IsEntry(next.Text)) return false;
        if (_usualBlanks == 0 && next.BlanksBefore > 0 && !furnitureBetween && !(IsFull(i) && !Ends(line.Text) && IsPageTop(next))) return false;
        if (next.Indent >= line.Indent + 2 && next.Indent >= FirstLineIndent - 1 && !IsPageTop(next)) return false;
        if (_blankEndsParagraph && HasTrailingBlank(line)) return false;
        var full = IsFull(i);
        if (ClauseLabel.Read(next.Text) is { IsMention: false } label && !(full && BrokenOff(line.Text) && !IsNextOfKind(i, label))) return false;
        if (next.BlanksBefore >= _usualBlanks + 2 && !furnitureBetween && !IsPageTop(next)) return false;
        if (StartsParagraph(next.Text) || (IsSignature(next.Text) && (IsSignature(line.Text) || Ends(line.Text))) || DocumentMarks.IsAddressee(line.Text)) return false;
        if (_blankEndsParagraph && !IsPageTop(next) && !furnitureBetween) return full || !Ends(line.Text);
        if (_fullWidths[i] == 0) return BreaksOffUnwrapped(i);
        if (Ends(line.Text)) return full && (line.Text[^1] == '；' || !StartsFirstLine(i + 1));
        return IsHeading(line.Text) ? HeadingGoesOn(i) : full;
    }

    /// <summary>
    /// After a full line that ends a sentence: is the next one the first of a paragraph? A first line is short of the others by its lost indent;
    /// a line that is neither full nor ends a sentence is a heading or a title.
    /// </summary>
    private bool StartsFirstLine(int i)
    {
        if (_fullWidths[i] == 0) return true;
        return IsIndentedFirst(i) || (Room(i) > FirstLineIndent + 2 && !Ends(_lines[i].Text));
    }

    /// <summary>The line broke although the next word had room: it once began two Han characters further right.</summary>
    private bool IsIndentedFirst(int i) => i + 1 < _lines.Count && !Ends(_lines[i].Text) && Room(i) is >= 1 and <= FirstLineIndent + 2;

    /// <summary>Columns left on the line if the next one's first word had been set on it.</summary>
    private int Room(int i) => _fullWidths[i] - _widths[i] - (i + 1 < _lines.Count ? LineWidth.OfFirstToken(_lines[i + 1].Text) : 0);

    /// <summary>A heading fills its line from the margin on; in larger type it wraps before, and leaves a few words on the next line.</summary>
    private bool HeadingGoesOn(int i)
    {
        if (IsFull(i)) return !IsIndentedFirst(i + 1);
        var rest = _lines[i + 1].Text;
        return _widths[i] >= _fullWidths[i] * 0.6 && _widths[i + 1] <= _fullWidths[i] * 0.4 && !Ends(rest) && !IsSignature(rest)
            && ClauseLabel.Read(_lines[i].Text) is not { Style: LabelStyle.Annex or LabelStyle.Digit };
    }

    /// <summary>A label and words without any mark.</summary>
    private static bool IsHeading(string line) => ClauseLabel.Read(line) is { IsMention: false } label && line.AsSpan(label.End).IndexOfAny('，', '。', '；') < 0;

    private bool IsFull(int i)
    {
        var full = _fullWidths[i];
        return full > 0 && (_widths[i] >= full - Slack || (Room(i) < FirstLineIndent + Slack && _widths[i] > full * 0.75));
    }

    /// <summary>The label is the one after the last of its style: an item without a mark at its end, and no number in mid-sentence.</summary>
    private bool IsNextOfKind(int i, ClauseLabel label)
    {
        for (var k = i; k >= Math.Max(0, i - 40); k--)
        {
            if (ClauseLabel.Read(_lines[k].Text) is { IsMention: false } before && before.Style == label.Style) return label.Number == before.Number + 1;
        }
        return label.Number == 1;
    }

    /// <summary>Text of one line per paragraph: only a sentence that a page broke off goes on. A sentence has a comma, or its last word is no noun of a heading.</summary>
    private bool BreaksOffUnwrapped(int i)
    {
        var line = _lines[i].Text;
        var least = line.AsSpan().IndexOfAny('，', '、', ',') > 0 ? 54 : 60;
        return _widths[i] >= least && BrokenOff(line);
    }

    private static bool BrokenOff(string line) => !Ends(line) && line[^1] is not ('）' or ')' or '》' or '”')
        && (line.Contains('，') || !TitleShape.IsHeadline(line)) && !line.Contains("://", StringComparison.Ordinal);

    /// <summary>How wide a full line is near line <paramref name="i"/>; 0 where the text is not wrapped.</summary>
    private int FullWidth(int i)
    {
        var both = FullWidth(i - Reach, i + Reach);
        if (both > 0) return both;
        var after = FullWidth(i, i + Reach);
        return after > 0 ? after : FullWidth(i - Reach, i);
    }

    private int FullWidth(int from, int to)
    {
        from = Math.Max(0, from);
        to = Math.Min(_widths.Length - 1, to);
        var near = _widths[from..(to + 1)];
        Array.Sort(near);
        var ends = Enumerable.Range(from, to - from + 1).Where(i => Ends(_lines[i].Text)).Select(i => _widths[i]).ToList();
        for (var k = near.Length - 1; k >= Math.Max(0, near.Length - 3); k--)
        {
            var width = near[k];
            if (width is < 24 or > WidestPrint) continue;
            var alike = near.Count(other => other >= width - Slack && other <= width);
            // Lines that wrap break anywhere; lines of like width that end sentences are short paragraphs.
            if (ends.Count(other => other >= width - Slack && other <= width) > alike * 0.5) continue;
            if (alike >= 3 && alike >= near.Length * 0.3) return near[k - alike / 2];
        }
        return 0;
    }

    private bool IsPageTop(TextLine line) => line.Indent is 1 or 2 && _usualBlanks == 1 || (line.Span.Start > 0 && PageBreakBefore(line));

    private bool PageBreakBefore(TextLine line)
    {
        for (var k = line.Span.Start - 1; k >= 0 && char.IsWhiteSpace(_text.Text[k]); k--)
        {
            if (_text.Text[k] == '\f') return true;
        }
        return false;
    }

    /// <summary>Holds where full lines in mid-sentence almost never carry one and short lines that end a sentence almost always do.</summary>
    private bool BlanksTellParagraphs()
    {
        int mid = 0, midBlank = 0, end = 0, endBlank = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_fullWidths[i] == 0) continue;
            if (_widths[i] >= _fullWidths[i] - Slack && !Ends(_lines[i].Text)) { mid++; if (HasTrailingBlank(_lines[i])) midBlank++; }
            else if (_widths[i] < _fullWidths[i] * 0.7 && Ends(_lines[i].Text)) { end++; if (HasTrailingBlank(_lines[i])) endBlank++; }
        }
        return mid >= 10 && end >= 5 && midBlank <= mid * 0.03 && endBlank >= end * 0.9;
    }

    private bool HasTrailingBlank(TextLine line) => line.Span.End < _text.Text.Length && _text.Text[line.Span.End] is ' ' or '\u3000' or '\u00a0';

    /// <summary>A sentence or an enumeration ends with this line.</summary>
    public static bool Ends(string line)
    {
        var last = line[^1];
        if (last is '”' or '’' or '」' or '）' or ')' && line.Length > 1) last = line[^2];
        return last is '。' or '！' or '？' or '；' or '：' or ':' or ';' or '?' or '!';
    }

    /// <summary>A body or a date alone on its line: two such lines in a row are signatures, however wide they are.</summary>
    private static bool IsSignature(string line) =>
        ChineseDate.Line(line) is not null || (!line.Contains('、') && IssuerNames.OfLine(line).Count > 0);

    /// <summary>Dashes of an enumeration, a question and its answer: marks that begin a paragraph and are no labels.</summary>
    private static bool StartsParagraph(string line) =>
        line.StartsWith("——", StringComparison.Ordinal) || line is ['问' or '答', '：' or ':', ..] || line.StartsWith("附件：", StringComparison.Ordinal) || WebRemains.IsRemain(line)
        || DocumentNumber.Line(line) is not null || WebRemains.StartsParticular(line);
}
