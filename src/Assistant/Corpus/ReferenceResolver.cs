using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Corpus;

/// <summary>Turns a reference's title and address into ids, where the corpus holds them.</summary>
public static class ReferenceResolver
{
    /// <param name="find">
    /// The document with a title whose <see cref="DocumentTitles.Key"/> is the one given; null where there is none or more than one that differ.
    /// </param>
    /// <returns>The reference with ids where they are known; as it was where the corpus does not hold what is meant.</returns>
    public static ClauseReference Resolve(ClauseReference reference, Func<string, PolicyDocument?> find)
    {
        if (reference.ClauseId is not null || reference.DocumentTitle.Length == 0) return reference;
        if (find(DocumentTitles.Key(reference.DocumentTitle)) is not { } document) return reference;
        var clause = reference.Address.Length == 0 ? null : ClauseAddress.Find(document, reference.Address);
        return reference with { DocumentId = document.Id, ClauseId = clause?.Id };
    }
}
