using System.Text;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>
/// A table whose cells extraction has written one under another, a fragment of a cell to a line. It is known by its running numbers, each alone on a line;
/// a row reaches from one number to the next. Where the lines carry it, a blank at the end of a line closes a cell.
/// </summary>
internal static class FlattenedTable
{
    private const int FewestRows = 3;

    /// <summary>Lines of one row. The longest seen in printed catalogues has about 60.</summary>
    private const int LongestRow = 150;

    private const int LongestHeader = 14;

    /// <summary>Places in one file where a table may begin.</summary>
    private const int MostHeaders = 2000;

    public static void Read(ExtractedText text, bool[] furniture, TableRows rows)
    {
        var header = Array.Empty<string>();
        var after = 0;
        var tried = 0;
        for (var i = 0; i < text.Lines.Count; i++)
        {
            if (furniture[i] || rows.Owns(i) || !IsNumber(text.Lines[i], 1)) continue;
            if (i > after + LongestRow) header = [];
            // A file of nothing but numbers holds no table and must not cost a search at each.
            if (header.Length == 0 && ++tried > MostHeaders) return;
            if (header.Length == 0) header = FindHeader(text.Lines, i);
            var starts = RowStarts(text, furniture, header, i, out var end);
            var continues = header.Length > 0 && after > 0 && i <= after + LongestHeader + 2;
            if (starts.Count < (continues ? 1 : FewestRows)) continue;
            OwnHeader(text, header, i, rows, first: !continues);
            Write(text, furniture, rows, header, starts, end);
            after = end;
            i = end - 1;
        }
    }

    private static bool IsNumber(TextLine line, int number) => line.Text.Length < 5 && int.TryParse(line.Text, out var read) && read == number;

    private static List<int> RowStarts(ExtractedText text, bool[] furniture, string[] header, int first, out int end)
    {
        var lines = text.Lines;
        var starts = new List<int> { first };
        var widest = 0;
        var headersSeen = 0;
        var afterHeader = false;
        for (end = first + 1; end < lines.Count && end - starts[^1] < LongestRow; end++)
        {
            if (furniture[end]) continue;
            var line = lines[end];
            if (HeaderAt(lines, header, end) is > 0 and var taken)
            {
                headersSeen++;
                end += taken - 1;
                afterHeader = true;
                continue;
            }
            var closed = afterHeader || Closed(text, lines[end - 1]);
            afterHeader = false;
            if (IsNumber(line, starts.Count + 1) && closed)
            {
                starts.Add(end);
                continue;
            }
            if (EndsTable(text, end, closed, headersSeen > 0)) return starts;
            var width = LineWidth.Of(line.Text);
            if (starts.Count > 1 && width > widest * 1.35 && width > 50) return starts;
            widest = Math.Max(widest, width);
        }
        return starts;
    }

    /// <summary>A section heading (二、环境保护产业) or, where pages repeat the header, a page that begins without it.</summary>
    private static bool EndsTable(ExtractedText text, int i, bool closed, bool pagesRepeatHeader)
    {
        var line = text.Lines[i];
        var label = ClauseLabel.Read(line.Text);
        if (label is { Style: LabelStyle.Numeral or LabelStyle.Chapter, IsMention: false } && line.Text.Length < 40
            && !LineWrapping.Ends(line.Text) && closed) return true;
        return pagesRepeatHeader && line.Indent == 1 && text.Lines[i - 1].Indent == 0;
    }

    private static bool Closed(ExtractedText text, TextLine before) =>
        LineWrapping.Ends(before.Text) || (before.Span.End < text.Text.Length && text.Text[before.Span.End] == ' ') || before.Text.Length < 12;

    /// <summary>The lines above the first number that come again further down; without such, from 序号 on.</summary>
    private static string[] FindHeader(IReadOnlyList<TextLine> lines, int first)
    {
        var end = first;
        if (end > 0 && ClauseLabel.Read(lines[end - 1].Text) is not null) end--;
        for (var length = Math.Min(LongestHeader, end); length > 0; length--)
        {
            var candidate = Texts(lines, end - length, length);
            if (candidate.Any(LineWrapping.Ends)) continue;
            for (var at = first + 1; at < Math.Min(lines.Count - length, first + 1200); at++)
            {
                if (HeaderAt(lines, candidate, at) == length) return candidate;
            }
        }
        for (var start = Math.Max(0, end - LongestHeader); start < end; start++)
        {
            if (lines[start].Text is "序号" or "编号" || (lines[start].Text is "序" && lines[start + 1].Text is "号")) return Texts(lines, start, end - start);
        }
        return [];
    }

    private static string[] Texts(IReadOnlyList<TextLine> lines, int start, int count) => [.. Enumerable.Range(start, count).Select(i => lines[i].Text)];

    /// <summary>How many lines of the header stand at a place; pages may have lost some of them, but never the last. 0 where it is no header.</summary>
    private static int HeaderAt(IReadOnlyList<TextLine> lines, string[] header, int at)
    {
        var count = 0;
        for (var next = 0; next < header.Length && at + count < lines.Count; next++)
        {
            if (!string.Equals(lines[at + count].Text, header[next], StringComparison.Ordinal)) continue;
            count++;
            if (next == header.Length - 1) return count;
        }
        // What is left of a header above the heading of a section.
        var isLeftOver = count > 0 && at + count < lines.Count && Enumerable.Range(at, count + 1).All(i => lines[i].Indent == 1)
            && ClauseLabel.Read(lines[at + count].Text) is { Style: LabelStyle.Numeral };
        return isLeftOver ? count : 0;
    }

    /// <summary>The header above the first row is kept, once, as a row of names; one above a later section is dropped.</summary>
    private static void OwnHeader(ExtractedText text, string[] header, int firstRow, TableRows rows, bool first)
    {
        for (var at = Math.Max(0, firstRow - header.Length - 2); header.Length > 0 && at < firstRow; at++)
        {
            var count = HeaderAt(text.Lines, header, at);
            if (count == 0 || rows.Owns(at)) continue;
            for (var k = 0; k < count; k++) rows.Own(at + k);
            if (!first) return;
            var span = new TextSpan(text.Lines[at].Span.Start, text.Lines[at + count - 1].Span.End);
            var names = ColumnNames(text, at, count);
            rows.Add(text.Lines[at] with { Text = TableReader.Row(names), Span = span, Cells = names, IsTableHeader = true });
            return;
        }
    }

    /// <summary>Names that a narrow column broke after one or two characters (序|号, 技术|名称) are put together again.</summary>
    private static List<string> ColumnNames(ExtractedText text, int start, int count)
    {
        var names = new List<string>();
        var half = false;
        for (var i = start; i < start + count; i++)
        {
            var parts = text.Lines[i].Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var joins = half && parts.Length == 1 && parts[0].Length <= 2 && names[^1].Length == parts[0].Length;
            if (joins) names[^1] += parts[0];
            else names.AddRange(parts);
            half = !joins && parts.Length == 1 && parts[0].Length <= 2;
        }
        return names;
    }

    private static void Write(ExtractedText text, bool[] furniture, TableRows rows, string[] header, List<int> starts, int end)
    {
        for (var row = 0; row < starts.Count; row++)
        {
            var stop = row + 1 < starts.Count ? starts[row + 1] : end;
            var taken = new List<int>();
            var artefacts = new List<TextSpan>();
            for (var i = starts[row]; i < stop; i++)
            {
                rows.Own(i);
                if (furniture[i]) artefacts.Add(text.Lines[i].Span);
                else if (HeaderAt(text.Lines, header, i) is > 0 and var count)
                {
                    for (var k = 0; k < count; k++, i++)
                    {
                        rows.Own(i);
                        artefacts.Add(text.Lines[i].Span);
                    }
                    i--;
                }
                else taken.Add(i);
            }
            Write(text, rows, taken, artefacts, Columns(rows));
        }
    }

    /// <summary>As many as the header names; 0 where there is none.</summary>
    private static int Columns(TableRows rows) => rows.Rows.FindLast(row => row.First.IsTableHeader)?.First.Cells.Count ?? 0;

    private static void Write(ExtractedText text, TableRows rows, List<int> taken, List<TextSpan> artefacts, int columns)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        foreach (var i in taken)
        {
            var line = text.Lines[i];
            ParagraphReader.Append(cell, ReadingText.Of(line.Text));
            if (i != taken[0] && i != taken[^1] && !(line.Span.End < text.Text.Length && text.Text[line.Span.End] == ' ')) continue;
            cells.Add(cell.ToString());
            cell.Clear();
        }
        var first = text.Lines[taken[0]];
        var span = new TextSpan(first.Span.Start, text.Lines[taken[^1]].Span.End);
        artefacts.RemoveAll(artefact => !span.Contains(artefact));
        rows.Add(first with { Text = TableReader.Row(cells), Span = span, Cells = Fold(cells, columns) }, artefacts);
    }

    /// <summary>The last column may hold several paragraphs. With fewer cells than columns, or many more, it is not clear which is which: number and text.</summary>
    private static List<string> Fold(List<string> cells, int columns)
    {
        var clear = columns > 1 && cells.Count >= columns && cells.Count <= columns + 3;
        var keep = clear ? columns - 1 : 1;
        return cells.Count <= keep ? cells : [.. cells.Take(keep), TableReader.Row(cells.Skip(keep))];
    }
}
