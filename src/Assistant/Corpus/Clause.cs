using System.Text;
using Assistant.Corpus.Text;

namespace Assistant.Corpus;

/// <summary>The kind of numbered provision, outermost first. Levels of one document nest in this order but may skip.</summary>
public enum ClauseLevel
{
    /// <summary>附件 with a numbering of its own.</summary>
    Annex,
    Part,
    Subpart,
    Chapter,
    Section,

    /// <summary>条, also 第X条之一.</summary>
    Article,

    /// <summary>一、 where the document has no articles.</summary>
    Heading1,

    /// <summary>（一） outside an article.</summary>
    Heading2,

    /// <summary>1. outside an article.</summary>
    Heading3,

    /// <summary>（1） and ① outside an article.</summary>
    Heading4,

    /// <summary>
    /// 款: a paragraph of an article of several. Carries no printed label; counted from 1. The first is one too, and the article's own lead is then its
    /// label alone; an article of one 款 has no such child.
    /// </summary>
    Paragraph,

    /// <summary>项: （一） in an article.</summary>
    Item,

    /// <summary>目: 1. in an item.</summary>
    Subitem,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>Text under no number: preamble, address, closing, signature.</summary>
    Text,
}

/// <summary>One provision, a node of a document's clause tree.</summary>
public sealed record Clause
{
    /// <summary>Document id, <c>/</c>, canonical address; unique in the corpus and stable over re-ingestion. Safe in a URL once escaped.</summary>
    public required string Id { get; init; }

    public required ClauseLevel Level { get; init; }

    /// <summary>As printed, white space inside removed: <c>第二十五条</c>, <c>（一）</c>, <c>二、</c>; empty for 款 and unnumbered text.</summary>
    public required string Label { get; init; }

    /// <summary>The label's number; 0 without one. 第十二条之一 has 12 and <see cref="Insertion"/> 1.</summary>
    public int Number { get; init; }

    /// <summary>The n of 之n; 0 for none.</summary>
    public int Insertion { get; init; }

    /// <summary>The words of a heading after its label (总则); empty where the clause is running text.</summary>
    public string Heading { get; init; } = "";

    /// <summary>The names of a table row's columns, where the table has a header; the words of the header are not in <see cref="Lead"/>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>
    /// The clause's own words with its label and heading, up to its first child, read as one text: visual lines joined, artefacts left out.
    /// A paragraph break is <c>\n</c>.
    /// </summary>
    public required string Lead { get; init; }

    /// <summary>The whole clause in the source file, children included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What lies inside <see cref="Span"/> and is not text: running heads, page numbers, captions. Ascending.</summary>
    public IReadOnlyList<TextSpan> Artefacts { get; init; } = [];

    public IReadOnlyList<ClauseReference> References { get; init; } = [];

    public IReadOnlyList<Clause> Children { get; init; } = [];

    /// <summary>Where <see cref="Lead"/> stands: up to the first child.</summary>
    public TextSpan LeadSpan => Children.Count == 0 ? Span : new TextSpan(Span.Start, Children[0].Span.Start);

    /// <summary>The whole clause as one reads it: lead and children, each on a line.</summary>
    public string Text()
    {
        if (Children.Count == 0) return Lead;
        var text = new StringBuilder();
        Append(this, text);
        return text.ToString();

        static void Append(Clause clause, StringBuilder text, char separator = '\n')
        {
            if (clause.Lead.Length > 0)
            {
                if (text.Length > 0) text.Append(separator);
                text.Append(clause.Lead);
            }
            for (var i = 0; i < clause.Children.Count; i++)
            {
                // The first 款 is printed on the line of its article's label.
                var isOnLabelLine = i == 0 && clause.Level == ClauseLevel.Article && clause.Heading.Length == 0;
                Append(clause.Children[i], text, isOnLabelLine && clause.Children[i].Level == ClauseLevel.Paragraph ? ' ' : '\n');
            }
        }
    }
}

/// <summary>A mention of another clause or document in a clause's <see cref="Clause.Lead"/>.</summary>
/// <param name="Start">Offset in <see cref="Clause.Lead"/>, UTF-16.</param>
/// <param name="End">Exclusive.</param>
/// <param name="DocumentTitle">The document meant, without 《》.</param>
/// <param name="Address">The clause meant (第五十四条, 第七十二条第一款第（二）项); empty for a whole document.</param>
/// <param name="DocumentId">Null where the corpus does not hold the document.</param>
/// <param name="ClauseId">Null where it is not held, or a whole document is meant.</param>
public sealed record ClauseReference(int Start, int End, string DocumentTitle, string Address, string? DocumentId, string? ClauseId);
