using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.Clauses;

/// <summary>
/// Finds labels that lost the line they began on: where a list jumps from 2. to 4., the paragraph of 2. is searched for 3. in mid-line. A text in which
/// that was so is also searched behind the last number of a list.
/// </summary>
internal sealed class GluedLabels
{
    private readonly IReadOnlyList<TextParagraph> _paragraphs;
    private readonly ClauseLabel?[] _labels;

    /// <summary>The number at which the list of a paragraph goes on; 0 where it is the last.</summary>
    private readonly int[] _next;
    private readonly HashSet<LabelStyle> _met = [];

    public GluedLabels(IReadOnlyList<TextParagraph> paragraphs)
    {
        _paragraphs = paragraphs;
        _labels = [.. paragraphs.Select(LabelOf)];
        _next = new int[paragraphs.Count];
        var later = new Dictionary<LabelStyle, int>();
        for (var i = paragraphs.Count - 1; i >= 0; i--)
        {
            if (_labels[i] is not { } label) continue;
            _next[i] = later.GetValueOrDefault(label.Style);
            // Numbers that an outer label parts from these belong to another list.
            foreach (var style in later.Keys.Where(style => style > label.Style).ToList()) later.Remove(style);
            later[label.Style] = label.Number;
        }
    }

    /// <summary>Null for running text and table rows.</summary>
    public static ClauseLabel? LabelOf(TextParagraph paragraph) =>
        paragraph.First.Cells.Count <= 1 && ClauseLabel.Read(paragraph.Text) is { IsMention: false } label ? label : null;

    /// <summary>Further labels inside a paragraph, in order.</summary>
    public List<ClauseLabel> Inside(int index)
    {
        var found = new List<ClauseLabel>();
        if (_labels[index] is not { Style: LabelStyle.Digit or LabelStyle.BracketedNumeral or LabelStyle.Numeral } label) return found;
        var isGap = _next[index] > label.Number + 1;
        if (!isGap && !(_next[index] <= label.Number && _met.Contains(label.Style))) return found;
        var text = _paragraphs[index].Text;
        var from = label.End;
        for (var number = label.Number + 1; _next[index] <= label.Number || number < _next[index]; number++)
        {
            if (Find(text, from, label, number) is not { } inside) break;
            found.Add(inside);
            from = inside.End;
        }
        if (isGap && found.Count > 0) _met.Add(label.Style);
        return found;
    }

    private static ClauseLabel? Find(string text, int from, ClauseLabel like, int number)
    {
        var printed = like.Style == LabelStyle.Digit ? number.ToString() : ChineseNumeral.Format(number);
        for (var at = IndexOf(text, printed, from); at >= 0; at = IndexOf(text, printed, at + 1))
        {
            var start = like.Style == LabelStyle.BracketedNumeral ? at - 1 : at;
            // 3. in 12.3. and 三、 in 二、三、四 are parts of something longer.
            if (start <= from || (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '、' or '—' or '-' or '第'))) continue;
            if (ClauseLabel.ReadAt(text, start) is { IsMention: false } label && label.Start == start && label.Style == like.Style && label.Number == number
                && label.Text[^1] == like.Text[^1]) return label;
        }
        return null;
    }

    private static int IndexOf(string text, string printed, int from) => from >= text.Length ? -1 : text.IndexOf(printed, from, StringComparison.Ordinal);
}
