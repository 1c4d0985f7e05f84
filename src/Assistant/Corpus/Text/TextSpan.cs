namespace Assistant.Corpus.Text;

/// <summary>
/// A half-open range [<paramref name="Start"/>, <paramref name="End"/>) in UTF-16 code units of a source file's decoded text
/// (byte order mark dropped, everything else as it is in the file; for PDF and DOCX the text that the reader extracted).
/// </summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
