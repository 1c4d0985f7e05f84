namespace Assistant.Ingestion.Readers;

internal enum HtmlTokenKind
{
    Text,
    Open,
    Close,

    /// <summary>A comment, declaration or processing instruction.</summary>
    Comment,
}

/// <param name="Name">Of a tag, lower case; empty otherwise.</param>
/// <param name="IsPlainTag">
/// From its <c>&lt;</c> to its next <c>&gt;</c> and no further: removing tags the simple way removes exactly this. Comments and attribute values
/// may hold a <c>&gt;</c>, and what stands there may not lie inside a citation.
/// </param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, int Start, int End, string Name, bool IsPlainTag);

/// <summary>
/// Cuts markup into tags, comments and text, keeping every offset, in time linear in its length. It builds no tree: pages come broken, and a page
/// nested 100,000 deep must cost no stack.
/// </summary>
internal static class HtmlTokenizer
{
    /// <summary>Characters to look for the end of a quoted attribute value that holds a <c>&gt;</c>; past it the quote is taken for a mistake.</summary>
    private const int LongestQuotedValue = 4096;

    /// <summary>Elements whose content is not markup.</summary>
    private static readonly HashSet<string> RawElements = new(StringComparer.Ordinal) { "script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title" };

    public static IEnumerable<HtmlToken> Read(string markup, int start)
    {
        var at = start;
        var lastClose = markup.LastIndexOf('>');
        while (at < markup.Length)
        {
            var open = at > lastClose ? -1 : markup.IndexOf('<', at);
            if (open > lastClose) open = -1;
            if (open < 0)
            {
                yield return Text(at, markup.Length);
                yield break;
            }
            var next = open + 1 < markup.Length ? markup[open + 1] : ' ';
            if (!char.IsAsciiLetter(next) && next is not ('/' or '!' or '?'))
            {
                yield return Text(at, open + 1); // a lone < is text, and the last of its token
                at = open + 1;
                continue;
            }
            if (open > at) yield return Text(at, open);
            var tag = Tag(markup, open, next);
            yield return tag;
            at = tag.End;
            if (tag.Kind != HtmlTokenKind.Open || !RawElements.Contains(tag.Name)) continue;
            var end = markup.IndexOf("</" + tag.Name, at, StringComparison.OrdinalIgnoreCase);
            if (end < 0) yield break; // never closed: browsers show nothing of the rest either
            yield return new HtmlToken(HtmlTokenKind.Comment, at, end, "", IsPlainTag: false);
            at = end;
        }
    }

    private static HtmlToken Text(int start, int end) => new(HtmlTokenKind.Text, start, end, "", IsPlainTag: false);

    private static HtmlToken Tag(string markup, int open, char next)
    {
        var simpleEnd = markup.IndexOf('>', open) + 1;
        if (next is '!' or '?')
        {
            var end = simpleEnd;
            if (string.CompareOrdinal(markup, open, "<!--", 0, 4) == 0)
            {
                var close = markup.IndexOf("-->", open + 2, StringComparison.Ordinal);
                end = close < 0 ? markup.Length : close + 3; // never closed: a comment to the end of the page
            }
            return new HtmlToken(HtmlTokenKind.Comment, open, end, "", end == simpleEnd);
        }
        var nameStart = next == '/' ? open + 2 : open + 1;
        var nameEnd = nameStart;
        while (nameEnd < simpleEnd - 1 && (char.IsAsciiLetterOrDigit(markup[nameEnd]) || markup[nameEnd] is '-' or ':')) nameEnd++;
        if (nameEnd == nameStart) return new HtmlToken(HtmlTokenKind.Comment, open, simpleEnd, "", IsPlainTag: true); // </> or </ 1>
        var tagEnd = TagEnd(markup, nameEnd, simpleEnd);
        var kind = next == '/' ? HtmlTokenKind.Close : HtmlTokenKind.Open;
        return new HtmlToken(kind, open, tagEnd, markup[nameStart..nameEnd].ToLowerInvariant(), tagEnd == simpleEnd);
    }

    /// <summary>The end of a tag whose first <c>&gt;</c> ends at <paramref name="simpleEnd"/>: further where that one stands inside quotes.</summary>
    private static int TagEnd(string markup, int at, int simpleEnd)
    {
        while (true)
        {
            var quote = markup.AsSpan(at, simpleEnd - at).IndexOfAny('"', '\'');
            if (quote < 0) return simpleEnd;
            var from = at + quote + 1;
            if (!IsAfterEquals(markup, from - 2)) // a quote that opens no value
            {
                at = from;
                continue;
            }
            var close = markup.IndexOf(markup[from - 1], from, Math.Min(markup.Length - from, LongestQuotedValue));
            if (close < 0) return simpleEnd;
            at = close + 1;
            if (at < simpleEnd) continue;
            var end = markup.IndexOf('>', at);
            if (end < 0) return simpleEnd;
            simpleEnd = end + 1;
        }
    }

    private static bool IsAfterEquals(string markup, int at)
    {
        while (at > 0 && char.IsWhiteSpace(markup[at])) at--;
        return markup[at] == '=';
    }
}
