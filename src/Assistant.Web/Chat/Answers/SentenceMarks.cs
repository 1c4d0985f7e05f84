using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Answering;
using Assistant.Answering.Composition;

namespace Assistant.Web.Chat.Answers;

/// <summary>
/// Finds the sentences of an answer that no clause bears, so that a page can set them apart and a reader can have them shown or left out at
/// will, whichever was chosen when the question was asked. Private-use characters carry them through Markdown.
/// </summary>
internal static partial class SentenceMarks
{
    private const char Open = '\uE002';
    private const char Words = '\uE003';
    private const char Close = '\uE004';

    /// <summary>The answer's Markdown, each unsupported sentence between our characters; one that was left out stands where it would have.</summary>
    /// <param name="text">The answer's text, free of our characters.</param>
    /// <param name="statements">Their texts and reasons likewise.</param>
    public static string Into(string text, IReadOnlyList<Statement> statements)
    {
        if (statements.All(statement => statement.Supported)) return text;
        var marked = new StringBuilder(text.Length + 256);
        var at = 0;
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            var words = MarkdownText.Escape(statement.Text);
            if (statement.Supported)
            {
                var end = EndOf(text, words, at);
                marked.Append(text, at, end - at);
                at = end;
                continue;
            }
            var carried = string.Create(CultureInfo.InvariantCulture, $"{Open}{i}{Words}{words}{Close}");
            var (start, length) = Find(text, statement, at);
            if (start < 0)
            {
                marked.Append(at == 0 && text.Length > 0 ? carried + "\n\n" : carried);
                continue;
            }
            marked.Append(text, at, start - at).Append(carried);
            at = start + length;
        }
        return marked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The rendered page with each carried sentence replaced.</summary>
    /// <param name="render">The number of the statement and its words as HTML.</param>
    public static string OutOf(string html, Func<int, string, string> render) =>
        Carried().Replace(Alone().Replace(html, "<$1 class=\"alone\">$2</$1>"), match => render(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), match.Groups[2].Value));

    /// <summary>Behind the sentence and its markers; <paramref name="from"/> where it does not stand in the text.</summary>
    private static int EndOf(string text, string words, int from)
    {
        var found = text.IndexOf(words, from, StringComparison.Ordinal);
        return found < 0 ? from : found + words.Length + Markers().Match(text, found + words.Length).Length;
    }

    private static (int Start, int Length) Find(string text, Statement statement, int from)
    {
        foreach (var language in Enum.GetValues<AnswerLanguage>())
        {
            var mark = UnsupportedMark.Of(statement.Text, statement.Reason, language);
            var found = text.IndexOf(mark, from, StringComparison.Ordinal);
            if (found >= 0) return (found, mark.Length);
        }
        return (-1, 0);
    }

    [GeneratedRegex(@"\G(?:\[[0-9]{1,4}\])*")]
    private static partial Regex Markers();

    /// <summary>A block that holds nothing else goes with its sentence.</summary>
    [GeneratedRegex("<(p|li)>(\uE002[0-9]{1,5}\uE003[^\uE004]*\uE004)</\\1>")]
    private static partial Regex Alone();

    [GeneratedRegex("\uE002([0-9]{1,5})\uE003([^\uE004]*)\uE004")]
    private static partial Regex Carried();
}
