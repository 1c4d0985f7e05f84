using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>How wide a line is in print, in columns: a Han character or full-width mark takes 2, a Latin letter or digit 1.</summary>
internal static class LineWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        var halves = 0;
        for (var i = 0; i < text.Length; i++)
        {
            // Print sets a quarter of a Han character between Han and Latin; extraction writes a whole blank there.
            var thin = text[i] == ' ' && (i > 0 && HanText.IsHan(text[i - 1]) || i + 1 < text.Length && HanText.IsHan(text[i + 1]));
            halves += thin ? 1 : 2 * Of(text[i]);
        }
        return halves / 2;
    }

    /// <summary>What must fit on a line together: one Han character, or a whole run of Latin letters and digits.</summary>
    public static int OfFirstToken(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (!IsLatin(text[0])) return Of(text[0]);
        var end = 0;
        while (end < text.Length && IsLatin(text[end])) end++;
        return end;
    }

    private static int Of(char character) => character < '\u2000' || character is >= '\uff61' and <= '\uffdc' ? 1 : 2;

    private static bool IsLatin(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '/' or '%' or '_' or '@' or ':' or '~';
}
