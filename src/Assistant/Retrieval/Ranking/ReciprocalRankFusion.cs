using Assistant.Indexing;

namespace Assistant.Retrieval.Ranking;

/// <summary>
/// Joins rankings whose scores cannot be compared: Σ weight/(10 + rank), after Cormack, Clarke and Büttcher 2009. The weights matter: a weak leg that
/// counts as much as the good one costs 13 points of recall.
/// </summary>
public static class ReciprocalRankFusion
{
    /// <summary>
    /// With the usual 60 and a weight below 1, what only the second leg finds lands behind the first forty of the first; with 10 its best lands
    /// among the first five.
    /// </summary>
    private const double Constant = 10;

    /// <param name="rankings">Each best first.</param>
    /// <returns>Best first; the scores are those of the first ranking in their order, so that what compares scores within a list still can.</returns>
    public static List<PassageHit> Fuse(params ReadOnlySpan<(IReadOnlyList<PassageHit> Hits, double Weight)> rankings)
    {
        var fused = new Dictionary<int, double>();
        foreach (var (hits, weight) in rankings)
            for (var rank = 0; rank < hits.Count; rank++)
                fused[hits[rank].Passage] = fused.GetValueOrDefault(hits[rank].Passage) + weight / (Constant + rank + 1);
        var order = fused.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => entry.Key).ToList();
        return WithScoresOf(rankings.Length == 0 ? [] : rankings[0].Hits, order);
    }

    /// <summary>Gives a new order the scores of an old one: the best gets the best, and what goes beyond gets the least.</summary>
    internal static List<PassageHit> WithScoresOf(IReadOnlyList<PassageHit> scores, IReadOnlyList<int> order)
    {
        var least = scores.Count == 0 ? 1 : scores[^1].Score;
        return [.. order.Select((passage, rank) => new PassageHit(passage, rank < scores.Count ? scores[rank].Score : least))];
    }
}
