using System.Text;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>Finds tables in plain text and makes a paragraph of each row: tables with tabs, and tables that extraction has flattened.</summary>
internal static class TableReader
{
    /// <summary>Characters a row may have and still go on: none in print comes near, and each addition copies it.</summary>
    private const int LongestRow = 5_000;

    /// <param name="furniture">By line; lines of it are passed over.</param>
    public static TableRows Read(ExtractedText text, bool[] furniture)
    {
        var rows = new TableRows(text.Lines.Count);
        if (text.Format is SourceFormat.Html or SourceFormat.Word) return rows;
        ReadTabbed(text, furniture, rows);
        FlattenedTable.Read(text, furniture, rows);
        return rows;
    }

    private static void ReadTabbed(ExtractedText text, bool[] furniture, TableRows rows)
    {
        var lines = text.Lines;
        for (var i = 0; i < lines.Count; i++)
        {
            var end = i;
            while (end < lines.Count && (furniture[end] || Cells(text, lines[end]).Length >= 3)) end++;
            if (end == i) end = EndOfPairs(text, i);
            while (end > i && furniture[end - 1]) end--;
            if (end - i < 2 || furniture[i]) continue;
            ReadTabbed(text, furniture, rows, i, end);
            i = end - 1;
        }
    }

    private static void ReadTabbed(ExtractedText text, bool[] furniture, TableRows rows, int start, int end)
    {
        var header = text.Lines[start].Text;
        var hasHeader = !char.IsDigit(header[0]);
        for (var i = start; i < end; i++)
        {
            if (furniture[i]) continue;
            rows.Own(i);
            var line = text.Lines[i];
            var cells = Cells(text, line, tabs: 1);
            if (hasHeader && i > start && string.Equals(line.Text, header, StringComparison.Ordinal)) rows.Skip(line.Span);
            else if (i > start && cells[0].Length == 0 && rows.Rows[^1].Text.Length < LongestRow) rows.Extend(line, cells);
            else rows.Add(line with { Text = Row(cells), Cells = cells, IsTableHeader = hasHeader && i == start });
        }
    }

    /// <summary>
    /// Where a table of two columns ends that begins at a line; the line itself where none does. One tab also sets off labels and page numbers: such a
    /// table has two short names above it and two rows at least, and no line of it begins with a label.
    /// </summary>
    private static int EndOfPairs(ExtractedText text, int start)
    {
        if (Pair(text, text.Lines[start]) is not [{ Length: <= 12 } left, { Length: <= 12 } right] || left.Concat(right).Any(char.IsDigit)) return start;
        var end = start + 1;
        while (end < text.Lines.Count && Pair(text, text.Lines[end]).Length == 2) end++;
        return end - start < 3 ? start : end;
    }

    private static string[] Pair(ExtractedText text, TextLine line) =>
        line.Text.Contains('\t', StringComparison.Ordinal) && ClauseLabel.Read(line.Text) is null && !ContentsPage.IsEntry(line.Text) ? Cells(text, line, tabs: 1) : [];

    /// <summary>The physical line cut at tabs: empty cells at either end count, and <see cref="TextLine.Text"/> has them trimmed.</summary>
    private static string[] Cells(ExtractedText text, TextLine line, int tabs = 2)
    {
        if (line.Cells.Count > 0) return [.. line.Cells];
        var source = text.Text;
        var (start, end) = (line.Span.Start, line.Span.End);
        while (start > 0 && source[start - 1] is '\t' or ' ') start--;
        while (end < source.Length && source[end] is '\t' or ' ') end++;
        if (source.AsSpan(start, end - start).Count('\t') < tabs) return [];
        return [.. source[start..end].Split('\t').Select(cell => ReadingText.Of(cell.Trim()))];
    }

    internal static string Row(IEnumerable<string> cells) => string.Join(' ', cells.Where(cell => cell.Length > 0));
}

/// <summary>The rows found so far, and which lines they took.</summary>
internal sealed class TableRows(int lines)
{
    private readonly bool[] _owned = new bool[lines];
    private readonly List<TextSpan> _skipped = [];

    public List<TextParagraph> Rows { get; } = [];

    public bool Owns(int line) => _owned[line];

    public void Own(int line) => _owned[line] = true;

    /// <summary>Whether a line of a table stands between two lines.</summary>
    public bool Between(int line, int other) => _owned.AsSpan(line + 1, other - line - 1).Contains(true);

    /// <summary>A repeated header: an artefact where a row goes on after it.</summary>
    public void Skip(TextSpan span) => _skipped.Add(span);

    public void Add(TextLine row, IReadOnlyList<TextSpan>? artefacts = null)
    {
        _skipped.Clear();
        Rows.Add(new TextParagraph(row.Text, row.Span, [row], artefacts ?? []));
    }

    /// <summary>A row that goes on after a page: its cells are added to those above.</summary>
    public void Extend(TextLine line, IReadOnlyList<string> cells)
    {
        var row = Rows[^1];
        var span = new TextSpan(row.Span.Start, line.Span.End);
        var merged = row.First.Cells.Select((cell, i) => i < cells.Count ? cell + cells[i] : cell).ToArray();
        var joined = new StringBuilder(row.Text).Append(' ').Append(TableReader.Row(cells)).ToString();
        Rows[^1] = new TextParagraph(joined, span, [row.First with { Text = joined, Span = span, Cells = merged }], [.. row.Artefacts, .. _skipped]);
        _skipped.Clear();
    }
}
