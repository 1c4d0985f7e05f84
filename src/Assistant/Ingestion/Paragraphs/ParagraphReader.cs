using System.Text;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>Visible lines to paragraphs: lines that were wrapped in print are joined, page furniture is taken out, tables become rows.</summary>
public static class ParagraphReader
{
    /// <returns>In file order. Every line is in one paragraph or in none (furniture); a paragraph's span never reaches into another's.</returns>
    public static IReadOnlyList<TextParagraph> Read(ExtractedText text)
    {
        var lines = text.Lines;
        var furniture = PageFurniture.Find(text);
        var tables = TableReader.Read(text, furniture);
        var flow = new List<int>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!furniture[i] && !tables.Owns(i)) flow.Add(i);
        }
        var wrapping = new LineWrapping(text, [.. flow.Select(i => lines[i])]);
        var paragraphs = new List<TextParagraph>(lines.Count);
        for (var k = 0; k < flow.Count;)
        {
            var first = k;
            while (k + 1 < flow.Count && !tables.Between(flow[k], flow[k + 1]) && wrapping.GoesOn(k, flow[k + 1] > flow[k] + 1)) k++;
            k++;
            paragraphs.Add(Join(lines, flow[first..k], furniture));
        }
        paragraphs.AddRange(tables.Rows);
        paragraphs.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return paragraphs;
    }

    private static TextParagraph Join(IReadOnlyList<TextLine> lines, List<int> indexes, bool[] furniture)
    {
        var joined = new StringBuilder();
        foreach (var i in indexes) Append(joined, ReadingText.Of(lines[i].Text));
        var artefacts = new List<TextSpan>();
        for (var i = indexes[0]; i < indexes[^1]; i++)
        {
            if (furniture[i]) artefacts.Add(lines[i].Span);
        }
        return new TextParagraph(
            joined.ToString(),
            new TextSpan(lines[indexes[0]].Span.Start, lines[indexes[^1]].Span.End),
            [.. indexes.Select(i => lines[i])],
            artefacts);
    }

    /// <summary>A blank only between Latin words; Han text is written without.</summary>
    internal static void Append(StringBuilder joined, string line)
    {
        if (joined.Length > 0 && line.Length > 0 && char.IsAsciiLetterOrDigit(joined[^1]) && char.IsAsciiLetterOrDigit(line[0])) joined.Append(' ');
        joined.Append(line);
    }
}
