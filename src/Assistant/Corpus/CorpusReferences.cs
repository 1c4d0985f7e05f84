using Assistant.Corpus.Terms;

namespace Assistant.Corpus;

/// <summary>Resolves references across documents when they are read: what a later ingestion brings is found without reading the old files again.</summary>
public sealed class CorpusReferences(CorpusStore store)
{
    /// <summary>Files may carry one title when a code is kept in parts; more than these are no parts of anything.</summary>
    private const int MaxParts = 16;

    private Titles _titles = new(-1, new Dictionary<string, List<string>>(StringComparer.Ordinal));

    /// <summary>
    /// With ids where the corpus holds what is meant, as they were elsewhere. Where several documents bear a title, the only one that has the clause is
    /// meant, else none.
    /// </summary>
    public IReadOnlyList<ClauseReference> Resolve(IReadOnlyList<ClauseReference> references)
    {
        if (references.All(reference => reference.DocumentId is not null)) return references;
        var known = Current().ByKey;
        return [.. references.Select(reference => reference.DocumentId is null ? Resolve(reference, known) : reference)];
    }

    private ClauseReference Resolve(ClauseReference reference, IReadOnlyDictionary<string, List<string>> known)
    {
        if (!known.TryGetValue(DocumentTitles.Key(reference.DocumentTitle), out var ids) || ids.Count > MaxParts) return reference;
        var found = ids.Select(id => ReferenceResolver.Resolve(reference, _ => store.FindDocument(id))).ToList();
        if (found.Count == 1) return found[0];
        found.RemoveAll(candidate => candidate.ClauseId is null);
        return found.Count == 1 ? found[0] : reference;
    }

    private Titles Current()
    {
        var version = store.Version();
        var current = _titles;
        if (current.Version == version) return current;
        var byKey = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var document in store.Documents())
        {
            var key = DocumentTitles.Key(document.Title);
            if (key.Length == 0) continue;
            if (byKey.TryGetValue(key, out var ids)) ids.Add(document.Id);
            else byKey[key] = [document.Id];
        }
        return _titles = new Titles(version, byKey);
    }

    private sealed record Titles(long Version, IReadOnlyDictionary<string, List<string>> ByKey);
}
