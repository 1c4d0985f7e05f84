namespace Assistant.Corpus.Labels;

/// <summary>
/// Where a clause stands in its document, in a lawyer's words. Canonical: <c>第七十二条第一款第（二）项</c>, <c>第三章/第一节</c>, <c>二/（三）/1</c>,
/// <c>附件2/第三条</c>. <c>Find</c> also reads what people and texts write: 第七十二条（二）, 第72条第2项, 二、（三）, 本法第三章.
/// </summary>
public static class ClauseAddress
{
    /// <summary>The canonical address of a clause of <paramref name="document"/>: what its id holds after the document's.</summary>
    public static string Of(PolicyDocument document, Clause clause) => clause.Id[(document.Id.Length + 1)..];

    /// <summary>
    /// The address of a child. Articles are counted through the document and need no chapter before them; everything else is named below its parent.
    /// </summary>
    /// <param name="parents">From the top; the last is the direct parent.</param>
    /// <param name="place">From 1, among the parent's children of the same level: names what carries no label.</param>
    public static string Below(IReadOnlyList<(ClauseLevel Level, string Address)> parents, ClauseLevel level, string label, int place)
    {
        var parent = parents.Count == 0 ? "" : parents[^1].Address;
        var name = Core(label);
        switch (level)
        {
            // 6.1.1 names 6 and 6.1 itself.
            case ClauseLevel.Article or >= ClauseLevel.Heading1 and <= ClauseLevel.Heading4 when level == ClauseLevel.Article || IsDotted(name):
                for (var i = parents.Count - 1; i >= 0; i--)
                {
                    if (parents[i].Level == ClauseLevel.Annex) return parents[i].Address + "/" + name;
                }
                return name;
            case ClauseLevel.Paragraph: return parent + "第" + ChineseNumeral.Format(place) + "款";
            case ClauseLevel.Item: return parent + "第" + name + "项";
            case ClauseLevel.Subitem when parents[^1].Level == ClauseLevel.Item: return parent + "第" + name + "目";
        }
        if (name.Length == 0) name = (level == ClauseLevel.Row ? "行" : "段") + place;
        return parent.Length == 0 ? name : parent + "/" + name;
    }

    internal static bool IsDotted(string label) => label.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && dot < label.Length - 1;

    /// <summary>A label without the marks that only set it off: 二 for 二、, 1 for 1., 附件2 for 附件2：; brackets full-width.</summary>
    public static string Core(string label)
    {
        var core = label.TrimEnd('、', '.', '．', '：', ':', ')', '）');
        return label.Length > 0 && label[0] is '（' or '(' or '〔' or '［' or '[' or '【' ? "（" + core[1..].TrimEnd('〕', '］', ']', '】') + "）" : core;
    }

    /// <summary>The clause an address names; null where there is none or the address fits several.</summary>
    public static Clause? Find(PolicyDocument document, string address)
    {
        var id = document.Id + "/" + address;
        return document.AllClauses().FirstOrDefault(clause => string.Equals(clause.Id, id, StringComparison.Ordinal)) ?? Find(document.Clauses, address);
    }

    /// <summary>As above, by reading the address alone.</summary>
    public static Clause? Find(IReadOnlyList<Clause> clauses, string address)
    {
        var steps = AddressStep.ReadAll(address);
        if (steps.Count == 0) return null;
        Clause? current = null;
        foreach (var step in steps)
        {
            if (Enter(current, current?.Children ?? clauses, step) is not { } found) return null;
            current = found;
        }
        return current;
    }

    private static Clause? Enter(Clause? current, IReadOnlyList<Clause> children, AddressStep step)
    {
        if (step.Style is null)
        {
            if (current is not { Level: ClauseLevel.Article }) return null;
            var paragraphs = current.Children.Where(child => child.Level == ClauseLevel.Paragraph).ToList();
            // An article of one 款 is that 款.
            return paragraphs.Count == 0 ? step.Number == 1 ? current : null : paragraphs.ElementAtOrDefault(step.Number - 1);
        }
        // What stands directly below is meant before what stands deeper; an annex has numbers of its own and is entered by name only.
        var level = children;
        while (level.Count > 0)
        {
            var found = level.Where(step.Matches).Take(2).ToList();
            if (found.Count == 1) return found[0];
            // Several fit: to name one of them would be a guess.
            if (found.Count > 1) return null;
            var open = level.Where(child => child.Level != ClauseLevel.Annex && (step.Style <= LabelStyle.Article || child.Level != ClauseLevel.Article || current is null));
            level = [.. open.SelectMany(child => child.Children)];
        }
        return null;
    }
}
