using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.Clauses;

/// <summary>What in a tree's numbering and headings a person should look at: gaps, numbers that run backwards or stand twice, headings without text.</summary>
internal static class NumberingChecker
{
    public static IReadOnlyList<ParseWarning> Check(ClauseNode root)
    {
        var warnings = new List<ParseWarning>();
        Walk(root, new Dictionary<LabelStyle, ClauseLabel>(), warnings);
        warnings.Sort((left, right) => left.Line.CompareTo(right.Line));
        return warnings;
    }

    /// <param name="running">The last label of each style met so far: some numberings run on across sections.</param>
    private static void Walk(ClauseNode node, Dictionary<LabelStyle, ClauseLabel> running, List<ParseWarning> warnings)
    {
        if (node.Level == ClauseLevel.Annex) running = [];
        var here = new HashSet<LabelStyle>();
        foreach (var child in node.Children)
        {
            if (child.Label is { } label && child.Level != ClauseLevel.Row)
            {
                var isFirst = here.Add(label.Style) && label.Style != LabelStyle.Article;
                // 5.2 comes after 5.1.3: dotted numbers are compared with their own kind below one parent.
                if (!(isFirst && label.Style == LabelStyle.Dotted)) Compare(child, label, running.GetValueOrDefault(label.Style), isFirst, warnings);
                running[label.Style] = label;
            }
            Walk(child, running, warnings);
            if (child.Label is { Style: LabelStyle.Dotted } dotted) running[LabelStyle.Dotted] = dotted;
            if (child.Label is not null && child.Children.Count == 0 && child.Heading.Length > 0 && IsBare(child))
            {
                warnings.Add(new ParseWarning(child.Line, $"“{child.Label.Text} {child.Heading}”是标题，但下面没有正文。", $"“{child.Label.Text} {child.Heading}” is a heading without text below it."));
            }
        }
    }

    /// <summary>Lower headings are as often plain list items.</summary>
    private static bool IsBare(ClauseNode node) =>
        (node.IsStructural || node.Level == ClauseLevel.Heading1) && node.Pieces <= 1 && node.Lead.EndsWith(node.Heading, StringComparison.Ordinal)
        && node.Parent?.Last is not ('：' or ':');

    private static void Compare(ClauseNode node, ClauseLabel label, ClauseLabel? last, bool isFirst, List<ParseWarning> warnings)
    {
        if (label.Style == LabelStyle.Annex) return;
        if (last is null)
        {
            if (label.Number > 1) warnings.Add(Late(node, label));
            return;
        }
        if (label.Follows(last) || (label.Number == 1 && isFirst)) return;
        if (label.Style == LabelStyle.Dotted && label.Number == 1) return;
        warnings.Add((label.Number, label.Insertion).CompareTo((last.Number, last.Insertion)) switch
        {
            0 when !isFirst => new(node.Line, $"编号“{label.Text}”重复出现。", $"The number “{label.Text}” occurs twice."),
            > 0 when !isFirst => new(node.Line, $"“{last.Text}”之后是“{label.Text}”，中间缺号。", $"“{last.Text}” is followed by “{label.Text}”: numbers are missing between them."),
            < 0 when label.Number == 1 => new(node.Line, $"“{last.Text}”之后编号又从“{label.Text}”开始。", $"After “{last.Text}” the numbering begins again with “{label.Text}”."),
            < 0 when !isFirst => new(node.Line, $"“{last.Text}”之后是“{label.Text}”，编号倒退。", $"“{last.Text}” is followed by “{label.Text}”: the numbering goes back."),
            _ => Late(node, label),
        });
    }

    private static ParseWarning Late(ClauseNode node, ClauseLabel label) =>
        new(node.Line, $"编号从“{label.Text}”开始，前面的编号没有找到。", $"The numbering begins with “{label.Text}”; what stands before it was not found.");
}
