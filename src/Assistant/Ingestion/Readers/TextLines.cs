using System.Buffers;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Readers;

/// <summary>Cuts a text into its visible lines.</summary>
internal static class TextLines
{
    /// <summary>
    /// More characters than a line of any document has (the longest paragraph of the 1,424 national laws has 4,000): a longer one is data, and would
    /// be read, indexed and quoted as one sentence.
    /// </summary>
    public const int LongestLine = 1_000_000;

    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    /// <exception cref="UnreadableFileException">A line is longer than <see cref="LongestLine"/>.</exception>
    public static List<TextLine> Read(string text, int start = 0)
    {
        var lines = new List<TextLine>();
        var number = 1 + text.AsSpan(0, start).Count('\n');
        var blanks = 0;
        var at = start;
        while (at <= text.Length)
        {
            var length = text.AsSpan(at).IndexOfAny(LineEnds);
            var end = length < 0 ? text.Length : at + length;
            if (end - at > LongestLine)
            {
                throw new UnreadableFileException(new(
                    $"第 {number} 行有 {end - at:N0} 个字符，超过 {LongestLine:N0}：这不是供人阅读的文本。",
                    $"Line {number} has {end - at:N0} characters, more than {LongestLine:N0}: this is no text for people to read."));
            }
            if (Line(text, at, end, number, blanks) is { } line)
            {
                lines.Add(line);
                blanks = 0;
            }
            else
            {
                blanks++;
            }
            if (end >= text.Length) break;
            var isPair = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n';
            if (text[end] is '\n' or '\r') number++;
            at = end + (isPair ? 2 : 1);
        }
        return lines;
    }

    private static TextLine? Line(string text, int start, int end, int number, int blanks)
    {
        var indent = 0;
        while (start < end && IsBlank(text[start])) indent += text[start++] switch { '\u3000' => 2, '\t' => 4, '\uFEFF' or '\u200B' => 0, _ => 1 };
        while (end > start && IsBlank(text[end - 1])) end--;
        return start == end ? null : new TextLine(text[start..end], new TextSpan(start, end), number, blanks, indent);
    }

    /// <summary>White space, and the invisible marks that word processors leave at the ends of lines.</summary>
    public static bool IsBlank(char value) => char.IsWhiteSpace(value) || value is '\uFEFF' or '\u200B';
}
