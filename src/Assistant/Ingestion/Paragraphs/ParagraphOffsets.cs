using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>From a place in a paragraph's reading text back to the place in the source file.</summary>
internal static class ParagraphOffsets
{
    /// <summary>
    /// The source offset of each of the (ascending) indexes into <paramref name="paragraph"/>'s text; an index on white space gives the next word's
    /// offset, one at the end the span's end. One pass over the paragraph, however many indexes are asked for, and none past the last.
    /// </summary>
    public static int[] Of(TextParagraph paragraph, ExtractedText source, IReadOnlyList<int> indexes)
    {
        var offsets = new int[indexes.Count];
        Array.Fill(offsets, paragraph.Span.End);
        var (at, next) = (0, 0);
        foreach (var place in SourceAlignment.Places(source.Text, source.Format, paragraph.Lines.Select(line => line.Span), paragraph.Text))
        {
            while (!place.IsEmpty && next < indexes.Count && indexes[next] <= at) offsets[next++] = place.Start;
            if (next == indexes.Count) break;
            at++;
        }
        return offsets;
    }
}
