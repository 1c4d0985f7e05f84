using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>The last annex: which files, which answers, and how to check them.</summary>
internal static class WordProvenance
{
    public static IEnumerable<OpenXmlElement> Pages(Memo memo, MemoWords words)
    {
        yield return WordMemoWriter.AnnexTitle($"{words.Annex}2  {words.Provenance}");
        yield return WordMemoWriter.Styled(WordMemoStyles.Body, WordRuns.Of(words.HowToCheck));
        yield return WordMemoWriter.Styled(WordMemoStyles.Heading2, WordRuns.Of(words.Files));
        yield return Table([words.File, "SHA-256"], MemoProvenance.Files(memo));
        yield return WordMemoWriter.Styled(WordMemoStyles.Heading2, WordRuns.Of(words.Answers));
        yield return Table([words.Question, words.MadeBy, words.AnsweredAt], MemoProvenance.Answers(memo, words));
    }

    private static Table Table(string[] header, IEnumerable<string[]> rows)
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
            new TableGrid(header.Select(_ => new GridColumn { Width = (8840 / header.Length).ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(header, isHeader: true));
        table.Append(rows.Select(row => Row(row, isHeader: false)));
        return table;
    }

    private static TableRow Row(string[] cells, bool isHeader)
    {
        var row = new TableRow();
        if (isHeader) row.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(cells.Select(cell => new TableCell(
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }),
            WordMemoWriter.Styled(WordMemoStyles.Small, WordRuns.Of(cell, isHeader ? [new Bold()] : [])))));
        return row;
    }
}
