namespace Assistant.Corpus;

/// <summary>The clauses from the top of a document down to one clause, and how a reader cites it.</summary>
public static class ClausePath
{
    /// <summary>From the top-level clause down to the deepest one whose span holds <paramref name="span"/>; empty where none does.</summary>
    public static IReadOnlyList<Clause> To(PolicyDocument document, TextSpan span)
    {
        var path = new List<Clause>();
        var level = document.Clauses;
        while (Holding(level, span) is { } clause)
        {
            path.Add(clause);
            level = clause.Children;
        }
        return path;
    }

    /// <summary>The printed labels from the top; clauses without one are passed over.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<Clause> path) =>
        [.. path.Where(clause => clause.Label.Length > 0).Select(clause => clause.Label)];

    /// <summary>
    /// 第二十五条（一） or 二、（八）: the labels from the article down, where there is none from the first heading down, else the last label
    /// (第一章). Empty where nothing on the path carries a label.
    /// </summary>
    public static string Citable(IReadOnlyList<Clause> path)
    {
        var labelled = path.Where(clause => clause.Label.Length > 0).ToList();
        if (labelled.Count == 0) return "";
        var from = labelled.FindIndex(clause => clause.Level == ClauseLevel.Article);
        if (from < 0) from = labelled.FindIndex(clause => clause.Level is >= ClauseLevel.Heading1);
        return from < 0 ? labelled[^1].Label : string.Concat(labelled.Skip(from).Select(clause => clause.Label));
    }

    private static Clause? Holding(IReadOnlyList<Clause> clauses, TextSpan span)
    {
        int low = 0, high = clauses.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var clause = clauses[middle];
            if (clause.Span.Contains(span)) return clause;
            if (span.Start >= clause.Span.End) low = middle + 1;
            else high = middle - 1;
        }
        return null;
    }
}
