namespace Assistant.Memos.Writers;

/// <summary>A sentence in its place.</summary>
/// <param name="Marks">The citations to mark behind the sentence; empty where the next sentence of the paragraph rests on the same ones.</param>
internal sealed record PlacedStatement(MemoStatement Statement, IReadOnlyList<MemoCitation> Marks);

/// <summary>A part of a memo as all formats print it: what stands in it. How it looks is the format's affair.</summary>
internal abstract record MemoPart
{
    private MemoPart() { }

    public sealed record Title(string Text) : MemoPart;

    public sealed record Addressee(string Text) : MemoPart;

    /// <param name="Number">With what divides it from the text: 一、 or "1. ".</param>
    public sealed record Heading(string Number, string Text) : MemoPart;

    public sealed record Paragraph(string Text) : MemoPart;

    /// <summary>A paragraph of sentences with their citations.</summary>
    public sealed record Sentences(IReadOnlyList<PlacedStatement> All) : MemoPart;

    /// <summary>The line that names the annexes, for formats whose annexes begin a page of their own.</summary>
    public sealed record AnnexList(string Text) : MemoPart;

    /// <param name="Author">Empty for none.</param>
    public sealed record Signature(string Author, string Date) : MemoPart;

    /// <summary>What each citation says, for formats that print notes in one place.</summary>
    public sealed record Notes(IReadOnlyList<MemoCitation> All) : MemoPart;

    /// <param name="Number">From 1.</param>
    /// <param name="Text">With its number.</param>
    public sealed record Annex(int Number, string Text) : MemoPart;

    /// <param name="Lines">Its whole text.</param>
    public sealed record Clause(string Address, IReadOnlyList<string> Lines) : MemoPart;

    /// <param name="Caption">For formats in which a table does not follow from its header alone.</param>
    public sealed record Table(string Caption, IReadOnlyList<string> Header, IReadOnlyList<string[]> Rows) : MemoPart;
}
