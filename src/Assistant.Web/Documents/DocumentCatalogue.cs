using Assistant.Corpus;
using Assistant.Retrieval;

namespace Assistant.Web.Documents;

/// <summary>The summaries of all documents, held until the corpus changes: every citation card asks for one.</summary>
public sealed class DocumentCatalogue(CorpusStore store)
{
    private Snapshot _snapshot = new(long.MinValue, [], new Dictionary<string, DocumentSummary>(StringComparer.Ordinal));

    public IReadOnlyList<DocumentSummary> All => Current().All;

    /// <summary>Null for a document that is not held any more.</summary>
    public DocumentSummary? Find(string? id) => id is null ? null : Current().ById.GetValueOrDefault(id);

    /// <summary>Those that documents of the corpus have, the most frequent first.</summary>
    public IReadOnlyList<string> Issuers => Current().Issuers.Value;

    /// <summary>Likewise.</summary>
    public IReadOnlyList<DocumentKind> Kinds => Current().Kinds.Value;

    /// <param name="query">Part of a title, number or path; white space separates words that must all be met.</param>
    /// <param name="issuer">As in <see cref="RetrievalFilter"/>, like the dates: the list shows what a search so limited would look through.</param>
    public IEnumerable<DocumentSummary> Where(string? query, string? issuer, DateOnly? from, DateOnly? to)
    {
        var limits = new RetrievalFilter(Issuers: string.IsNullOrWhiteSpace(issuer) ? null : [issuer.Trim()], From: from, To: to);
        return All.Where(document => limits.Passes(document) && TitledDocuments.Holds(document, query));
    }

    private Snapshot Current()
    {
        var held = _snapshot;
        var version = store.Version();
        if (held.Version == version) return held;
        var all = store.Documents();
        // Two readers may both load it; the last one stays, and both are right.
        return _snapshot = new Snapshot(version, all, all.ToDictionary(document => document.Id, StringComparer.Ordinal));
    }

    private sealed record Snapshot(long Version, IReadOnlyList<DocumentSummary> All, IReadOnlyDictionary<string, DocumentSummary> ById)
    {
        public Lazy<IReadOnlyList<string>> Issuers { get; } = new(() => [.. All.SelectMany(document => document.Issuers).CountBy(issuer => issuer, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key)]);

        public Lazy<IReadOnlyList<DocumentKind>> Kinds { get; } = new(() => [.. All.CountBy(document => document.Kind).OrderByDescending(pair => pair.Value).Select(pair => pair.Key)]);
    }
}
