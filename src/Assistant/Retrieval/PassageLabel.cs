using Assistant.Corpus.Labels;
using Assistant.Indexing;

namespace Assistant.Retrieval;

/// <summary>The label of a passage, or of neighbouring ones shown as one: it must be true of all the text under it, not only of the clause that was found.</summary>
internal static class PassageLabel
{
    /// <summary>
    /// 第十一条至第十二条, 第二十五条（一）至（三）; the outer clause where the text goes on inside it. Text under no label at either end is named by its
    /// neighbour: 第一条及其前文. Empty where nothing has a label.
    /// </summary>
    /// <param name="parts">Of one document, in its order; at least one.</param>
    public static string Of(IReadOnlyList<Passage> parts)
    {
        var labelled = parts.Where(part => part.Clause.Length > 0).ToList();
        if (labelled.Count == 0) return "";
        var beyond = (parts[0].Clause.Length == 0, parts[^1].Clause.Length == 0) switch
        {
            (true, true) => "及其前后文",
            (true, false) => "及其前文",
            (false, true) => "及其后文",
            _ => "",
        };
        return Range(labelled[0], LastIn(labelled[^1])) + beyond;
    }

    /// <summary>A passage of several short sisters is named after the first: this is the same, named after the last.</summary>
    private static Passage LastIn(Passage part)
    {
        if (part.Path.Count == 0 || ClauseLabel.Read(part.Path[^1]) is not { } own || !part.Clause.EndsWith(part.Path[^1], StringComparison.Ordinal)) return part;
        var last = own;
        foreach (var line in part.Text.Split('\n'))
            if (ClauseLabel.Read(line) is { IsMention: false } label && label.Style == own.Style && label.Follows(last)) last = label;
        return last == own ? part : part with { Clause = part.Clause[..^part.Path[^1].Length] + last.Text, Path = [.. part.Path.SkipLast(1), last.Text] };
    }

    private static string Range(Passage first, Passage last) =>
        string.Equals(first.Clause, last.Clause, StringComparison.Ordinal) || Holds(first, last)
            ? first.Clause
            : first.Clause.TrimEnd('、', '.', '．') + "至" + BehindCommon(first.Clause, last);

    /// <summary>第二十五条 holds 第二十五条（二）, but 第十条 does not hold 第十条之一.</summary>
    private static bool Holds(Passage outer, Passage inner) =>
        inner.Clause.StartsWith(outer.Clause, StringComparison.Ordinal) && inner.Path.Count > outer.Path.Count && inner.Path.Take(outer.Path.Count).SequenceEqual(outer.Path, StringComparer.Ordinal);

    /// <summary>Of two items under one clause the second is named without it.</summary>
    private static string BehindCommon(string first, Passage last)
    {
        var own = last.Path.Count > 0 ? last.Path[^1] : "";
        if (own.Length == 0 || !last.Clause.EndsWith(own, StringComparison.Ordinal)) return last.Clause;
        var above = last.Clause[..^own.Length];
        return above.Length > 0 && first.Length > above.Length && first.StartsWith(above, StringComparison.Ordinal) ? own : last.Clause;
    }
}
