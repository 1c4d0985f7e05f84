using System.Text;

namespace Assistant.Answering.Composition;

/// <summary>Words of a document inside Markdown of ours, an answer or a memo: they read as they are and mean nothing.</summary>
public static class MarkdownText
{
    /// <summary>
    /// Escapes what Markdown (CommonMark, tables, footnotes, formulas), HTML or the answer's own <c>[n]</c> markers would make of the text. A document
    /// is data: its <c>[3]</c> is no citation of ours. Line breaks become spaces. Marks of direction are dropped (<see cref="DirectionMarks"/>).
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var start = 0; // of the words: blanks before them hide no heading and no list
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || DirectionMarks.Is(text[start]))) start++;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (DirectionMarks.Is(c)) continue;
            if (c is '\r' or '\n') escaped.Append(' ');
            else if (c is '\\' or '[' or ']' or '<' or '*' or '_' or '`' or '~' or '|' or '&' or '$' || (i == start && c is '#' or '>' or '+' or '-' or '=' or ':'))
                escaped.Append('\\').Append(c);
            // "1." and "1)" at the start of a line would begin a list and lose their number.
            else if (c is '.' or ')' && i > start && i - start < 10 && !text.AsSpan(start, i - start).ContainsAnyExceptInRange('0', '9'))
                escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }
        return escaped.ToString();
    }
}
