using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Readers;

/// <summary>
/// Puts the lines of a table's cells together to rows. Pages also use tables to arrange everything on them: a row whose cell holds a table, a heading
/// or a whole text is no row of data, and its lines stay lines.
/// </summary>
/// <param name="output">Takes the rows, and the lines of what turns out to be no row, in the order of the page.</param>
internal sealed class HtmlTableRows(SourceFile source, List<TextLine> output)
{
    /// <summary>Blocks in a cell; more make it a column of the page.</summary>
    private const int MostLinesInCell = 12;

    private readonly Stack<Row> _rows = new();
    private bool _isInHead;

    public void Open(HtmlElement element)
    {
        switch (element.Name)
        {
            case "table":
                if (_rows.TryPeek(out var outer)) GiveUp(outer);
                break;
            case "thead":
                _isInHead = true;
                break;
            case "tr":
                _rows.Push(new Row());
                break;
            case "td" or "th" when _rows.TryPeek(out var row):
                row.Cells.Add([]);
                row.HeaderCells += element.Name is "th" ? 1 : 0;
                for (var extra = 1; extra < element.ColumnSpan; extra++) row.Cells.Add(null);
                row.Current = row.Cells.Count - element.ColumnSpan;
                break;
        }
    }

    /// <summary>Takes a line that stands in a cell of a row of data; false where it stands in none.</summary>
    public bool Take(TextLine line)
    {
        if (!_rows.TryPeek(out var row) || row.IsLayout || row.Current < 0) return false;
        if (line.HeadingLevel > 0 || row.Cells[row.Current]!.Count == MostLinesInCell)
        {
            GiveUp(row);
            return false;
        }
        row.Cells[row.Current]!.Add(line);
        return true;
    }

    public void Close(HtmlElement element)
    {
        if (element.Name is "thead") _isInHead = false;
        if (element.Name is "td" or "th" && _rows.TryPeek(out var open)) open.Current = -1;
        if (element.Name is "tr" && _rows.TryPop(out var row)) Write(row);
    }

    /// <summary>Writes what stands in tables that were never closed; an outer row has given up its lines when the inner table began.</summary>
    public void End()
    {
        if (_rows.TryPop(out var row)) Write(row);
    }

    private void Write(Row row)
    {
        if (Joined(row, [.. row.Lines]) is { } joined) output.Add(joined);
        else GiveUp(row);
    }

    private void GiveUp(Row row)
    {
        output.AddRange(row.Lines);
        row.IsLayout = true;
        row.Cells.ForEach(cell => cell?.Clear());
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
            IsTableHeader = _isInHead || (row.HeaderCells > 0 && row.HeaderCells == row.Cells.Count(cell => cell is not null)),
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

        public IEnumerable<TextLine> Lines => Cells.SelectMany(cell => cell ?? []);
    }
}
