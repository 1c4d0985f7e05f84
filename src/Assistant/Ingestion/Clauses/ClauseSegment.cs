using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Clauses;

/// <summary>A paragraph, or the part of one that a provision of its own begins: what the clause tree is built from.</summary>
/// <param name="Label">Null for running text, also where a label is printed but only spoken of.</param>
/// <param name="Text">From the label on, as one reads it.</param>
/// <param name="Span">Where <paramref name="Text"/> stands in the source.</param>
/// <param name="WordsStart">Where the words after the label start in the source; the span's end where there are none.</param>
/// <param name="Line">Of the file, from 1: for warnings.</param>
/// <param name="IsTail">Signatures, dates and notes after the body: they belong to no clause.</param>
internal sealed record ClauseSegment(
    ClauseLabel? Label, string Text, TextSpan Span, int WordsStart, int Line, bool IsTail, TextParagraph Paragraph)
{
    /// <summary>What follows the label; the whole text without one.</summary>
    public string Words => Label is null ? Text : Text[Math.Min(Label.End, Text.Length)..];

    public char Last => Text.Length == 0 ? '\0' : Text[^1];

    /// <summary>A title line: short, and no sentence.</summary>
    public bool IsHeading => Words.Length is > 0 and <= 60 && !EndsSentence(Last) && !Words.Contains('。', StringComparison.Ordinal);

    public bool IsRow => Paragraph.First.Cells.Count > 1;

    public static bool EndsSentence(char last) => last is '。' or '；' or ';' or '：' or ':' or '！' or '？' or '，' or ',' or '、';
}
