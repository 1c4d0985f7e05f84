using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Indexing.Segments;
using Assistant.Retrieval.Questions;

namespace Assistant.Retrieval.Ranking;

/// <summary>What speaks for a passage beside its words: the document or article that the question names, the authority of the source, whether it is in force, what stands beside it.</summary>
internal static class PassageRanker
{
    /// <returns>Best first; articles that the question names are in it even where they share no word with it.</returns>
    public static List<PassageHit> Rank(IndexSnapshot snapshot, IReadOnlyList<PassageHit> hits, QuestionNames names, RetrievalOptions options)
    {
        var traits = DocumentTraits.Of(snapshot);
        var ranked = hits.Select(hit => hit with { Score = hit.Score * Prior(snapshot, traits, hit.Passage, names, options) }).ToList();
        AddNeighbours(snapshot, ranked, options.NeighbourShare);
        if (names.Articles.Count > 0) AddNamedArticles(snapshot, ranked, names);
        ranked.Sort((a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Passage.CompareTo(b.Passage));
        return ranked;
    }

    private static double Prior(IndexSnapshot snapshot, DocumentTraits[] traits, int passage, QuestionNames names, RetrievalOptions options)
    {
        var document = snapshot.DocumentNumberOf(passage);
        var prior = 1 + options.Authority * traits[document].Authority;
        if (snapshot.Documents[document].Status.State is DocumentState.Repealed or DocumentState.Replaced) prior *= options.NoLongerInForce;
        return names.Documents.Contains(document) ? prior * options.NamedDocument : prior;
    }

    /// <summary>A passage amid others that fit is likelier meant than one that shares as many words by chance.</summary>
    private static void AddNeighbours(IndexSnapshot snapshot, List<PassageHit> ranked, double share)
    {
        var scores = new Dictionary<int, double>(ranked.Count);
        foreach (var hit in ranked) scores[hit.Passage] = hit.Score;
        for (var i = 0; i < ranked.Count; i++)
        {
            var hit = ranked[i];
            ranked[i] = hit with { Score = hit.Score + share * Math.Max(ScoreOf(hit.Passage - 1, hit.Passage), ScoreOf(hit.Passage + 1, hit.Passage)) };
        }

        double ScoreOf(int neighbour, int passage) => scores.TryGetValue(neighbour, out var score) && snapshot.SameDocument(neighbour, passage) ? score : 0;
    }

    private static void AddNamedArticles(IndexSnapshot snapshot, List<PassageHit> ranked, QuestionNames names)
    {
        // Without a document 第十条 names an article of every law, and says nothing by itself.
        if (names.Documents.Count is 0 or > 3) return;
        var best = ranked.Count == 0 ? 1 : ranked.Max(hit => hit.Score);
        foreach (var document in names.Documents)
        {
            var (first, count) = snapshot.PassagesOf(document);
            for (var passage = first; passage < first + count; passage++)
            {
                if (!names.Articles.Contains(snapshot.ArticleOf(passage))) continue;
                var at = ranked.FindIndex(hit => hit.Passage == passage);
                var score = 1.05 * best + (at < 0 ? 0 : ranked[at].Score);
                if (at < 0) ranked.Add(new PassageHit(passage, score));
                else ranked[at] = ranked[at] with { Score = score };
            }
        }
    }
}
