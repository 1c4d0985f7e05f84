using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.Clauses;

/// <summary>
/// Decides which printed labels begin a provision and which open a sentence about one. Numbering is the evidence: an article is believed when its
/// number is the next one; out of order only where it is set off from its words and no better follower comes.
/// </summary>
internal static class LabelJudge
{
    /// <summary>Takes the label off every segment that is running text after all.</summary>
    public static void Judge(List<ClauseSegment> segments)
    {
        var articles = new List<int>();
        ClauseLabel? numeral = null;
        ClauseLabel? letter = null;
        for (var i = 0; i < segments.Count; i++)
        {
            var segment = segments[i];
            if (segment.Label is not { } label) continue;
            var isLabel = label.Style switch
            {
                LabelStyle.Part or LabelStyle.Subpart or LabelStyle.Chapter or LabelStyle.Section => segment.IsHeading || segment.Words.Length == 0,
                LabelStyle.Annex => segment.Words.Length <= 60,
                // A line that holds a numeral alone is a heading only where it goes on from the one before.
                LabelStyle.Numeral when label.End - label.Start == label.Text.Length && ChineseNumeral.IsNumeral(label.Text[^1]) =>
                    numeral is not null && label.Follows(numeral),
                // A letter alone may be a variable; a list begins with a).
                LabelStyle.Letter => label.Number == 1 || (letter is not null && label.Follows(letter)),
                _ => true,
            };
            if (!isLabel) segments[i] = segment with { Label = null };
            else if (label.Style == LabelStyle.Numeral) numeral = label;
            else if (label.Style == LabelStyle.Letter) letter = label;
            else if (label.Style is LabelStyle.Annex) JudgeArticles(segments, articles);
            else if (label.Style == LabelStyle.Article) articles.Add(i);
        }
        JudgeArticles(segments, articles);
    }

    private static void JudgeArticles(List<ClauseSegment> segments, List<int> articles)
    {
        ClauseLabel? previous = null;
        for (var k = 0; k < articles.Count; k++)
        {
            var label = segments[articles[k]].Label!;
            var next = k + 1 < articles.Count ? segments[articles[k + 1]].Label : null;
            var isNext = previous is null || label.Follows(previous) || label is { Number: 1, Insertion: 0, IsSetOff: true };
            var skips = previous is not null && next is not null && next.Follows(previous);
            // A blank after the label tells a misnumbered article from a mention, unless the words go on like one.
            var begins = label.IsSetOff && !(skips && LabelMention.Follows(label.Style, segments[articles[k]].Text, label.End, label.End));
            if (isNext || begins || (next is not null && next.Follows(label) && !skips)) previous = label;
            else segments[articles[k]] = segments[articles[k]] with { Label = null };
        }
        articles.Clear();
    }
}
