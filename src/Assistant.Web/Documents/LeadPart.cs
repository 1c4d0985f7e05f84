using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Web.Documents;

/// <summary>A run of a clause's reading text that is shown alike.</summary>
/// <param name="Reference">The reference it stands for, null for plain words.</param>
public sealed record LeadPart(string Text, bool IsLabel, bool IsMarked, ClauseReference? Reference)
{
    /// <summary>One list for each paragraph of the lead, in order; the texts together are the lead without its paragraph breaks.</summary>
    /// <param name="references">Those of the clause, as <see cref="CorpusReferences"/> resolves them now: what is stored knows no other document.</param>
    /// <param name="mark">What to mark, in <see cref="Clause.Lead"/>; null for nothing.</param>
    public static IReadOnlyList<IReadOnlyList<LeadPart>> Paragraphs(Clause clause, IReadOnlyList<ClauseReference> references, TextSpan? mark)
    {
        var lead = clause.Lead;
        var labelEnd = LabelEnd(clause);
        var inside = references.Where(reference => 0 <= reference.Start && reference.Start < reference.End && reference.End <= lead.Length).ToList();
        var cuts = new SortedSet<int> { 0, labelEnd, lead.Length };
        foreach (var reference in inside) cuts.UnionWith([reference.Start, reference.End]);
        if (mark is { } marked) cuts.UnionWith([Math.Clamp(marked.Start, 0, lead.Length), Math.Clamp(marked.End, 0, lead.Length)]);
        for (var i = 0; i < lead.Length; i++)
            if (lead[i] == '\n') cuts.UnionWith([i, i + 1]);

        var paragraphs = new List<List<LeadPart>> { new() };
        var start = 0;
        foreach (var end in cuts.Skip(1))
        {
            var text = lead[start..end];
            if (text is "\n")
            {
                paragraphs.Add([]);
            }
            else
            {
                var reference = inside.Find(candidate => candidate.Start <= start && end <= candidate.End);
                paragraphs[^1].Add(new LeadPart(text, end <= labelEnd, mark is { } range && range.Start <= start && end <= range.End, reference));
            }
            start = end;
        }
        return [.. paragraphs.Where(paragraph => paragraph.Count > 0)];
    }

    /// <summary>Where the printed label ends in the lead, white space aside; 0 where the lead does not begin with it.</summary>
    private static int LabelEnd(Clause clause)
    {
        var matched = 0;
        for (var i = 0; i < clause.Lead.Length && matched < clause.Label.Length; i++)
        {
            if (char.IsWhiteSpace(clause.Lead[i])) continue;
            if (clause.Lead[i] != clause.Label[matched]) return 0;
            if (++matched == clause.Label.Length) return i + 1;
        }
        return 0;
    }
}
