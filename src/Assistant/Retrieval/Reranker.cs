using Assistant.Indexing;
using Assistant.LanguageModels;

namespace Assistant.Retrieval;

/// <summary>Reorders the best of a ranking with a model that reads question and passage together; leaves it as it is where none is configured.</summary>
public sealed class Reranker(TimeProvider clock, RerankClient? client = null)
{
    /// <summary>Passages the model reads.</summary>
    private const int Depth = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private long pausedUntil;

    /// <returns>Best first, and why nothing was reordered, in words for a reader; null where it worked or nothing is configured.</returns>
    public async Task<(List<PassageHit> Hits, string? Notice)> RerankAsync(
        IndexSnapshot snapshot, string question, List<PassageHit> hits, CancellationToken cancellationToken)
    {
        if (client is null || !client.IsConfigured || hits.Count < 2) return (hits, null);
        var now = clock.GetUtcNow().Ticks;
        if (now < Interlocked.Read(ref pausedUntil)) return (hits, NoticeText);
        var best = hits.Take(Depth).ToList();
        try
        {
            var texts = best.Select(hit => snapshot.Read(hit.Passage)).Select(passage => passage.Context + "\n" + passage.Text).ToArray();
            var scores = await client.ScoreAsync(question, texts, cancellationToken);
            var order = Enumerable.Range(0, best.Count).OrderByDescending(i => scores[i]).ThenBy(i => i).Select(i => best[i].Passage);
            return (ReciprocalRankFusion.WithScoresOf(hits, [.. order, .. hits.Skip(Depth).Select(hit => hit.Passage)]), null);
        }
        catch (ModelException)
        {
            Interlocked.Exchange(ref pausedUntil, now + Pause.Ticks);
            return (hits, NoticeText);
        }
    }

    private const string NoticeText = "重排服务没有回答，本次按检索原序排列。";
}
