using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>From a place in a paragraph's reading text back to the place in the source file.</summary>
internal static class SourceAlignment
{
    /// <summary>
    /// The source offset of each of the (ascending) indexes into <paramref name="paragraph"/>'s text; an index on white space gives the next word's
    /// offset, one at the end the span's end. One pass over the paragraph, however many indexes are asked for.
    /// </summary>
    public static int[] OffsetsOf(TextParagraph paragraph, ExtractedText source, IReadOnlyList<int> indexes)
    {
        var offsets = new int[indexes.Count];
        Array.Fill(offsets, paragraph.Span.End);
        var next = 0;
        var position = new Position(paragraph, source);
        var text = paragraph.Text;
        for (var i = 0; i < text.Length && next < indexes.Count; i++)
        {
            if (char.IsWhiteSpace(text[i])) continue;
            var offset = position.Find(text[i]);
            if (offset < 0) break;
            while (next < indexes.Count && indexes[next] <= i) offsets[next++] = offset;
        }
        return offsets;
    }

    /// <summary>Walks the lines of a paragraph through the source, past markup and entities.</summary>
    private ref struct Position(TextParagraph paragraph, ExtractedText source)
    {
        private readonly string text = source.Text;
        private readonly bool isMarkup = source.Format == SourceFormat.Html;
        private int line;
        private int offset = paragraph.Lines[0].Span.Start;

        /// <summary>The next place of <paramref name="character"/>; -1 when the lines hold it no more.</summary>
        public int Find(char character)
        {
            while (line < paragraph.Lines.Count)
            {
                var end = Math.Min(paragraph.Lines[line].Span.End, text.Length);
                while (offset < end)
                {
                    var at = offset++;
                    var read = text[at];
                    if (isMarkup && read == '<' && SkipTo('>', at, end)) continue;
                    if (read == character) return at;
                    if (isMarkup && read == '&' && SkipTo(';', at, Math.Min(end, at + 12)) && !IsBlankEntity(text.AsSpan(at, offset - at))) return at;
                }
                if (++line < paragraph.Lines.Count) offset = paragraph.Lines[line].Span.Start;
            }
            return -1;
        }

        private bool SkipTo(char close, int from, int end)
        {
            var at = text.IndexOf(close, from, end - from);
            if (at < 0) return false;
            offset = at + 1;
            return true;
        }

        private static bool IsBlankEntity(ReadOnlySpan<char> entity) => entity is "&nbsp;" or "&emsp;" or "&ensp;" or "&thinsp;" or "&#160;" or "&#12288;" or "&zwnj;";
    }
}
