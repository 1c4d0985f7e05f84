using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.References;

/// <summary>
/// Reads the references of a document's clauses and resolves those that stay inside it. The others keep title and address;
/// <see cref="ReferenceResolver"/> finds them when the corpus is known.
/// </summary>
internal sealed class ReferenceLinker
{
    private readonly string _documentId;
    private readonly string _title;
    private readonly DefinedTitles _titles;
    private readonly ReferenceReader _reader;
    private readonly ProvisionIndex _provisions;

    private ReferenceLinker(string documentId, string title, IReadOnlyList<Clause> clauses)
    {
        _documentId = documentId;
        _title = title;
        _provisions = new ProvisionIndex(clauses);
        _titles = new DefinedTitles(title, ProvisionIndex.Leads(clauses));
        _reader = new ReferenceReader(_titles, _provisions.HasArticles);
    }

    public static IReadOnlyList<Clause> Link(IReadOnlyList<Clause> clauses, string documentId, string title)
    {
        var linker = new ReferenceLinker(documentId, title, clauses);
        return [.. clauses.Select(clause => linker.Link(clause, []))];
    }

    private Clause Link(Clause clause, IReadOnlyList<Clause> above)
    {
        IReadOnlyList<Clause> path = [.. above, clause];
        // The words after the clause's own label: 第五条 at its start is no mention.
        var from = clause.Label.Length > 0 && ClauseLabel.Read(clause.Lead) is { } label ? label.End : 0;
        var mentions = _reader.Read(clause.Lead, from);
        var references = new List<ClauseReference>(mentions.Count);
        foreach (var mention in mentions) references.Add(Resolve(mention, path));
        return clause with { References = references, Children = [.. clause.Children.Select(child => Link(child, path))] };
    }

    private ClauseReference Resolve(ReferenceMention mention, IReadOnlyList<Clause> path)
    {
        if (Other(mention, path) is { } other) return new ClauseReference(mention.Start, mention.End, other, AddressPart.Write(mention.Parts), null, null);
        var target = mention.Back > 0 ? Back(mention, path) : _provisions.Find(mention.Parts, mention.From, path);
        var address = target is not null ? target.Id[(_documentId.Length + 1)..]
            : mention.Back > 0 ? path[^1].Lead[mention.Start..mention.End]
            : ProvisionIndex.Complete(mention.Parts, mention.From, path);
        return new ClauseReference(mention.Start, mention.End, _title, address, _documentId, target?.Id);
    }

    /// <summary>The title of the other document meant; null where this one is.</summary>
    private string? Other(ReferenceMention mention, IReadOnlyList<Clause> path)
    {
        if (mention.Title is { } named) return IsOwn(named) && mention.Parts.Count > 0 ? null : named;
        if (mention.Back > 0 || mention.From != '\0' || mention.Parts is not [{ Unit: '条' or '章' or '编' } first, ..]) return null;
        // An explanation speaks of the articles of what it explains; a number that this document does not reach is the one's named before.
        if (!_provisions.HasArticles) return mention.Nearest ?? _titles.Subject;
        return first.Unit == '条' && mention.Nearest is not null && _provisions.Article(first, path) is null ? mention.Nearest : null;
    }

    private bool IsOwn(string named) => string.Equals(DocumentTitles.Key(named), DocumentTitles.Key(_title), StringComparison.Ordinal);

    private Clause? Back(ReferenceMention mention, IReadOnlyList<Clause> path)
    {
        var article = path.LastOrDefault(clause => clause.Level == ClauseLevel.Article);
        if (article is null) return null;
        var target = mention.From switch
        {
            '条' => _provisions.Before(article, mention.Back),
            '款' => Before(article.Children, path, ClauseLevel.Paragraph, mention.Back),
            _ => path.Count > 1 && path[^1].Level == ClauseLevel.Item ? Before(path[^2].Children, path, ClauseLevel.Item, mention.Back) : null,
        };
        return target is null || mention.Parts.Count == 0 ? target : ProvisionIndex.Inside(target, mention.Parts);
    }

    private static Clause? Before(IReadOnlyList<Clause> siblings, IReadOnlyList<Clause> path, ClauseLevel level, int back)
    {
        var counted = siblings.Where(clause => clause.Level == level).ToList();
        var place = counted.FindIndex(clause => path.Any(above => ReferenceEquals(above, clause)));
        return place - back >= 0 ? counted[place - back] : null;
    }
}
