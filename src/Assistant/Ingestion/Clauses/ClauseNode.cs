using System.Text;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Clauses;

/// <summary>A clause while the tree is being built.</summary>
internal sealed class ClauseNode(ClauseLevel level, ClauseLabel? label, int line)
{
    private readonly StringBuilder _lead = new();

    public ClauseLevel Level { get; set; } = level;

    public ClauseLabel? Label { get; set; } = label;

    /// <summary>Of the file, from 1.</summary>
    public int Line { get; } = line;

    public string Heading { get; set; } = "";

    public IReadOnlyList<string> Columns { get; set; } = [];

    public ClauseNode? Parent { get; private set; }

    public List<ClauseNode> Children { get; } = [];

    /// <summary>Of the own words; the children's come on top when the clause is made.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Running heads and the like between the own words.</summary>
    public List<TextSpan> Artefacts { get; } = [];

    public string Lead => _lead.ToString();

    /// <summary>How many paragraphs the lead was put together from.</summary>
    public int Pieces { get; private set; }

    public char Last => _lead.Length == 0 ? '\0' : _lead[^1];

    /// <summary>The end of what was written last in this clause, children included.</summary>
    public char LastOfAll => Children.Count == 0 ? Last : Children[^1].LastOfAll;

    /// <summary>1 to 6 where the format marks a heading; 0 otherwise.</summary>
    public int FormatLevel { get; init; }

    /// <summary>Text or a row: nothing hangs below it.</summary>
    public bool IsLeaf => Parent is not null && (Level == ClauseLevel.Row || (Level == ClauseLevel.Text && Heading.Length == 0));

    public bool IsArticle => Level == ClauseLevel.Article;

    public bool IsStructural => Level < ClauseLevel.Article;

    public ClauseNode Add(ClauseNode child)
    {
        child.Parent = this;
        Children.Add(child);
        return child;
    }

    public void Append(string text, TextSpan span, string separator = "\n")
    {
        if (text.Length == 0) return;
        if (_lead.Length > 0) _lead.Append(separator);
        _lead.Append(text);
        Pieces++;
        Span = Span.IsEmpty ? span : new TextSpan(Math.Min(Span.Start, span.Start), Math.Max(Span.End, span.End));
    }

    /// <summary>Takes over the words and children of an only 款, which needs no node of its own.</summary>
    public void Absorb(ClauseNode paragraph)
    {
        var separator = paragraph.SeparatorBefore;
        Append(paragraph.Lead, paragraph.Span, separator);
        Artefacts.AddRange(paragraph.Artefacts);
        Children.Remove(paragraph);
        foreach (var child in paragraph.Children) Add(child);
    }

    /// <summary>What stood between this clause's words and its parent's: a blank after a label, or a paragraph break.</summary>
    public string SeparatorBefore { get; init; } = "\n";
}
