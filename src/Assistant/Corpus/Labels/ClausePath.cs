using Assistant.Corpus.Text;

namespace Assistant.Corpus.Labels;

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

    /// <summary>The path of every clause of a tree, parents before children, in file order.</summary>
    public static IEnumerable<IReadOnlyList<Clause>> All(IReadOnlyList<Clause> clauses)
    {
        var stack = new Stack<IReadOnlyList<Clause>>(clauses.Reverse().Select(clause => (IReadOnlyList<Clause>)[clause]));
        while (stack.TryPop(out var path))
        {
            yield return path;
            var children = path[^1].Children;
            for (var i = children.Count - 1; i >= 0; i--) stack.Push([.. path, children[i]]);
        }
    }

    /// <summary>The printed labels from the top; clauses without one are passed over.</summary>
    public static IReadOnlyList<string> Labels(IReadOnlyList<Clause> path) =>
        [.. path.Where(clause => clause.Label.Length > 0).Select(clause => clause.Label)];

    /// <summary>
    /// 第二十五条（一） or 二、（八）: the labels from the article down, where there is none from the top (第一编第三章); an annex is named first
    /// (附件2第三条). Empty where nothing on the path carries a label. A 款 is named where it is what is cited (第六条第二款), and before an item
    /// where items stand in more than one 款 of the article.
    /// </summary>
    public static string Citable(IReadOnlyList<Clause> path)
    {
        var from = Start(path);
        if (from < 0) return "";
        var label = "";
        for (var i = 0; i < path.Count; i++)
        {
            if (i < from && path[i].Level != ClauseLevel.Annex) continue;
            if (path[i].Level == ClauseLevel.Annex) label += ClauseAddress.Core(path[i].Label);
            else if (path[i].Level == ClauseLevel.Paragraph && i > 0) label += NameOfParagraph(path[i - 1], path[i], i == path.Count - 1);
            else label += path[i].Label;
        }
        return label;
    }

    private static int Start(IReadOnlyList<Clause> path)
    {
        int article = -1, dotted = -1, first = -1;
        for (var i = 0; i < path.Count; i++)
        {
            if (path[i].Label.Length == 0) continue;
            if (first < 0) first = i;
            if (path[i].Level == ClauseLevel.Article) article = i;
            // 6.1.1 names 6 and 6.1 itself.
            else if (article < 0 && ClauseAddress.IsDotted(path[i].Label)) dotted = i;
        }
        return article >= 0 ? article : dotted >= 0 ? dotted : first;
    }

    private static string NameOfParagraph(Clause article, Clause paragraph, bool isLast)
    {
        var paragraphs = article.Children.Where(child => child.Level == ClauseLevel.Paragraph).ToList();
        var withItems = paragraphs.Count(child => child.Children.Any(item => item.Label.Length > 0));
        var place = paragraphs.FindIndex(child => string.Equals(child.Id, paragraph.Id, StringComparison.Ordinal)) + 1;
        return isLast || withItems > 1 ? "第" + ChineseNumeral.Format(place) + "款" : "";
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
