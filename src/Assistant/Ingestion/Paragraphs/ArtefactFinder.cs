using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>
/// What stands between the words of a document and is not text: running heads, comments, scripts, Markdown marks. Clauses name it, so that their words
/// can be told from the source character by character.
/// </summary>
internal static class ArtefactFinder
{
    /// <param name="paragraphs">All that the document is made of.</param>
    /// <returns>Ascending; none where everything between the first and the last word is text or white space.</returns>
    public static List<TextSpan> Find(ExtractedText text, IEnumerable<TextParagraph> paragraphs)
    {
        var gaps = new List<TextSpan>();
        var at = -1;
        foreach (var line in paragraphs.SelectMany(paragraph => paragraph.Lines).OrderBy(line => line.Span.Start))
        {
            if (at >= 0 && line.Span.Start > at) Add(gaps, text, at, line.Span.Start);
            if (text.Format == SourceFormat.Markdown) Marks(gaps, text.Text, line);
            at = Math.Max(at, line.Span.End);
        }
        return gaps;
    }

    /// <summary>The clauses with the artefacts that lie inside them.</summary>
    public static IReadOnlyList<Clause> Complete(IReadOnlyList<Clause> clauses, List<TextSpan> artefacts) =>
        artefacts.Count == 0 ? clauses : [.. clauses.Select(clause => Complete(clause, artefacts))];

    private static Clause Complete(Clause clause, List<TextSpan> artefacts)
    {
        var first = artefacts.BinarySearch(clause.Span, Comparer<TextSpan>.Create((gap, span) => gap.Start.CompareTo(span.Start)));
        if (first < 0) first = ~first;
        var inside = artefacts.Skip(first).TakeWhile(gap => gap.End <= clause.Span.End).ToList();
        return inside.Count == 0 ? clause : clause with { Artefacts = Merge(inside, clause.Artefacts), Children = Complete(clause.Children, inside) };
    }

    private static List<TextSpan> Merge(List<TextSpan> found, IReadOnlyList<TextSpan> known)
    {
        var merged = new List<TextSpan>();
        foreach (var span in found.Concat(known).OrderBy(span => span.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End) merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            else merged.Add(span);
        }
        return merged;
    }

    private static void Add(List<TextSpan> gaps, ExtractedText text, int start, int end)
    {
        if (text.Format == SourceFormat.Html)
        {
            if (HtmlMarkup.Walk(text.Text, start, end).Any(character => !char.IsWhiteSpace(character.Value))) gaps.Add(new TextSpan(start, end));
            return;
        }
        while (start < end && char.IsWhiteSpace(text.Text[start])) start++;
        while (end > start && char.IsWhiteSpace(text.Text[end - 1])) end--;
        if (start < end) gaps.Add(new TextSpan(start, end));
    }

    /// <summary>The characters of a Markdown line that are not among its words. Nothing where its words are not its characters (a resolved entity).</summary>
    private static void Marks(List<TextSpan> gaps, string source, TextLine line)
    {
        if (line.Text.Length == line.Span.Length) return;
        var count = gaps.Count;
        var at = 0;
        for (var i = line.Span.Start; i < line.Span.End; i++)
        {
            while (at < line.Text.Length && char.IsWhiteSpace(line.Text[at])) at++;
            if (char.IsWhiteSpace(source[i])) continue;
            if (at < line.Text.Length && source[i] == line.Text[at]) at++;
            else if (gaps.Count > count && gaps[^1].End == i) gaps[^1] = gaps[^1] with { End = i + 1 };
            else gaps.Add(new TextSpan(i, i + 1));
        }
        if (!line.Text.AsSpan(at).Trim().IsEmpty) gaps.RemoveRange(count, gaps.Count - count);
    }
}
