using Assistant.Answering.Composition;

namespace Assistant.Answering.Evidence;

/// <summary>
/// Whether the chosen sentences answer the question: from what they hold and not from how well they were found. Retrieval scores do not tell the
/// two apart, because what the corpus does not answer is asked in its own words about its own topics.
/// </summary>
public static class SupportChecker
{
    /// <param name="ranked">Best first; empty where nothing was found at all.</param>
    public static SupportVerdict Check(
        QuestionReading question, IReadOnlyList<RankedSentence> ranked, IReadOnlyList<EvidenceBlock> blocks, AnswerLanguage language)
    {
        var words = AnswerWords.For(language);
        if (blocks.Count == 0) return new(AnswerSupport.NotFound, words.NothingNear);
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
        // A short question shares its words with many clauses, so belief spreads over them; one that tells all of it settles the matter.
        var support = SubjectMatcher.IsToldWhole(question, blocks) ? AnswerSupport.Answered
            : probability < SupportWeights.NotFoundBelow || isForeign ? AnswerSupport.NotFound
            : probability < SupportWeights.WeakBelow || subject != SubjectMatch.Met ? AnswerSupport.Weak
            : AnswerSupport.Answered;
        return new(support, Reason(question, blocks, support, words));
    }

    private static string Reason(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks, AnswerSupport support, AnswerWords words)
    {
        var sentences = blocks.SelectMany(block => block.Sentences.Select(FoldedText.Of)).ToList();
        var missing = question.Asked.Where(asked => !sentences.Exists(sentence => TypedEvidence.Find(asked, sentence).Count > 0))
            .Select(asked => asked.Kind).Where(kind => !AskedForms.Of(kind).IsOpen).Distinct().ToList();
        var parts = new List<string>();
        if (missing.Count > 0 && support != AnswerSupport.Answered) parts.Add(words.KindMissing(missing));
        var text = string.Concat(sentences) + string.Concat(blocks.Select(block => block.Place.Context + block.Place.Title));
        List<string> absent = [.. QuestionPhrases.AbsentFrom(text, question.Folded).OrderByDescending(phrase => phrase.Length).Take(3)];
        if (support != AnswerSupport.Answered && absent.Count > 0) parts.Add(words.WordsMissing(absent));
        if (parts.Count == 0)
        {
            parts.Add(support switch
            {
                AnswerSupport.Answered => words.KindsFound(question.Asked.Select(asked => asked.Kind).Distinct().Except(missing).ToList()),
                AnswerSupport.Weak => words.PerhapsAbout,
                _ => words.NotAbout,
            });
        }
        return string.Join(words.Separator, parts);
    }
}
