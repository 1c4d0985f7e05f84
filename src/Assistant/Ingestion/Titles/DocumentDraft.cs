using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Titles;

/// <summary>A document found in a file, before its clauses are read.</summary>
/// <param name="Title">Unwrapped, without outer 《》; empty where the text carries none.</param>
/// <param name="TitleSpan">Where the title stands; empty where there is none.</param>
/// <param name="Head">Paragraphs between title and body that are metadata (number, date, addressee, the law's history note).</param>
/// <param name="Body">Paragraphs that clauses are made of, in order.</param>
/// <param name="Tail">Signatures, dates, annex lists and notes after the body.</param>
/// <param name="CoverIndex">Index of the draft whose notice carries this text; null when it stands alone.</param>
public sealed record DocumentDraft(
    string Title,
    TextSpan TitleSpan,
    IReadOnlyList<TextParagraph> Head,
    IReadOnlyList<TextParagraph> Body,
    IReadOnlyList<TextParagraph> Tail,
    int? CoverIndex)
{
    /// <summary>The heading as printed, where it says more than the title (某部发布《某某通知》); otherwise the title.</summary>
    public string Headline { get; init; } = Title;

    /// <summary>The part of a code that this file holds (总则, 物权编); null for a whole document.</summary>
    public string? Part { get; init; }
}
