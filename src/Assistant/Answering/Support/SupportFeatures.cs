using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;

namespace Assistant.Answering.Support;

/// <summary>What tells an answer from a near miss; all from 0 to 1.</summary>
/// <param name="Coverage">The share of the question's weight (idf) that chosen sentences, headings and titles hold.</param>
/// <param name="Held">
/// The share of belief that lies on sentences holding the kind of thing asked (an amount, a date, so many of that unit), themselves or in the
/// lead-in above them; the mean over the things asked, 1 where nothing asked can be told by its form.
/// </param>
/// <param name="Near">
/// How much of the words right before the asking ones (最高罚款 of 最高罚款多少) stands within 24 characters of such a thing: a number in the sentence
/// is no answer when it is the number of something else. 0 where nothing asked can be told by its form.
/// </param>
public sealed record SupportFeatures(double Coverage, double Held, double Near)
{
    /// <summary>Whether <see cref="Held"/> says something: what is asked has a form, and not that of any number whatever.</summary>
    public bool Told { get; init; }

    /// <summary>The belief behind the first of them is next to nothing.</summary>
    private const int Believed = 40;

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
        var told = question.Asked.Where(asked => AskedForms.Of(asked.Kind).TellsOf(asked)).ToList();
        var near = told.Where(asked => asked.Kind != AskedKind.Body).SelectMany(asked => chosen.Select(sentence => NearIn(question, asked, sentence)));
        return new(covered / all, told.Count == 0 ? 1 : told.Average(asked => HeldOf(asked, ranked, blocks)), near.DefaultIfEmpty(0).Max())
        {
            Told = told.Exists(asked => asked is not { Kind: AskedKind.Count, Unit: null }),
        };
    }

    private static double HeldOf(AskedFor asked, IReadOnlyList<RankedSentence> ranked, IReadOnlyList<EvidenceBlock> blocks)
    {
        // A title block or signature is certain (value 1) and stands in no ranking.
        if (blocks.Any(block => block.Value >= 1 && block.Folded.Any(sentence => Holds(asked, sentence)))) return 1;
        return ranked.Take(Believed).Where(one => Holds(asked, one.Sentence.Folded) || Holds(asked, one.Sentence.Place.FoldedLeadIn)).Sum(one => one.Value);
    }

    private static bool Holds(AskedFor asked, string sentence) => sentence.Length > 0 && TypedEvidence.Find(asked, sentence).Count > 0;

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
}
