using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Clauses;

/// <summary>Makes clauses of nodes: folds away single 款, gives spans, addresses and ids.</summary>
internal sealed class ClauseAssembler(string documentId)
{
    private readonly Dictionary<string, int> _addresses = new(StringComparer.Ordinal);

    public IReadOnlyList<Clause> Assemble(ClauseNode root) => Children(root, []);

    private List<Clause> Children(ClauseNode node, IReadOnlyList<(ClauseLevel Level, string Address)> parents)
    {
        var clauses = new List<Clause>(node.Children.Count);
        var places = new Dictionary<ClauseLevel, int>();
        foreach (var child in node.Children)
        {
            var place = places[child.Level] = places.GetValueOrDefault(child.Level) + 1;
            clauses.Add(Make(child, place, parents));
        }
        return clauses;
    }

    private Clause Make(ClauseNode node, int place, IReadOnlyList<(ClauseLevel Level, string Address)> parents)
    {
        if (node.IsArticle && node.Children is [{ Level: ClauseLevel.Paragraph } only]) node.Absorb(only);
        var label = node.Label?.Text ?? "";
        var address = Unique(ClauseAddress.Below(parents, node.Level, label, place));
        var children = Children(node, [.. parents, (node.Level, address)]);
        var span = node.Span;
        var artefacts = node.Artefacts;
        foreach (var child in children)
        {
            span = span.IsEmpty ? child.Span : new TextSpan(Math.Min(span.Start, child.Span.Start), Math.Max(span.End, child.Span.End));
        }
        return new Clause
        {
            Id = documentId + "/" + address,
            Level = node.Level,
            Label = label,
            Number = node.Label?.Number ?? 0,
            Insertion = node.Label?.Insertion ?? 0,
            Heading = node.Heading,
            Columns = node.Columns,
            Lead = node.Lead,
            Span = span,
            Artefacts = Inside(span, artefacts, children),
            Children = children,
        };
    }

    private static List<TextSpan> Inside(TextSpan span, List<TextSpan> own, List<Clause> children)
    {
        var all = new SortedSet<(int Start, int End)>();
        foreach (var artefact in own.Concat(children.SelectMany(child => child.Artefacts)))
        {
            if (span.Contains(artefact)) all.Add((artefact.Start, artefact.End));
        }
        return [.. all.Select(artefact => new TextSpan(artefact.Start, artefact.End))];
    }

    private string Unique(string address)
    {
        var count = _addresses[address] = _addresses.GetValueOrDefault(address) + 1;
        return count == 1 ? address : Unique(address + "~" + count);
    }
}
