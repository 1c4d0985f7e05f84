using Assistant.Retrieval;

namespace Assistant.Answering.Evidence;

/// <summary>What tells an answer from a near miss: numbers between about 0 and 1 over the chosen sentences together.</summary>
public static class SupportFeatures
{
    /// <summary>In the order of the vector.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "best", "second", "coverage", "withContext", "rarestMissing", "missingRun", "kindsHeld", "typedHeld", "typedMissing", "near", "focus", "perIdf", "length", "english",
    ];

    /// <param name="ranked">Best first; not empty.</param>
    /// <param name="blocks">Those chosen.</param>
    public static double[] Of(QuestionReading question, IReadOnlyList<RankedSentence> ranked, IReadOnlyList<EvidenceBlock> blocks, IReadOnlyList<RetrievedPassage> passages)
    {
        var chosen = blocks.SelectMany(block => block.Sentences.Select(FoldedText.Of)).ToList();
        var text = string.Concat(chosen);
        var context = string.Concat(blocks.Select(block => block.Place.Context + FoldedText.Of(block.Place.Document.Title)));
        var groups = question.TermGroups.Where(group => !group.IsSingle).ToList();
        double all = 1e-6, covered = 0, withContext = 0, rarest = 1e-6, rarestMissing = 0, run = 0, longestRun = 0;
        foreach (var group in groups)
        {
            all += group.Idf;
            rarest = Math.Max(rarest, group.Idf);
            if (group.StandsIn(text)) covered += group.Idf;
            if (group.StandsIn(text) || group.StandsIn(context))
            {
                withContext += group.Idf;
                run = 0;
            }
            else
            {
                rarestMissing = Math.Max(rarestMissing, group.Idf);
                run += group.Idf;
                longestRun = Math.Max(longestRun, run);
            }
        }
        var typed = question.Asked.Where(asked => IsMeasured(asked.Kind)).ToList();
        var typedHeld = typed.Count(asked => chosen.Exists(sentence => TypedEvidence.Find(asked, sentence).Count > 0));
        var held = question.Asked.Count(asked => chosen.Exists(sentence => TypedEvidence.Find(asked, sentence).Count > 0));
        double near = 0, focus = 0;
        foreach (var asked in typed.Count > 0 ? typed : question.Asked)
        {
            var terms = question.Focus(asked);
            var idf = Math.Max(1e-6, terms.Sum(term => term.Idf));
            foreach (var sentence in chosen)
            {
                focus = Math.Max(focus, terms.Sum(term => term.StandsIn(sentence) ? term.Idf : 0) / idf);
                foreach (var at in TypedEvidence.Find(asked, sentence))
                {
                    var from = Math.Max(0, at - 24);
                    var window = sentence.Substring(from, Math.Min(sentence.Length - from, 48));
                    near = Math.Max(near, terms.Sum(term => term.StandsIn(window) ? term.Idf : 0) / idf);
                }
            }
        }
        return
        [
            ranked[0].Value, ranked.Count > 1 ? ranked[1].Value : 0, covered / all, withContext / all, rarestMissing / rarest, longestRun / all,
            question.Asked.Count == 0 ? 0.5 : (double)held / question.Asked.Count,
            typed.Count == 0 ? 0 : (double)typedHeld / typed.Count, typed.Count == 0 ? 0 : 1 - (double)typedHeld / typed.Count,
            near, focus, passages.Count == 0 ? 0 : passages[0].Score / all / 2, Math.Min(1, groups.Count / 40.0), question.Folded.Contains(' ', StringComparison.Ordinal) ? 1 : 0,
        ];
    }

    /// <summary>Things that either stand in a sentence or do not; a name or a reason can be worded in any way.</summary>
    public static bool IsMeasured(AskedKind kind) =>
        kind is AskedKind.Amount or AskedKind.Percentage or AskedKind.Count or AskedKind.Date or AskedKind.Duration;
}
