namespace Assistant.Ingestion.Titles;

/// <summary>What says that a document starts here.</summary>
internal enum TitleSource
{
    /// <summary>Text without a title.</summary>
    None,

    /// <summary>A heading of the format, or words that have the form of a title at a place where one can stand.</summary>
    Printed,

    /// <summary>A notice before it names it, or a table of contents does.</summary>
    Announced,

    /// <summary>《…》全文如下: the title stands in the sentence before the text.</summary>
    LeadIn,
}

/// <param name="First">Index of the first paragraph of the title (of the text, where it has none of its own).</param>
/// <param name="TitleParagraphs">How many paragraphs the title takes.</param>
/// <param name="Title">As printed, joined.</param>
internal sealed record DocumentStart(int First, int TitleParagraphs, string Title, TitleSource Source)
{
    /// <summary>附件 stood on a line of its own above the title.</summary>
    public bool IsAnnex { get; init; }

    /// <summary>See <see cref="DocumentDraft.Part"/>.</summary>
    public string? Part { get; init; }
}
