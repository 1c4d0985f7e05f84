using Assistant.Corpus;

namespace Assistant.Answering.Evidence;

/// <summary>What speaks for a sentence, as numbers between about 0 and 1. <see cref="EvidenceRanking"/> joins them.</summary>
public static class EvidenceFeatures
{
    /// <summary>In the order of the vector.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bigrams", "context", "clause", "neighbours", "unigrams", "contextUnigrams", "neighbourUnigrams", "score", "rank", "kinds", "near", "title", "article",
        "longest", "length", "heading", "outside", "question",
    ];

    /// <param name="question">What is asked; its terms carry the weights.</param>
    public static double[] Of(QuestionReading question, EvidenceSentence sentence)
    {
        var place = sentence.Place;
        var text = sentence.Folded;
        var around = sentence.Around;
        double bigrams = 0, context = 0, clause = 0, neighbours = 0, unigrams = 0, contextUnigrams = 0, neighbourUnigrams = 0, bigramIdf = 1e-6, unigramIdf = 1e-6;
        foreach (var group in question.TermGroups)
        {
            var idf = group.Idf;
            if (group.IsSingle)
            {
                unigramIdf += idf;
                if (group.StandsIn(text)) unigrams += idf;
                else if (group.StandsIn(place.Context)) contextUnigrams += idf;
                else if (group.StandsIn(around)) neighbourUnigrams += idf;
                continue;
            }
            bigramIdf += idf;
            if (group.StandsIn(text)) bigrams += idf;
            else
            {
                if (group.StandsIn(place.Context)) context += idf;
                if (group.StandsIn(place.Folded)) clause += idf;
                if (group.StandsIn(around)) neighbours += idf;
            }
        }
        var kinds = Kinds(question, text, out var near);
        return
        [
            bigrams / bigramIdf, context / bigramIdf, clause / bigramIdf, neighbours / bigramIdf,
            unigrams / unigramIdf, contextUnigrams / unigramIdf, neighbourUnigrams / unigramIdf,
            sentence.PassageScore, 1.0 / (1 + sentence.PassageRank), kinds, near,
            question.Titles.Any(title => IsNamed(title, place.Title)) ? 1 : 0,
            question.Articles.Any(article => place.Path.Any(clause => clause.Level == ClauseLevel.Article && clause.Number == article.Number && clause.Insertion == article.Insertion)) ? 1 : 0,
            LongestCommon(question.Folded, text) / 12.0,
            Math.Min(1, text.Length / 200.0),
            text.Length < 30 && text.Length > 0 && !"。;!?:".Contains(text[^1], StringComparison.Ordinal) ? 1 : 0,
            sentence.InPassage ? 0 : 1,
            text.Contains('?', StringComparison.Ordinal) ? 1 : 0,
        ];
    }

    /// <summary>The share of the kinds asked that the sentence holds, and whether one stands beside what it was asked about.</summary>
    private static double Kinds(QuestionReading question, string text, out double near)
    {
        near = 0;
        var held = 0;
        foreach (var asked in question.Asked)
        {
            if (TypedEvidence.Find(asked, text).Count == 0) continue;
            held++;
            near = Math.Max(near, SupportFeatures.NearIn(question, asked, text));
        }
        return question.Asked.Count == 0 ? 0 : (double)held / question.Asked.Count;
    }

    private static bool IsNamed(string named, string title) =>
        title.Length > 0 && (title.Contains(named, StringComparison.Ordinal) || named.Contains(title, StringComparison.Ordinal));

    /// <summary>Characters of the longest string both hold. Of a long question the first 200 count: the cost is the product of both lengths.</summary>
    private static int LongestCommon(string a, string b)
    {
        if (a.Length > 200) a = a[..200];
        Span<int> row = stackalloc int[a.Length + 1];
        row.Clear();
        var longest = 0;
        foreach (var c in b)
        {
            var diagonal = 0;
            for (var j = 1; j <= a.Length; j++)
            {
                var above = row[j];
                row[j] = a[j - 1] == c ? diagonal + 1 : 0;
                longest = Math.Max(longest, row[j]);
                diagonal = above;
            }
        }
        return longest;
    }
}
