namespace Assistant.Indexing.Qdrant;

/// <summary>What a search is narrowed to on the server. An empty list or null leaves a dimension open.</summary>
/// <param name="Documents">Ids.</param>
/// <param name="Issuers">A document passes when it has one of them.</param>
/// <param name="From">Documents dated on or after; undated ones pass only when neither date is given.</param>
/// <param name="InForceOnly">Whether documents known to be repealed, replaced or of unknown state are left out.</param>
public sealed record PassageFilter(
    IReadOnlyCollection<string>? Documents = null, IReadOnlyCollection<string>? Issuers = null, DateOnly? From = null, DateOnly? To = null, bool InForceOnly = false)
{
    /// <summary>Null where nothing is narrowed.</summary>
    internal Filter? ToFilter()
    {
        List<Condition> must = [];
        // No document at all is asked for where the list is there but empty: that matches nothing, as it should.
        if (Documents is not null) must.Add(new Condition("document", new Match(Any: Documents)));
        if (Issuers is { Count: > 0 }) must.Add(new Condition("issuer", new Match(Any: Issuers)));
        if (From is not null || To is not null) must.Add(new Condition("date", Range: new Range(Instant(From), Instant(To))));
        if (InForceOnly) must.Add(new Condition("status", new Match(nameof(Corpus.DocumentState.InForce))));
        return must.Count == 0 ? null : new Filter(must);
    }

    /// <summary>A day as RFC 3339, as Qdrant reads dates.</summary>
    internal static string? Instant(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}T00:00:00Z") : null;
}
