using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Segments;
using Assistant.Indexing.Vectors;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Legs;

/// <summary>
/// The legs that a vector server searches in one request: words, and the question's vector where there is an embedding endpoint. The server adds
/// candidates; what their texts are worth is scored here as it is without a server.
/// </summary>
public sealed class ServerRetrieval(
    QdrantVectorIndex vectors, VectorIndexBuilder builder, QuestionEmbedder embedder, TimeProvider clock, ILogger<ServerRetrieval> logger)
{
    /// <summary>As many as the embedded index scores in full.</summary>
    private static readonly int Candidates = new LexicalWeights().Candidates;

    private readonly ServerPause _pause = new(clock);

    /// <param name="filter">The server's work.</param>
    /// <param name="allowed">The same by document number, null for all: what a person must not be shown does not hang on what was stored with a passage.</param>
    /// <returns>Null where the embedded index has to answer alone.</returns>
    public async Task<ServerHits?> SearchAsync(
        IndexSnapshot snapshot, string question, LexicalQuery query, RetrievalFilter? filter, bool[]? allowed, List<Wording> notices, CancellationToken cancellationToken)
    {
        if (!builder.Holds(snapshot))
        {
            notices.Add(builder.Fault ?? RetrievalNotices.ServerUnfinished);
            return null;
        }
        if (!_pause.TryEnter())
        {
            notices.Add(NoticeOf(vectors.Fault));
            return null;
        }
        var vector = await embedder.EmbedAsync(question, notices, cancellationToken);
        var narrowed = filter is null ? null : new PassageFilter(Documents(snapshot, filter, allowed), filter.Issuers, filter.From, filter.To, filter.InForceOnly);
        try
        {
            var found = await vectors.FindAsync(SparseWords.OfQuery(query), vector, narrowed, Candidates, cancellationToken);
            _pause.Worked();
            return new ServerHits(Resolve(snapshot, found, allowed), vector is not null);
        }
        catch (QdrantException exception)
        {
            _pause.Failed();
            Log.ServerFailed(logger, exception.Message);
            // Not there: to be built again, which nobody would see from the corpus.
            if (exception.Status is System.Net.HttpStatusCode.NotFound) builder.Lost(exception.Wording);
            notices.Add(NoticeOf(exception.Wording));
            return null;
        }
    }

    /// <summary>The server does not know kinds of documents: they are given to it as the documents that pass.</summary>
    private static IReadOnlyCollection<string>? Documents(IndexSnapshot snapshot, RetrievalFilter filter, bool[]? allowed) =>
        filter.Kinds is { Count: > 0 } && allowed is not null ? [.. snapshot.Documents.Where((_, number) => allowed[number]).Select(document => document.Id)]
        : filter.Documents is { Count: > 0 } ? filter.Documents : null;

    private static Wording NoticeOf(Wording? fault) => (fault ?? RetrievalNotices.ServerSilent) + RetrievalNotices.EmbeddedInstead;

    /// <summary>Hits of texts that the snapshot does not hold, older or newer ones, are passed over.</summary>
    private static List<PassageHit> Resolve(IndexSnapshot snapshot, IReadOnlyList<(VectorHit Hit, string Hash)> found, bool[]? allowed)
    {
        var hits = new List<PassageHit>(found.Count);
        foreach (var (hit, hash) in found)
        {
            var number = snapshot.NumberOfDocument(hit.DocumentId);
            if (number < 0 || !hash.StartsWith(snapshot.Documents[number].Hash, StringComparison.Ordinal)) continue;
            if (allowed is not null && !allowed[number]) continue;
            var (first, passages) = snapshot.PassagesOf(number);
            if (hit.Ordinal < passages) hits.Add(new PassageHit(first + hit.Ordinal, hit.Score));
        }
        return hits;
    }
}

/// <param name="Hits">Best first.</param>
/// <param name="UsedVector">Whether the order comes from words and vector together.</param>
public sealed record ServerHits(IReadOnlyList<PassageHit> Hits, bool UsedVector);
