using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.Metadata;

/// <summary>
/// Which documents of a corpus are repealed or replaced by others of it, or not yet in force. A pure function over the whole corpus:
/// run it again after every change, since a new file may repeal what an old one holds.
/// </summary>
public static class DocumentStatusResolver
{
    /// <param name="today">The day the corpus is read.</param>
    /// <returns>By document id; every document is in it.</returns>
    public static IReadOnlyDictionary<string, DocumentStatus> Resolve(IReadOnlyCollection<PolicyDocument> documents, DateOnly today)
    {
        var byTitle = documents.Where(document => document.Title.Length > 0).ToLookup(document => DocumentTitles.Key(document.Title), StringComparer.Ordinal);
        var states = documents.ToDictionary(
            document => document.Id,
            document => document.EffectiveDate > today ? new DocumentStatus(DocumentState.NotYetEffective) : DocumentStatus.InForce,
            StringComparer.Ordinal);
        foreach (var by in documents)
        {
            foreach (var repealed in by.Repeals)
            {
                foreach (var document in byTitle[DocumentTitles.Key(repealed.Title)].Where(document => IsMeant(document, repealed, by)))
                {
                    states[document.Id] = new DocumentStatus(repealed.IsReplacement ? DocumentState.Replaced : DocumentState.Repealed, by.Id, repealed.ClauseId);
                }
            }
        }
        return states;
    }

    /// <summary>
    /// The new version of a document has the title of the old one. The number decides where both are known, else the dates; where neither is, a document
    /// of the repealing one's own title is not held to be the old version.
    /// </summary>
    private static bool IsMeant(PolicyDocument document, RepealedTitle repealed, PolicyDocument by)
    {
        if (document.Id == by.Id || document.Id == by.CoverId || document.CoverId == by.Id) return false;
        if (repealed.DocumentNumber is { } number && document.DocumentNumber is { } own) return string.Equals(DocumentTitles.Words(number), DocumentTitles.Words(own), StringComparison.Ordinal);
        if (document.Date is { } date && by.Date is { } byDate) return date < byDate;
        return !string.Equals(DocumentTitles.Key(document.Title), DocumentTitles.Key(by.Title), StringComparison.Ordinal);
    }
}
