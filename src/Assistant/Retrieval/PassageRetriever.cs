using Assistant.Corpus;
using Assistant.Indexing;

namespace Assistant.Retrieval;

/// <summary>A question in, passages in order of usefulness out.</summary>
public sealed class PassageRetriever(LexicalIndex index)
{
    /// <summary>Characters of a question that are read; what a person pastes beyond is not searched.</summary>
    private const int LongestQuestion = 2000;

    /// <param name="top">The most passages to return; at least 1.</param>
    public Task<RetrievalResult> RetrieveAsync(string question, int top, RetrievalFilter? filter, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        cancellationToken.ThrowIfCancellationRequested();
        var snapshot = index.Current();
        var parsed = QuestionParser.Parse(question.Length > LongestQuestion ? question[..LongestQuestion] : question);
        var hits = LexicalIndex.Search(snapshot, parsed.Query, new LexicalWeights(), Allowed(snapshot, filter), top, cancellationToken);
        var passages = hits.Select(hit => ToRetrieved(snapshot, hit)).ToArray();
        return Task.FromResult(new RetrievalResult(passages, []) { Terms = QuestionTerms.Of(snapshot, parsed.Query) });
    }

    /// <summary>By document number; null where nothing is filtered.</summary>
    private static bool[]? Allowed(IndexSnapshot snapshot, RetrievalFilter? filter)
    {
        if (filter is null || filter is { Documents: null or [], Issuers: null or [], From: null, To: null, InForceOnly: false }) return null;
        return [.. snapshot.Documents.Select(document => Passes(document, filter))];
    }

    private static bool Passes(DocumentSummary document, RetrievalFilter filter)
    {
        if (filter.Documents is { Count: > 0 } documents && !documents.Contains(document.Id, StringComparer.Ordinal)) return false;
        if (filter.Issuers is { Count: > 0 } issuers && !issuers.Any(issuer => document.Issuers.Contains(issuer, StringComparer.Ordinal))) return false;
        if (filter.From is { } from && !(document.Date >= from)) return false;
        if (filter.To is { } to && !(document.Date <= to)) return false;
        return !filter.InForceOnly || document.Status.State is DocumentState.InForce;
    }

    private static RetrievedPassage ToRetrieved(IndexSnapshot snapshot, PassageHit hit)
    {
        var passage = snapshot.Read(hit.Passage);
        var document = snapshot.DocumentOf(hit.Passage);
        return new RetrievedPassage(
            document.Id, document.Title, passage.ClauseId, passage.Clause, passage.Path, document.SourcePath, passage.Span, passage.Page, passage.Text, hit.Score);
    }
}
