using Assistant.Corpus.Text;

namespace Assistant.Corpus;

/// <summary>What the bytes of a source file were read as. It decides how <see cref="SourceText"/> turns a span into words.</summary>
public enum SourceFormat
{
    PlainText,
    Markdown,

    /// <summary>Spans point into the raw markup; tags and entities are resolved when a span is read.</summary>
    Html,
    Word,
    Pdf,
}

/// <summary>A file below a corpus folder, as it was when it was read.</summary>
/// <param name="Path">Relative to its corpus folder, with <c>/</c>; unique in the corpus.</param>
/// <param name="Sha256">Of the file's bytes, lower-case hexadecimal.</param>
/// <param name="Text">The decoded (PDF, DOCX: extracted) text that every <see cref="TextSpan"/> counts in.</param>
/// <param name="PageStarts">PDF: the offset at which each page starts, page 1 first, ascending; empty for formats without pages.</param>
/// <param name="Warnings">What the reader was not sure about, for <c>outline</c> and the documents page.</param>
public sealed record SourceFile(
    string Path,
    string Sha256,
    SourceFormat Format,
    string Text,
    IReadOnlyList<int> PageStarts,
    DateTimeOffset ReadAt,
    IReadOnlyList<ParseWarning> Warnings)
{
    /// <summary>The version of the readers and parsers that made the documents of it; another version reads the file anew.</summary>
    public string ReadBy { get; init; } = "";

    /// <summary>Where it lay on this machine when it was last met, absolute; null where that is not known.</summary>
    public string? Origin { get; init; }

    /// <summary>The page (from 1) that holds <paramref name="offset"/>; null where the format has no pages.</summary>
    public int? PageOf(int offset)
    {
        if (PageStarts.Count == 0) return null;
        int first = 1, last = PageStarts.Count;
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (PageStarts[middle] <= offset) first = middle + 1;
            else last = middle;
        }
        return first;
    }
}

/// <summary>Something a reader or parser was not sure about: a gap in the numbering, a heading without text.</summary>
/// <param name="Line">From 1, in the file's decoded text.</param>
/// <param name="Message">In Chinese.</param>
/// <param name="English">The same; null where the file was read by a version that knew Chinese only.</param>
public sealed record ParseWarning(int Line, string Message, string? English = null)
{
    public string In(bool english) => english ? English ?? Message : Message;
}
