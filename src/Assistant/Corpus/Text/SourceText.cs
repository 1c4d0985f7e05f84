using System.Text;

namespace Assistant.Corpus.Text;

/// <summary>Reads words out of a source file's text, and finds words in it. With <see cref="SourceAlignment"/> the one place that knows how words and their span relate.</summary>
public static class SourceText
{
    /// <summary>
    /// The words of a span, verbatim: tags and entities resolved for HTML, visual lines joined, artefacts <b>not</b> left out.
    /// Without white space it equals source[start:end] without white space (HTML: with tags removed and entities resolved).
    /// </summary>
    public static string Read(SourceFile file, TextSpan span)
    {
        var (start, end) = Clamp(file, span);
        var text = new StringBuilder(end - start);
        var white = White.None;
        foreach (var (value, _, _) in Characters(file.Text, file.Format, start, end))
        {
            if (char.IsWhiteSpace(value))
            {
                if (white != White.LineEnd) white = value is '\n' or '\r' or '\f' or '\u2028' or '\u2029' ? White.LineEnd : White.Space;
                continue;
            }
            if (text.Length > 0 && white != White.None) Join(text, value, white);
            white = White.None;
            text.Append(value);
        }
        return text.ToString();
    }

    /// <summary>
    /// The span of <paramref name="quote"/> inside <paramref name="within"/>, white space (and markup, for HTML) aside; null where it does not
    /// stand there without interruption. Starts and ends on a non-white character. In Markdown, marks of emphasis may stand between its words: what is
    /// cited is <see cref="Read"/> of the span, not <paramref name="quote"/>.
    /// </summary>
    public static TextSpan? Find(SourceFile file, TextSpan within, string quote)
    {
        var (start, end) = Clamp(file, within);
        return Find(file, start, end, quote, char.IsWhiteSpace)
            // Marks of emphasis stand between the words of a Markdown line and not in what is read of it.
            ?? (file.Format == SourceFormat.Markdown ? Find(file, start, end, quote, value => char.IsWhiteSpace(value) || value is '*' or '_' or '`' or '\\') : null);
    }

    private static TextSpan? Find(SourceFile file, int start, int end, string quote, Func<char, bool> isPassedOver)
    {
        var wanted = string.Concat(quote.Where(value => !isPassedOver(value)));
        if (wanted.Length == 0) return null;
        var text = new StringBuilder(end - start);
        var places = new List<(int Start, int End)>(end - start);
        foreach (var (value, from, to) in Characters(file.Text, file.Format, start, end))
        {
            if (isPassedOver(value)) continue;
            text.Append(value);
            places.Add((from, to));
        }
        var at = text.ToString().IndexOf(wanted, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(places[at].Start, places[at + wanted.Length - 1].End);
    }

    private enum White
    {
        None,
        Space,
        LineEnd,
    }

    /// <summary>A span that was stored for another state of the file must not break the page that shows it.</summary>
    internal static TextSpan Clamp(SourceFile file, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, file.Text.Length);
        return new TextSpan(start, Math.Clamp(span.End, start, file.Text.Length));
    }

    /// <summary>The characters that a reader sees, each with its place.</summary>
    internal static IEnumerable<MarkupCharacter> Characters(string text, SourceFormat format, int start, int end)
    {
        return format == SourceFormat.Html ? HtmlMarkup.Walk(text, start, end) : Plain(text, start, end);

        static IEnumerable<MarkupCharacter> Plain(string text, int start, int end)
        {
            for (var at = start; at < end; at++) yield return new MarkupCharacter(text[at], at, at + 1);
        }
    }

    /// <summary>A line end inside a sentence is where the page was full: nothing between Han characters, a space between words.</summary>
    private static void Join(StringBuilder text, char next, White white)
    {
        var last = text[^1];
        if (white == White.Space) text.Append(' ');
        else if (last is '。' or '；' or '：' or '！' or '？') text.Append('\n');
        else if (!IsWide(last) && !IsWide(next)) text.Append(' ');
    }

    /// <summary>Han characters and full-width marks, from CJK radicals on; and the quotation marks and dashes that Chinese text shares with Latin.</summary>
    private static bool IsWide(char value) => value is >= '\u2E80' or '“' or '”' or '‘' or '’' or '—' or '…';
}
