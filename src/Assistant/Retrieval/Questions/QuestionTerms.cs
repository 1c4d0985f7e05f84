using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;

namespace Assistant.Retrieval.Questions;

/// <summary>A query to the terms it searches, each with its rarity.</summary>
internal static class QuestionTerms
{
    public static IReadOnlyList<QuestionTerm> Of(IndexSnapshot snapshot, LexicalQuery query)
    {
        var terms = new List<QuestionTerm>();
        foreach (var group in query.Groups)
        {
            if (group.Original is null)
            {
                terms.AddRange(TermStatistics.Of(snapshot, group.Alternatives[0]).Select(term => new QuestionTerm(term.Term, term.Idf)));
                continue;
            }
            // Candidates of one English word stay whole: half of 罚款 is no evidence of a fine.
            foreach (var alternative in group.Alternatives)
            {
                var parts = TermStatistics.Of(snapshot, alternative);
                if (parts.Count > 0) terms.Add(new QuestionTerm(alternative.ToLowerInvariant(), group.Weight * parts.Max(part => part.Idf), group.Original));
            }
        }
        return terms;
    }
}
