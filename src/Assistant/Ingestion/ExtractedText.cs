using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion;

/// <summary>What a reader makes of a file's bytes, before anything is understood.</summary>
/// <param name="Text">The text that all spans count in: the decoded file (HTML: raw markup), or what was extracted (PDF, DOCX).</param>
/// <param name="Lines">The visible lines in order, blank ones left out. For HTML and DOCX a line is a block (p, li, heading, table row).</param>
/// <param name="PageStarts">See <see cref="SourceFile.PageStarts"/>.</param>
public sealed record ExtractedText(
    SourceFormat Format,
    string Text,
    IReadOnlyList<TextLine> Lines,
    IReadOnlyList<int> PageStarts,
    IReadOnlyList<ParseWarning> Warnings)
{
    public static readonly IReadOnlyDictionary<string, string> NoHints = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// What the file says about itself outside its text (front matter: title, date, author), by lower-case name. The page's words, often a headline or
    /// a crawler's date: they may fill what the text leaves empty, never replace what it says.
    /// </summary>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = NoHints;
}

/// <summary>One visible line.</summary>
/// <param name="Text">Its words, trimmed; Markdown and HTML marks removed, entities resolved. Never empty.</param>
/// <param name="Span">Where it stands, from its first to its last word, in <see cref="ExtractedText.Text"/>.</param>
/// <param name="Number">The line of the file it starts on, from 1.</param>
/// <param name="BlanksBefore">Blank lines between the line before and this one.</param>
/// <param name="Indent">White space before the first word, in columns (an ideographic space counts 2).</param>
public sealed record TextLine(string Text, TextSpan Span, int Number, int BlanksBefore, int Indent)
{
    /// <summary>1 to 6 for a heading that the format marks as one; 0 otherwise.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>The whole line is set in bold.</summary>
    public bool IsBold { get; init; }

    /// <summary>The format says that a paragraph starts here and ends with this line (HTML, DOCX): it is never joined with its neighbours.</summary>
    public bool IsBlock { get; init; }

    /// <summary>The cells of a table row, in column order; empty for running text.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>This row is its table's header.</summary>
    public bool IsTableHeader { get; init; }
}

/// <summary>Lines joined to what one reads as a paragraph: what documents and clauses are made of.</summary>
/// <param name="Text">One line of reading text; visual line ends joined without a space between Han characters.</param>
/// <param name="Span">From the first to the last word.</param>
/// <param name="Lines">The lines it was joined from, artefacts left out.</param>
/// <param name="Artefacts">Running heads, page numbers and captions inside <paramref name="Span"/>.</param>
public sealed record TextParagraph(string Text, TextSpan Span, IReadOnlyList<TextLine> Lines, IReadOnlyList<TextSpan> Artefacts)
{
    public TextLine First => Lines[0];
}
