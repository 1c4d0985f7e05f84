using Assistant.Corpus;

namespace Assistant.Indexing;

/// <summary>A clause and the clauses above it, outermost first.</summary>
public static class ClausePath
{
    /// <summary>The printed labels from the top, unnumbered levels left out.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<Clause> chain) =>
        chain.Select(clause => clause.Label).Where(label => label.Length > 0).ToArray();

    /// <summary>As a reader would cite it: from the article down, else from the first numbered heading; chapters only where nothing is below them.</summary>
    public static string Citable(IReadOnlyList<Clause> chain)
    {
        var start = IndexOf(chain, clause => clause.Level == ClauseLevel.Article);
        if (start < 0) start = IndexOf(chain, clause => clause.Level > ClauseLevel.Section && clause.Label.Length > 0);
        if (start < 0) start = LastLabelled(chain);
        return start < 0 ? "" : string.Concat(chain.Skip(start).Select(clause => clause.Label));
    }

    private static int IndexOf(IReadOnlyList<Clause> chain, Func<Clause, bool> matches)
    {
        for (var i = 0; i < chain.Count; i++)
            if (matches(chain[i])) return i;
        return -1;
    }

    private static int LastLabelled(IReadOnlyList<Clause> chain)
    {
        for (var i = chain.Count - 1; i >= 0; i--)
            if (chain[i].Label.Length > 0) return i;
        return -1;
    }
}
