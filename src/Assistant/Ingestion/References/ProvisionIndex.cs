using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.References;

/// <summary>The provisions of one document by number, so that each of many thousand references costs a look-up.</summary>
internal sealed class ProvisionIndex
{
    private readonly List<Clause> _articles = [];
    private readonly Dictionary<Clause, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int, int), List<Clause>> _byNumber = [];
    private readonly Dictionary<(ClauseLevel, int), List<Clause>> _wider = [];

    public ProvisionIndex(IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in All(clauses))
        {
            if (clause.Level < ClauseLevel.Article) Add(_wider, (clause.Level, clause.Number), clause);
            if (clause.Level != ClauseLevel.Article) continue;
            _places[clause] = _articles.Count;
            _articles.Add(clause);
            Add(_byNumber, (clause.Number, clause.Insertion), clause);
        }
    }

    public bool HasArticles => _articles.Count > 0;

    public static IEnumerable<string> Leads(IReadOnlyList<Clause> clauses) => All(clauses).Select(clause => clause.Lead);

    /// <summary>The article <paramref name="back"/> places before; null where the document starts sooner.</summary>
    public Clause? Before(Clause article, int back) => _places.TryGetValue(article, out var place) && place >= back ? _articles[place - back] : null;

    /// <summary>The article of a number, in the annex that speaks or else in the document; null where there is none or more than one.</summary>
    public Clause? Article(AddressPart part, IReadOnlyList<Clause> path) => Near(_byNumber.GetValueOrDefault((part.Number, part.Insertion)), path, null);

    /// <param name="from">The unit of the speaking path that the address goes on from; zero where its first part tells.</param>
    public Clause? Find(IReadOnlyList<AddressPart> parts, char from, IReadOnlyList<Clause> path)
    {
        Clause? found = null;
        var i = 0;
        for (; i < parts.Count && parts[i].Rank < new AddressPart('款', 0).Rank; i++)
        {
            found = parts[i].Unit == '条' ? Near(_byNumber.GetValueOrDefault((parts[i].Number, parts[i].Insertion)), path, null)
                : Near(_wider.GetValueOrDefault((LevelOf(parts[i].Unit), parts[i].Number)), path, found);
            if (found is null) return null;
        }
        if (i == parts.Count) return found;
        if (found is not null) return Inside(found, [.. parts.Skip(i)]);
        var article = path.LastOrDefault(clause => clause.Level == ClauseLevel.Article);
        if (article is null) return null;
        if (parts[0].Unit == '目' && path.LastOrDefault(clause => clause.Level == ClauseLevel.Item) is { } item) return Inside(item, parts);
        // 第（二）项 is one of the 款 that speaks, if that has items, and else the article's.
        var paragraph = parts[0].Unit == '项' && from != '条' ? path.LastOrDefault(clause => clause.Level == ClauseLevel.Paragraph) : null;
        return (paragraph is null ? null : Inside(paragraph, parts)) ?? Inside(article, parts);
    }

    /// <summary>The address of what was not found, with the speaking article's label before a bare 款 or 项.</summary>
    public static string Complete(IReadOnlyList<AddressPart> parts, char from, IReadOnlyList<Clause> path)
    {
        var written = AddressPart.Write(parts);
        if (parts[0].Rank < new AddressPart('款', 0).Rank && from == '\0') return written;
        return path.LastOrDefault(clause => clause.Level == ClauseLevel.Article) is { } article ? ClauseAddress.Core(article.Label) + written : written;
    }

    /// <summary>What an address names below a clause; null where nothing or several clauses fit.</summary>
    public static Clause? Inside(Clause clause, IReadOnlyList<AddressPart> parts) =>
        clause.Level is ClauseLevel.Article && parts[0].Unit is '款' or '项'
            ? ClauseAddress.Find([clause], clause.Label + AddressPart.Write(parts))
            : ClauseAddress.Find(clause.Children, AddressPart.Write(parts));

    /// <summary>Of several with one number: the one inside <paramref name="inside"/>, or the one that shares most of the speaking path.</summary>
    private static Clause? Near(List<Clause>? candidates, IReadOnlyList<Clause> path, Clause? inside)
    {
        if (candidates is null) return null;
        if (inside is not null) candidates = candidates.FindAll(clause => inside.Span.Contains(clause.Span));
        for (var i = path.Count - 1; i >= 0 && candidates.Count > 1; i--)
        {
            if (path[i].Level >= ClauseLevel.Article) continue;
            var close = candidates.FindAll(clause => path[i].Span.Contains(clause.Span));
            if (close.Count > 0) candidates = close;
        }
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private static ClauseLevel LevelOf(char unit) => unit switch
    {
        '附' => ClauseLevel.Annex,
        '编' => ClauseLevel.Part,
        '分' => ClauseLevel.Subpart,
        '章' => ClauseLevel.Chapter,
        _ => ClauseLevel.Section,
    };

    private static void Add<TKey>(Dictionary<TKey, List<Clause>> index, TKey key, Clause clause)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var clauses)) clauses.Add(clause);
        else index[key] = [clause];
    }

    private static IEnumerable<Clause> All(IReadOnlyList<Clause> clauses)
    {
        foreach (var clause in clauses)
        {
            yield return clause;
            foreach (var below in All(clause.Children)) yield return below;
        }
    }
}
