using AngleSharp.Html;

namespace Assistant.Corpus.Text;

/// <summary>A character of an HTML text as a reader sees it, and where in the markup it stands. A character reference stands in several.</summary>
internal readonly record struct MarkupCharacter(char Value, int Start, int End);

/// <summary>Walks markup: tags left out, character references resolved.</summary>
internal static class HtmlMarkup
{
    /// <summary>The longest name of a character reference in HTML, <c>CounterClockwiseContourIntegral;</c>, with its ampersand.</summary>
    private const int LongestReference = 33;

    /// <summary>What HTML reads the numbers 0x80 to 0x9F as: characters of Windows-1252, not controls.</summary>
    private const string Windows1252 =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>
    /// What is to be read between <paramref name="start"/> and <paramref name="end"/>. A tag runs from <c>&lt;</c> to the next <c>&gt;</c>, which is how
    /// the citation contract removes tags; comments and scripts are left out by whoever chooses the span.
    /// </summary>
    public static IEnumerable<MarkupCharacter> Walk(string markup, int start, int end)
    {
        var at = start;
        var lastClose = markup.LastIndexOf('>', Math.Max(0, end - 1), Math.Max(0, end - start)); // looked for once: a '<' after it is text
        while (at < end)
        {
            if (markup[at] == '<' && at + 1 < lastClose && markup[at + 1] != '>')
            {
                at = markup.IndexOf('>', at) + 1;
            }
            else if (markup[at] == '&' && Resolve(markup, at, end, out var length) is { } text)
            {
                foreach (var character in text) yield return new MarkupCharacter(character, at, at + length);
                at += length;
            }
            else
            {
                yield return new MarkupCharacter(markup[at], at, ++at);
            }
        }
    }

    /// <summary>The text of the character reference at <paramref name="at"/>; null where there is none.</summary>
    public static string? Resolve(string markup, int at, int end, out int length)
    {
        length = 0;
        var limit = Math.Min(end, at + LongestReference);
        if (at + 2 > limit) return null;
        if (markup[at + 1] == '#') return Numeric(markup, at, limit, out length);
        var next = at + 1;
        while (next < limit && char.IsAsciiLetterOrDigit(markup[next])) next++;
        if (next < limit && markup[next] == ';' && Symbol(markup[(at + 1)..(next + 1)]) is { } named)
        {
            length = next + 1 - at;
            return named;
        }
        // Without its semicolon a reference counts for the old names only, and the longest one does: &copyright is ©right.
        for (; next > at + 2; next--)
        {
            if (Symbol(markup[(at + 1)..next]) is not { } old) continue;
            length = next - at;
            return old;
        }
        return null;
    }

    private static string? Symbol(string name) => HtmlEntityProvider.Resolver.GetSymbol(name);

    private static string? Numeric(string markup, int at, int limit, out int length)
    {
        length = 0;
        var next = at + 2;
        var isHex = next < limit && markup[next] is 'x' or 'X';
        if (isHex) next++;
        var first = next;
        long code = 0;
        while (next < limit && (isHex ? char.IsAsciiHexDigit(markup[next]) : char.IsAsciiDigit(markup[next])))
        {
            code = Math.Min((code * (isHex ? 16 : 10)) + Convert.ToInt32(markup[next].ToString(), 16), 0x110000);
            next++;
        }
        if (next == first) return null;
        if (next < limit && markup[next] == ';') next++;
        length = next - at;
        if (code is >= 0x80 and <= 0x9F) return Windows1252.Substring((int)code - 0x80, 1);
        return code is 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) ? "\uFFFD" : char.ConvertFromUtf32((int)code);
    }
}
