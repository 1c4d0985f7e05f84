using Assistant.Corpus.Labels;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Titles;

/// <summary>Finds where the body ends and signatures, date, annex list and notes begin.</summary>
internal static class DocumentFoot
{
    /// <summary>Signatories of the longest joint notices, their annex list and notes.</summary>
    private const int Longest = 80;

    /// <returns>Index of the first paragraph of the foot; the count where there is none.</returns>
    public static int Start(List<TextParagraph> paragraphs, int bodyStart)
    {
        var signature = Signature(paragraphs, bodyStart);
        var start = signature < 0 ? paragraphs.Count : signature;
        while (start > bodyStart && signature >= 0 && IsSignatory(paragraphs[start - 1].Text)) start--;
        var list = AnnexList(paragraphs, bodyStart, start);
        return Notes(paragraphs, bodyStart, list < 0 ? start : list);
    }

    /// <summary>The date at the foot: only notes, signatories and annexes stand after it. Without one, the first of such lines.</summary>
    private static int Signature(List<TextParagraph> paragraphs, int bodyStart)
    {
        var found = -1;
        var earliest = Math.Max(bodyStart, paragraphs.Count - Longest);
        for (var i = paragraphs.Count - 1; i >= earliest; i--)
        {
            var line = paragraphs[i].Text;
            if (ChineseDate.Line(line) is not null || DocumentMarks.IsNote(line) || DocumentMarks.IsSigner(line) || IsSignatory(line)) found = i;
            else if (!IsAnnexEntry(paragraphs, i, bodyStart)) break;
        }
        return found;
    }

    /// <summary>说明：1. … 2. … below a table.</summary>
    private static int Notes(List<TextParagraph> paragraphs, int bodyStart, int end)
    {
        for (var i = end - 1; i >= Math.Max(bodyStart, end - 8); i--)
        {
            if (DocumentMarks.StartsNotes(paragraphs[i].Text)) return i;
            if (ClauseLabel.Read(paragraphs[i].Text) is not { Style: LabelStyle.Digit or LabelStyle.BracketedDigit }) break;
        }
        return end;
    }

    private static bool IsSignatory(string line) => IssuerNames.OfLine(line).Count > 0 || DocumentMarks.IsSigner(line);

    /// <summary>Where the list of annexes begins that ends right before <paramref name="end"/>; -1 without one.</summary>
    private static int AnnexList(List<TextParagraph> paragraphs, int bodyStart, int end)
    {
        for (var i = end - 1; i >= Math.Max(bodyStart, end - 30); i--)
        {
            var line = paragraphs[i].Text;
            if (DocumentMarks.StartsAnnexList(line) || DocumentMarks.IsAnnexMark(line)) return i;
            if (!IsListEntry(paragraphs[i])) return -1;
        }
        return -1;
    }

    private static bool IsAnnexEntry(List<TextParagraph> paragraphs, int i, int bodyStart) =>
        AnnexList(paragraphs, bodyStart, i + 1) >= 0;

    private static bool IsListEntry(TextParagraph paragraph) =>
        paragraph.Text.Length < 100 && !LineWrapping.Ends(paragraph.Text) && paragraph.First.Cells.Count == 0
        && (ClauseLabel.Read(paragraph.Text) is { Style: LabelStyle.Digit or LabelStyle.BracketedDigit or LabelStyle.Circled } || TitleShape.EndsWithKind(paragraph.Text));
}
