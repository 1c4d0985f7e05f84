using Assistant.Corpus.Text;
using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;
using Assistant.Retrieval.Legs;
using Assistant.Retrieval.Questions;
using Assistant.Retrieval.Ranking;

namespace Assistant.Retrieval;

/// <summary>A question in, passages in order of usefulness out.</summary>
public sealed class PassageRetriever(LexicalIndex index, RetrievalOptions? options = null, DenseRetrieval? dense = null, Reranker? reranker = null,
    ServerRetrieval? server = null)
{
    /// <summary>
    /// UTF-16 units of a question that are read; what a person pastes beyond is not searched. Far above any question: the longest of the question
    /// sets has 130 characters.
    /// </summary>
    public const int LongestQuestion = 2_000;

    /// <summary>Spread evenly over the documents.</summary>
    private const int OwnQuestions = 120;

    /// <summary>In characters.</summary>
    private const int OwnQuestionLength = 40;

    private readonly RetrievalOptions _options = options ?? new RetrievalOptions();

    /// <param name="top">The most passages to return; at least 1.</param>
    public async Task<RetrievalResult> RetrieveAsync(string question, int top, RetrievalFilter? filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        cancellationToken.ThrowIfCancellationRequested();
        question = question.Cut(LongestQuestion);
        var snapshot = index.Current();
        var query = QuestionParser.Parse(question);
        var allowed = Allowed(snapshot, filter);
        var names = QuestionNames.Read(question, snapshot, allowed);
        var depth = Math.Max(_options.Depth, 2 * top);
        var notices = new List<Wording>();
        var found = server is null ? null : await server.SearchAsync(snapshot, question, query, filter, allowed, notices, cancellationToken);
        var candidates = found?.Hits.Select(hit => hit.Passage).ToArray();
        var hits = RankWords(snapshot, query, names, allowed, depth, candidates, cancellationToken);
        // Whoever names document and article wants that article, not what resembles it.
        if (names.Documents.Count == 0 || names.Articles.Count == 0) hits = await RefineAsync(snapshot, question, allowed, hits, found, depth, notices, cancellationToken);
        return ToResult(snapshot, query, hits, top, notices);
    }

    /// <summary>The version of the corpus whose documents can all be found; null while the index lacks some of them.</summary>
    public long? CompleteVersion() => index.Current() is { Missing.Count: 0, Version: var version } ? version : null;

    /// <summary>What words alone find: no server is asked, and nobody waits for one.</summary>
    /// <param name="top">The most passages to return; at least 1.</param>
    public RetrievalResult RetrieveByWords(string question, int top, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        return FindByWords(index.Current(), question.Cut(LongestQuestion), top, cancellationToken);
    }

    /// <summary>Asks what the corpus itself says, without any server, one question for each step of the caller: to warm up.</summary>
    public IEnumerable<(string Question, RetrievalResult Found)> AskItself()
    {
        var snapshot = index.Current();
        for (var i = 0; i < Math.Min(OwnQuestions, snapshot.PassageCount); i++)
        {
            var (first, count) = snapshot.PassagesOf((int)((long)i * snapshot.Documents.Count / OwnQuestions));
            if (count == 0) continue;
            var text = snapshot.TextOf(first + i % count);
            var question = i == 0 ? "What must be reported?" : text[..Math.Min(text.Length, OwnQuestionLength)].ToString();
            yield return (question, FindByWords(snapshot, question, top: 20, CancellationToken.None));
        }
    }

    private RetrievalResult FindByWords(IndexSnapshot snapshot, string question, int top, CancellationToken cancellationToken)
    {
        var query = QuestionParser.Parse(question);
        var hits = RankWords(snapshot, query, QuestionNames.Read(question, snapshot, allowed: null), null, Math.Max(_options.Depth, 2 * top), null, cancellationToken);
        return ToResult(snapshot, query, hits, top, []);
    }

    private List<PassageHit> RankWords(
        IndexSnapshot snapshot, LexicalQuery query, QuestionNames names, bool[]? allowed, int depth, int[]? candidates, CancellationToken cancellationToken) =>
        PassageRanker.Rank(snapshot, LexicalIndex.Search(snapshot, query, _options.Lexical, allowed, depth, cancellationToken, candidates), names, _options);

    private RetrievalResult ToResult(IndexSnapshot snapshot, LexicalQuery query, List<PassageHit> hits, int top, IReadOnlyList<Wording> notices)
    {
        var joined = ReferenceFollower.Follow(snapshot, PassageJoiner.Join(snapshot, hits, _options, top), top);
        var passages = joined.Select(item => ToRetrieved(snapshot, item.Passage, item.BroughtBy)).ToArray();
        return new RetrievalResult(passages, notices) { Terms = QuestionTerms.Of(snapshot, query) };
    }

    /// <summary>The legs that need a model server; without one, or with one that fails, the lexical ranking stays.</summary>
    private async Task<List<PassageHit>> RefineAsync(
        IndexSnapshot snapshot, string question, bool[]? allowed, List<PassageHit> hits, ServerHits? found, int depth, List<Wording> notices, CancellationToken cancellationToken)
    {
        if (found is { UsedVector: true, Hits.Count: > 0 })
        {
            hits = ReciprocalRankFusion.Fuse((hits, 1), ([.. found.Hits.Take(depth)], _options.DenseWeight));
        }
        else if (server is null && dense?.IsConfigured == true)
        {
            var similar = await dense.SearchAsync(snapshot, question, allowed, depth, notices, cancellationToken);
            if (similar.Count > 0) hits = ReciprocalRankFusion.Fuse((hits, 1), (similar, _options.DenseWeight));
        }
        return reranker is null ? hits : await reranker.RerankAsync(snapshot, question, hits, notices, cancellationToken);
    }

    /// <summary>By document number; null where nothing is filtered.</summary>
    private static bool[]? Allowed(IndexSnapshot snapshot, RetrievalFilter? filter)
    {
        return RetrievalFilter.IsOpen(filter) ? null : [.. snapshot.Documents.Select(filter!.Passes)];
    }

    private static RetrievedPassage ToRetrieved(IndexSnapshot snapshot, JoinedPassage joined, string? broughtBy)
    {
        var passage = snapshot.Read(joined.Best);
        var document = snapshot.DocumentOf(joined.Best);
        if (joined.First != joined.Last)
        {
            var parts = Enumerable.Range(joined.First, joined.Last - joined.First + 1).Select(snapshot.Read).ToArray();
            var span = new TextSpan(parts[0].Span.Start, Math.Max(parts[^1].Span.End, parts.Max(part => part.Span.End)));
            passage = passage with { Clause = PassageLabel.Of(parts), Span = span, Text = string.Join('\n', parts.Select(part => part.Text)), Page = parts[0].Page };
        }
        else passage = passage with { Clause = PassageLabel.Of([passage]) };
        return new RetrievedPassage(
            document.Id, document.Title, passage.ClauseId, passage.Clause, passage.Path, document.SourcePath, passage.Span, passage.Page, passage.Text, joined.Score, broughtBy);
    }
}
