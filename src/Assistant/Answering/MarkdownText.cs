using System.Text;

namespace Assistant.Answering;

/// <summary>Words of a document inside an answer's Markdown: they read as they are and mean nothing.</summary>
public static class MarkdownText
{
    /// <summary>
    /// Escapes what Markdown, HTML or the answer's own <c>[n]</c> markers would make of the text. A document is data: its <c>[3]</c> is no
    /// citation of ours. Line breaks become spaces. Marks of direction, which could show 万01 for 10万, are dropped.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var atStart = escaped.Length == 0;
            if (IsDirection(c)) continue;
            if (c is '\r' or '\n') escaped.Append(' ');
            else if (c is '\\' or '[' or ']' or '<' or '*' or '_' or '`' or '~' or '|' or '&' || (atStart && c is '#' or '>' or '+' or '-' or '='))
                escaped.Append('\\').Append(c);
            // "1." and "1)" at the start of a line would begin a list and lose their number.
            else if (c is '.' or ')' && i is > 0 and < 10 && text.AsSpan(0, i).ContainsAnyExceptInRange('0', '9') is false)
                escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }

    private static bool IsDirection(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
