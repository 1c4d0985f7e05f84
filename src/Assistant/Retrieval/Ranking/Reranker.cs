using Assistant.Indexing;
using Assistant.Indexing.Segments;
using Assistant.LanguageModels;
using Assistant.LanguageModels.Faults;
using Assistant.Retrieval.Legs;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Ranking;

/// <summary>Reorders the best of a ranking with a model that reads question and passage together; leaves it as it is where none is configured.</summary>
public sealed class Reranker(TimeProvider clock, ILogger<Reranker> logger, RerankClient? client = null)
{
    /// <summary>Passages the model reads.</summary>
    private const int Depth = 50;

    private readonly ServerPause _pause = new(clock);

    /// <param name="notices">Told why nothing was reordered, where that did not work.</param>
    /// <returns>Best first.</returns>
    public async Task<List<PassageHit>> RerankAsync(
        IndexSnapshot snapshot, string question, List<PassageHit> hits, List<Wording> notices, CancellationToken cancellationToken)
    {
        if (client is null || hits.Count < 2) return hits;
        if (!_pause.TryEnter())
        {
            notices.Add(RetrievalNotices.NotReranked);
            return hits;
        }
        var best = hits.Take(Depth).ToList();
        try
        {
            var texts = best.Select(hit => snapshot.Read(hit.Passage)).Select(passage => passage.Context + "\n" + passage.Text).ToArray();
            var scores = await client.ScoreAsync(question, texts, cancellationToken);
            _pause.Worked();
            var order = Enumerable.Range(0, best.Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Select(i => best[i].Passage);
            return ReciprocalRankFusion.WithScoresOf(hits, [.. order, .. hits.Skip(Depth).Select(hit => hit.Passage)]);
        }
        catch (ModelException exception)
        {
            _pause.Failed();
            Log.NotReranked(logger, exception.Fault, exception.Message);
            notices.Add(RetrievalNotices.NotReranked);
            return hits;
        }
    }
}
