using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Answering.Composition;
using Assistant.Answering.Evidence;

namespace Assistant.Answering.Support;

/// <summary>
/// Whether the chosen sentences answer the question: from what they hold and not from how well they were found. Retrieval scores do not tell the
/// two apart, because what the corpus does not answer is asked in its own words about its own topics.
/// </summary>
public static partial class SupportChecker
{
    /// <summary>Characters; a longer one is a piece of a sentence and no word to a reader.</summary>
    private const int LongestWord = 8;

    /// <summary>Characters of the subject; a longer question may name the document by the way.</summary>
    private const int LongestNamed = 30;

    /// <param name="ranked">Best first; empty where nothing was found at all.</param>
    /// <param name="validity">Null where the question does not ask whether a document applies.</param>
    /// <param name="missing">Null where the corpus has all that the question names.</param>
    public static SupportVerdict Check(
        QuestionReading question, IReadOnlyList<RankedSentence> ranked, IReadOnlyList<EvidenceBlock> blocks, ValidityEvidence? validity, MissingDocument? missing, AnswerLanguage language)
    {
        var words = AnswerWords.For(language);
        if (blocks.Count == 0) return new(AnswerSupport.NotFound, words.NothingNear);
        if (missing is not null && question.WantsWholeArticle) return new(AnswerSupport.NotFound, words.NoSuchDocument(missing));
        // What other documents say of a document that is not held may be the answer, but only where they speak of it.
        if (missing is { Year: null } && blocks.Any(block => block.Folded.Any(sentence => sentence.Contains(missing.Name, StringComparison.Ordinal)))) missing = null;
        if (validity is not null) return missing is null ? new(AnswerSupport.Answered, words.Validity(validity.State)) : new(AnswerSupport.Weak, words.NoSuchDocument(missing));
        if (question.WantsWholeArticle && question.Articles.Count > 0 && blocks.Any(block => block.Place.Path.Any(question.Names)))
            return new(AnswerSupport.Answered, words.ArticleFound);
        if (question.WantsWholeArticle) return new(AnswerSupport.NotFound, words.NoSuchArticle(question.Articles));

        var features = SupportFeatures.Of(question, ranked, blocks);
        var probability = SupportWeights.Probability(features);
        var subject = SubjectMatcher.Of(question, blocks);
        // What is asked stands there, in its form: then the clauses say it of something, and in other words it may be this.
        var isSaid = features.Told && features.Held >= SupportWeights.SaidFrom;
        var isForeign = (subject == SubjectMatch.ByChance && !isSaid) || (subject == SubjectMatch.HalfSaid && features.Told && !isSaid)
            || (subject != SubjectMatch.Met && features.Coverage < SupportWeights.LeastCoverage);
        var gap = QuestionGap.Of(question, blocks);
        // A short question shares its words with many clauses, so belief spreads over them; one that tells all of it settles the matter.
        var isTold = SubjectMatcher.IsToldWhole(question, blocks);
        var support = gap.IsWhole || (!isTold && (probability < SupportWeights.NotFoundBelow || isForeign)) ? AnswerSupport.NotFound
            : !gap.IsClosed || (!isTold && (probability < SupportWeights.WeakBelow || subject != SubjectMatch.Met)) ? AnswerSupport.Weak
            : AnswerSupport.Answered;
        // Something of that name may be told elsewhere all the same, but not where half of the question is missing as well.
        if (missing is not null) return new(support == AnswerSupport.NotFound || (missing.Year is null && !gap.IsClosed && gap.Length <= LongestNamed) ? AnswerSupport.NotFound : AnswerSupport.Weak, words.NoSuchDocument(missing));
        if (support == AnswerSupport.Answered && IsLeftToOthers(question, blocks)) return new(AnswerSupport.Weak, words.LeftToOthers);
        if (support == AnswerSupport.Answered && LacksLimit(question, blocks)) return new(AnswerSupport.Weak, words.LimitMissing);
        return new(support, Reason(question, blocks, gap, support, words));
    }

    /// <summary>认定标准另行公布: the clause speaks of the thing asked and says that it is told elsewhere.</summary>
    private static bool IsLeftToOthers(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks) =>
        question.Asked.All(asked => asked.Kind != AskedKind.YesNo) && !question.Asked.Any(asked => AskedForms.Of(asked.Kind).TellsOf(asked) && blocks.Any(block => block.Folded.Any(sentence => TypedEvidence.Find(asked, sentence).Count > 0)))
        && Elsewhere().IsMatch(BestSaid(question, blocks));

    /// <summary>最多能拿多少钱 is not answered by the sum of a budget or by a turnover asked for: a sentence must limit an amount.</summary>
    private static bool LacksLimit(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks) =>
        question.Asked.Where(asked => asked.Kind == AskedKind.Amount).ToList() is { Count: > 0 } amounts && LimitAsked().IsMatch(question.Folded)
        && !blocks.Any(block => block.Folded.Any(sentence => Limiting().IsMatch(sentence) && amounts.Exists(asked => TypedEvidence.Find(asked, sentence).Count > 0)));

    /// <summary>The sentence that speaks of most of the subject.</summary>
    private static string BestSaid(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        var pieces = QuestionPhrases.Subject(question.Folded);
        return blocks.SelectMany(block => block.Folded).MaxBy(sentence => SubjectCoverage.Of(pieces, sentence)) ?? "";
    }

    /// <summary>The phrases of the question that stand in the clauses cited, the longest first.</summary>
    private static List<string> Said(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks) =>
        [.. QuestionPhrases.Of(question.Folded).Where(phrase => phrase.Length <= LongestWord && blocks.Any(block => block.Folded.Any(sentence => sentence.Contains(phrase, StringComparison.Ordinal))))
            .OrderByDescending(phrase => phrase.Length).Take(2)];

    private static string Reason(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks, QuestionGap gap, AnswerSupport support, AnswerWords words)
    {
        var missing = question.Asked.Where(asked => !blocks.Any(block => block.Folded.Any(sentence => TypedEvidence.Find(asked, sentence).Count > 0)))
            .Select(asked => asked.Kind).Where(kind => !AskedForms.Of(kind).IsOpen).Distinct().ToList();
        if (support == AnswerSupport.Answered) return words.KindsFound(question.Asked.Select(asked => asked.Kind).Distinct().Except(missing).ToList(), Said(question, blocks));
        var parts = new List<string>();
        if (missing.Count > 0) parts.Add(words.KindMissing(missing));
        List<string> absent = [.. gap.Numbers.Select(number => number.ToUpperInvariant()).Concat(gap.Words.Where(word => word.Length <= LongestWord)).Distinct(StringComparer.Ordinal).Take(3)];
        if (absent.Count > 0) parts.Add(words.WordsMissing(absent));
        if (parts.Count == 0) parts.Add(support == AnswerSupport.Weak ? words.PerhapsAbout : words.NotAbout);
        return string.Join(words.Separator, parts);
    }

    [GeneratedRegex("另行(?:规定|制定|公布|发布|确定|通知|明确|印发)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex("最多|至多|上限|封顶|最高(?:可|能|给|补|奖|资助|支持|拨|贷|罚|多少|是)|maximum|at most", RegexOptions.IgnoreCase)]
    private static partial Regex LimitAsked();

    [GeneratedRegex("最高|最多|至多|不超过|不得超过|不高于|不得高于|上限|封顶|限额|以内|以下|为限")]
    private static partial Regex Limiting();
}
