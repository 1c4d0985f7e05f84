using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>
/// Puts the lines of a table's cells together to rows. Pages also use tables to arrange everything on them: a row whose cell holds a table, a heading
/// or a whole text is no row of data, and its lines stay lines.
/// </summary>
internal sealed class HtmlTableRows(SourceFile source)
{
    /// <summary>Blocks in a cell; more make it a column of the page.</summary>
    private const int MostLinesInCell = 12;

    private readonly Stack<Row> rows = new();
    private bool isInHead;

    public void Open(HtmlElement element)
    {
        switch (element.Name)
        {
            case "table":
                foreach (var outer in rows) outer.IsLayout = true;
                break;
            case "thead":
                isInHead = true;
                break;
            case "tr":
                rows.Push(new Row());
                break;
            case "td" or "th" when rows.TryPeek(out var row):
                row.Cells.Add([]);
                row.HeaderCells += element.Name is "th" ? 1 : 0;
                for (var extra = 1; extra < element.ColumnSpan; extra++) row.Cells.Add(null);
                row.Current = row.Cells.Count - element.ColumnSpan;
                break;
        }
    }

    /// <summary>Takes a line that stands in a cell; false where it stands in none.</summary>
    public bool Take(TextLine line)
    {
        if (!rows.TryPeek(out var row) || row.Current < 0) return false;
        row.Cells[row.Current]!.Add(line);
        row.IsLayout |= line.HeadingLevel > 0 || row.Cells[row.Current]!.Count > MostLinesInCell;
        return true;
    }

    /// <summary>The lines that are complete with the end of this element.</summary>
    public IEnumerable<TextLine> Close(HtmlElement element)
    {
        if (element.Name is "thead") isInHead = false;
        if (element.Name is "td" or "th" && rows.TryPeek(out var open)) open.Current = -1;
        return element.Name is "tr" && rows.TryPop(out var row) ? Lines(row) : [];
    }

    /// <summary>What stood in tables that were never closed.</summary>
    public IEnumerable<TextLine> Rest()
    {
        var lines = new List<TextLine>();
        while (rows.TryPop(out var row)) lines.InsertRange(0, Lines(row));
        return lines;
    }

    private IEnumerable<TextLine> Lines(Row row)
    {
        var lines = row.Cells.SelectMany(cell => cell ?? []).ToList();
        if (lines.Count > 0 && Joined(row, lines) is { } joined) lines = [joined];
        // Inside a layout table the lines go on to the cell of the outer row.
        return rows.TryPeek(out var outer) && outer.Current >= 0 ? Pass(outer, lines) : lines;

        static IEnumerable<TextLine> Pass(Row outer, List<TextLine> lines)
        {
            outer.Cells[outer.Current]!.AddRange(lines);
            return [];
        }
    }

    private TextLine? Joined(Row row, List<TextLine> lines)
    {
        if (row.IsLayout || row.Cells.Count(cell => cell is { Count: > 0 }) < 2) return null;
        var span = new TextSpan(lines[0].Span.Start, lines[^1].Span.End);
        var cells = row.Cells.Select(cell => string.Join(' ', (cell ?? []).Select(line => line.Text))).ToList();
        var text = string.Join('\t', cells.Where(cell => cell.Length > 0));
        // A comment or hidden element between two cells would stand in the citation of the row.
        if (!Squeezed(SourceText.Read(source, span)).SequenceEqual(Squeezed(text))) return null;
        return lines[0] with
        {
            Text = text,
            Span = span,
            IsBlock = true,
            IsBold = lines.TrueForAll(line => line.IsBold),
            Cells = cells,
            IsTableHeader = isInHead || (row.HeaderCells > 0 && row.HeaderCells == row.Cells.Count(cell => cell is not null)),
        };
    }

    private static IEnumerable<char> Squeezed(string text) => text.Where(value => !char.IsWhiteSpace(value));

    private sealed class Row
    {
        /// <summary>Lines by cell; null for a column that the cell before spans.</summary>
        public List<List<TextLine>?> Cells { get; } = [];

        public int Current { get; set; } = -1;

        public int HeaderCells { get; set; }

        public bool IsLayout { get; set; }
    }
}
