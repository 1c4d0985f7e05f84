using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>A table of a memo as Word holds it.</summary>
internal static class WordTable
{
    public static Table Of(MemoPart.Table content)
    {
        var border = new EnumValue<BorderValues>(BorderValues.Single);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(
                    new TopBorder { Val = border, Size = 4 }, new LeftBorder { Val = border, Size = 4 }, new BottomBorder { Val = border, Size = 4 },
                    new RightBorder { Val = border, Size = 4 }, new InsideHorizontalBorder { Val = border, Size = 4 },
                    new InsideVerticalBorder { Val = border, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Autofit }),
            new TableGrid(content.Header.Select(_ => new GridColumn { Width = (8840 / content.Header.Count).ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(content.Header, isHeader: true));
        table.Append(content.Rows.Select(row => Row(row, isHeader: false)));
        return table;
    }

    private static TableRow Row(IReadOnlyList<string> cells, bool isHeader)
    {
        var row = new TableRow();
        if (isHeader) row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(cells.Select(cell => new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }),
            WordMemoWriter.Styled(WordMemoStyles.Small, WordRuns.Of(cell, isHeader ? [new Bold()] : [])))));
        return row;
    }
}
