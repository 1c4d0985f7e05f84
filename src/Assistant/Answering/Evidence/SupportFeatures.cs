namespace Assistant.Answering.Evidence;

/// <summary>What tells an answer from a near miss, over the chosen sentences together; all from 0 to 1.</summary>
/// <param name="Best">How far the best sentence stands out among the candidates.</param>
/// <param name="Coverage">The share of the question's weight (idf) that sentences, headings and titles hold.</param>
/// <param name="MeasuredMissing">The share of the amounts, percentages, counts, dates and periods asked for that no well believed sentence holds.</param>
/// <param name="Near">
/// How much of the words right before the asking ones (最高罚款 of 最高罚款多少) stands within 24 characters of such a thing: a number in the sentence
/// is no answer when it is the number of something else.
/// </param>
public sealed record SupportFeatures(double Best, double Coverage, double MeasuredMissing, double Near)
{
    /// <param name="ranked">Best first; not empty.</param>
    /// <param name="blocks">Those chosen.</param>
    public static SupportFeatures Of(QuestionReading question, IReadOnlyList<RankedSentence> ranked, IReadOnlyList<EvidenceBlock> blocks)
    {
        var chosen = blocks.SelectMany(block => block.Folded).ToList();
        var text = string.Concat(chosen.Concat(blocks.SelectMany(block => new[] { block.Place.Context, block.Place.Title })));
        double all = 1e-6, covered = 0;
        foreach (var group in question.TermGroups.Where(group => !group.IsSingle))
        {
            all += group.Idf;
            if (group.StandsIn(text)) covered += group.Idf;
        }
        var measured = question.Asked.Where(asked => IsMeasured(asked.Kind)).ToList();
        var held = measured.Sum(asked => Held(asked, blocks));
        var near = (measured.Count > 0 ? measured : question.Asked).SelectMany(asked => chosen.Select(sentence => NearIn(question, asked, sentence)));
        return new(ranked[0].Value, covered / all, measured.Count == 0 ? 0 : 1 - held / measured.Count, near.DefaultIfEmpty(0).Max());
    }

    /// <summary>
    /// 1 where a block that holds the thing is believed at least half as much as the best one, less where only a stray find holds it.
    /// </summary>
    private static double Held(AskedFor asked, IReadOnlyList<EvidenceBlock> blocks)
    {
        var best = blocks.Max(block => block.Value);
        return blocks.Where(block => block.Folded.Any(sentence => TypedEvidence.Find(asked, sentence).Count > 0))
            .Select(block => Math.Min(1, 2 * block.Value / best)).DefaultIfEmpty(0).Max();
    }

    /// <summary>How much of the words right before the asking ones stands within 24 characters of the kind of thing asked.</summary>
    public static double NearIn(QuestionReading question, AskedFor asked, string sentence)
    {
        var found = TypedEvidence.Find(asked, sentence);
        if (found.Count == 0) return 0;
        var terms = question.Focus(asked);
        var idf = Math.Max(1e-6, terms.Sum(term => term.Idf));
        var near = 0.0;
        foreach (var at in found)
        {
            var from = Math.Max(0, at - 24);
            var window = sentence.Substring(from, Math.Min(sentence.Length - from, 48));
            near = Math.Max(near, terms.Sum(term => term.StandsIn(window) ? term.Idf : 0) / idf);
        }
        return near;
    }

    /// <summary>Things that either stand in a sentence or do not; a name or a reason can be worded in any way.</summary>
    private static bool IsMeasured(AskedKind kind) =>
        kind is AskedKind.Amount or AskedKind.Percentage or AskedKind.Count or AskedKind.Date or AskedKind.Duration;
}
