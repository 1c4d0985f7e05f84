using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Clauses;

/// <summary>Reads the label of each paragraph, and parts paragraphs in which further provisions begin in mid-line.</summary>
internal sealed class ClauseSegmentReader(ExtractedText source)
{
    /// <summary>Characters that the heading of a chapter may have where the first article is glued to it.</summary>
    private const int LongestHeading = 40;

    private readonly HashSet<string> _atLineStart = new(StringComparer.Ordinal);
    private ClauseLabel? _article;

    public List<ClauseSegment> Read(IReadOnlyList<TextParagraph> body, IReadOnlyList<TextParagraph> tail)
    {
        var segments = new List<ClauseSegment>(body.Count + tail.Count);
        var glued = new GluedLabels(body);
        _atLineStart.UnionWith(body.Select(GluedLabels.LabelOf).OfType<ClauseLabel>().Where(label => label.Style <= LabelStyle.Article).Select(label => label.Text));
        for (var i = 0; i < body.Count; i++) Add(segments, body[i], glued.Inside(i));
        foreach (var paragraph in tail)
        {
            segments.Add(new ClauseSegment(null, paragraph.Text, paragraph.Span, paragraph.Span.End, paragraph.First.Number, true, paragraph));
        }
        StandardSections.Label(segments, source);
        return segments;
    }

    private void Add(List<ClauseSegment> segments, TextParagraph paragraph, List<ClauseLabel> glued)
    {
        var labels = new List<ClauseLabel>();
        var first = GluedLabels.LabelOf(paragraph);
        if (glued.Count > 0)
        {
            Cut(segments, paragraph, [first, .. glued]);
            return;
        }
        if (first is { Style: LabelStyle.Article }) _article = first;
        labels.AddRange(ProvisionsInside(paragraph.Text, first));
        var starts = new List<ClauseLabel?> { first };
        for (var i = 0; i <= labels.Count; i++)
        {
            if (i > 0) starts.Add(labels[i - 1]);
            var from = i == 0 ? first?.End ?? 0 : labels[i - 1].End;
            starts.AddRange(ItemsInside(paragraph.Text, from, i < labels.Count ? labels[i].Start : paragraph.Text.Length));
        }
        Cut(segments, paragraph, starts);
    }

    private void Cut(List<ClauseSegment> segments, TextParagraph paragraph, List<ClauseLabel?> starts)
    {
        var text = paragraph.Text;
        var indexes = new List<int>(starts.Count * 2);
        foreach (var label in starts)
        {
            // The first part keeps the marks before its label.
            indexes.Add(indexes.Count == 0 ? 0 : label!.Start);
            indexes.Add(label?.End ?? 0);
        }
        if (starts.Count == 1 && starts[0] is null)
        {
            segments.Add(new ClauseSegment(null, text, paragraph.Span, paragraph.Span.End, paragraph.First.Number, false, paragraph));
            return;
        }
        var offsets = ParagraphOffsets.Of(paragraph, source, indexes);
        for (var i = 0; i < starts.Count; i++)
        {
            var from = indexes[2 * i];
            var to = i + 1 < starts.Count ? indexes[2 * i + 2] : text.Length;
            var words = text[from..to].TrimEnd();
            var start = i == 0 ? paragraph.Span.Start : offsets[2 * i];
            var end = i + 1 < starts.Count ? TrimEnd(start, offsets[2 * i + 2]) : paragraph.Span.End;
            var label = starts[i] is { } read ? read with { Start = read.Start - from, End = Math.Min(read.End - from, words.Length) } : null;
            var wordsStart = label is null || label.End >= words.Length ? end : Math.Min(offsets[2 * i + 1], end);
            segments.Add(new ClauseSegment(label, words, new TextSpan(start, end), wordsStart, paragraph.First.Number, false, paragraph));
        }
    }

    /// <summary>A segment that is cut off before another ends at its last word.</summary>
    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(source.Text[end - 1])) end--;
        return end;
    }

    /// <summary>
    /// Articles that begin in mid-paragraph, as in texts that lost their line ends: the next expected number, after a sentence's end and set off by
    /// blanks on both sides. Without the blanks, only a number that no line of the document begins with; its chapter's heading may stand before it.
    /// Anything less is a mention.
    /// </summary>
    private IEnumerable<ClauseLabel> ProvisionsInside(string text, ClauseLabel? first)
    {
        var before = first;
        for (var at = text.IndexOf('第', first?.End ?? 0); at >= 0; at = text.IndexOf('第', at + 1))
        {
            if (at == 0 || ClauseLabel.ReadAt(text, at) is not { Style: <= LabelStyle.Article, IsMention: false } label || label.Start != at) continue;
            var isAfterHeading = before is { Style: < LabelStyle.Article } && IsHeading(text, before.End, at);
            if (label.Style == LabelStyle.Article)
            {
                var isSetOff = _article is not null && label.IsSetOff && char.IsWhiteSpace(text[at - 1]);
                if (!IsExpected(label) || !(isAfterHeading || EndsBefore(text, at, "。；：”）)")) || !(isSetOff || !_atLineStart.Contains(label.Text))) continue;
                _article = label;
            }
            else if (_atLineStart.Contains(label.Text) || !(isAfterHeading || EndsBefore(text, at, "。")) || !LeadsToArticle(text, label))
            {
                continue;
            }
            before = label;
            yield return label;
        }
    }

    private bool IsExpected(ClauseLabel label) => _article is null ? label is { Number: 1, Insertion: 0 } : label.Follows(_article);

    private static bool IsHeading(string text, int from, int to) =>
        to - from <= LongestHeading && text.AsSpan(from, Math.Max(0, to - from)).IndexOfAny('。', '；', '，') < 0;

    /// <summary>第二章共享与使用第三条…: the next article follows the heading at once, a section's heading between them aside.</summary>
    private bool LeadsToArticle(string text, ClauseLabel chapter)
    {
        for (var at = text.IndexOf('第', chapter.End); at >= 0 && at - chapter.End <= 2 * LongestHeading; at = text.IndexOf('第', at + 1))
        {
            if (ClauseLabel.ReadAt(text, at) is { Style: LabelStyle.Article, IsMention: false } label && IsExpected(label)) return IsHeading(text, chapter.End, Math.Min(at, chapter.End + LongestHeading));
        }
        return false;
    }

    /// <summary>（一）…；（二）… run on in one paragraph: a list of at least two, from one, each after the other's end.</summary>
    private static List<ClauseLabel> ItemsInside(string text, int from, int to)
    {
        var items = new List<ClauseLabel>();
        for (var at = NextBracket(text, from, to); at >= 0; at = NextBracket(text, at + 1, to))
        {
            var expected = items.Count + 1;
            if (!EndsBefore(text, at, expected == 1 ? "：:" : "；;。，,")) continue;
            if (ClauseLabel.ReadAt(text, at) is { Style: LabelStyle.BracketedNumeral, IsMention: false } label && label.Number == expected) items.Add(label);
        }
        return items.Count > 1 ? items : [];
    }

    private static int NextBracket(string text, int from, int to)
    {
        if (from >= to) return -1;
        var at = text.AsSpan(from, to - from).IndexOfAny('（', '(');
        return at < 0 ? -1 : from + at;
    }

    private static bool EndsBefore(string text, int at, string marks)
    {
        var i = at - 1;
        while (i >= 0 && at - i < 8 && char.IsWhiteSpace(text[i])) i--;
        return i >= 0 && marks.Contains(text[i], StringComparison.Ordinal);
    }
}
