using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Grounding;
using Assistant.Grounding.Checks;
using Microsoft.Extensions.Logging;

namespace Assistant.Answering.Generation;

/// <summary>
/// A sentence and the passages it cites in, the words that bear it out. Where the cited passages do not, better ones are looked for: another
/// passage that was given, the rest of the article around, two together.
/// </summary>
internal sealed class SentenceGrounder(CorpusStore store, IReadOnlyList<GivenPassage> passages, ILogger logger)
{
    private const int PairsTried = 4;

    /// <summary>How much less of the sentence another passage may hold and still be as good a citation.</summary>
    private const double AsGood = 0.08;

    private const double Together = 0.85;

    /// <param name="cited">Numbers of passages; unknown ones are gone already.</param>
    public GroundedSentence Ground(string sentence, IReadOnlyList<int> cited) =>
        FaultedCheck.AsNull(() => Find(sentence, cited), logger) ?? GroundedSentence.NotChecked;

    private GroundedSentence Find(string sentence, IReadOnlyList<int> cited)
    {
        var said = new GroundingText(sentence);
        var named = passages.Where(passage => cited.Contains(passage.Number)).ToList();
        var verdict = named.Count == 0 ? null : Check(said, named);
        if (verdict is { Supported: true, Coverage: >= GroundingChecker.SureCoverage }) return new GroundedSentence(verdict, Words(said, Needed(said, named)));

        // The passage that shares most with the sentence is the one it is about. What that contradicts, a passage further off must not excuse.
        var nearest = passages.Select(passage => (Passage: passage, Coverage: Share(said, passage))).OrderByDescending(one => one.Coverage).ToList();
        // A sentence in words of its own may be borne by the passage it cites, but only if no other that was given is nearer to it.
        if (verdict is { Supported: true } && nearest[0].Coverage <= verdict.Coverage + AsGood) return new GroundedSentence(verdict, Words(said, Needed(said, named)));
        var about = nearest.Where(one => one.Coverage >= GroundingChecker.LeastCoverage && one.Coverage >= nearest[0].Coverage - AsGood).Select(one => one.Passage).ToList();
        foreach (var passage in about)
        {
            if (Check(said, [passage]) is { Supported: true } better) return new GroundedSentence(better, Words(said, [passage]));
        }
        foreach (var passage in about.Count > 0 ? about : named)
        {
            if (InArticle(said, passage) is { } around) return around;
        }
        // Words gathered from here and there prove nothing: two passages together must hold nearly all of the sentence.
        if (nearest.Count > 0 && nearest[0].Coverage >= GroundingChecker.LeastCoverage)
        {
            foreach (var second in named.Concat(nearest.Skip(1).Take(PairsTried).Select(one => one.Passage)).Distinct())
            {
                var first = nearest[0].Passage;
                if (second == first || Check(said, [first, second]) is not { Supported: true, Coverage: >= Together } together) continue;
                return new GroundedSentence(together, Words(said, Needed(said, [first, second])));
            }
        }
        // With no citation given, what the nearest passage says against the sentence is the more useful reason.
        if (verdict is { Supported: true }) verdict = null;
        verdict ??= nearest.Count > 0 && nearest[0].Coverage >= GroundingChecker.LeastCoverage ? Check(said, [nearest[0].Passage]) : new GroundingVerdict(GroundingProblem.NoCitation, "", "", 0);
        return new GroundedSentence(verdict, []);
    }

    private static GroundingVerdict Check(GroundingText said, List<GivenPassage> evidence) => evidence.Count == 1
        ? GroundingChecker.Check(said, evidence[0].Text, evidence[0].Known)
        : GroundingChecker.Check(said, Join(evidence.Select(passage => passage.Text)), Join(evidence.Select(passage => passage.Known)));

    private static GroundingText Join(IEnumerable<GroundingText> texts) => new(string.Join('\n', texts.Select(text => text.Folded.TrimEnd('\n') + "。")));

    private static double Share(GroundingText said, GivenPassage passage) =>
        said.IsLatin != passage.Text.IsLatin ? 0 : CoverageCheck.Measure(said, passage.Text, passage.Known).Share;

    /// <summary>Of several passages cited only those without which the sentence would not stand: a citation that bears nothing is not shown.</summary>
    private static List<GivenPassage> Needed(GroundingText said, List<GivenPassage> named)
    {
        if (named.Count == 1) return named;
        var alone = named.Where(passage => Check(said, [passage]).Supported).ToList();
        if (alone.Count > 0) return alone;
        var needed = named.ToList();
        foreach (var passage in named)
        {
            if (needed.Count > 1 && Check(said, [.. needed.Where(other => other != passage)]).Supported) needed.Remove(passage);
        }
        return needed;
    }

    private static List<Support> Words(GroundingText said, List<GivenPassage> bearing) =>
        [.. bearing.Select(passage => new Support(passage.Passage, passage.Passage.Span, SmallestWords.Of(said, passage.Passage.Text, passage.Known, alone: bearing.Count == 1)))];

    /// <summary>The passage may be part of an article whose other parts hold what is missing: its lead, the next item.</summary>
    private GroundedSentence? InArticle(GroundingText said, GivenPassage passage)
    {
        if (store.FindDocument(passage.Passage.DocumentId) is not { } document) return null;
        var path = ClausePath.To(document, passage.Passage.Span);
        var article = path.FirstOrDefault(clause => clause.Level == ClauseLevel.Article) ?? (path.Count > 1 ? path[^2] : path.Count > 0 ? path[0] : null);
        if (article is null || article.Span.Length > 6000 || passage.Passage.Span.Contains(article.Span)) return null;
        var text = article.Text();
        var verdict = GroundingChecker.Check(said, new GroundingText(text), passage.Known);
        return verdict.Supported
            ? new GroundedSentence(verdict, [new Support(passage.Passage, article.Span, SmallestWords.Of(said, text, passage.Known, alone: true))])
            : null;
    }
}
