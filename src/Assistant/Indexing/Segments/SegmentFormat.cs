using System.Runtime.InteropServices;

namespace Assistant.Indexing.Segments;

/// <summary>
/// A segment file: header, a table of sections, then the sections, each at a multiple of 8 bytes, little-endian, so that a loaded file is read in
/// place. Written once under a name of its own and never changed; which of its documents count is decided by the corpus (id and hash), so a
/// removal writes nothing here.
/// </summary>
internal static class SegmentFormat
{
    public const int Version = 2;

    public const string Extension = ".segment";

    /// <summary>"AISEG" and the format's version.</summary>
    public const ulong Magic = 0x4745534941000000UL + Version;

    /// <summary>Magic 8, SHA-256 of everything behind the header 32, fingerprint 32 (ASCII), section table.</summary>
    public const int HeaderLength = 8 + 32 + 32 + SectionCount * 16;

    public const int SectionCount = 9;

    public enum Section
    {
        Documents,
        Passages,
        Characters,
        StringOffsets,
        StringBytes,
        Terms,
        TermRows,
        Postings,
        Unigrams,
    }
}

/// <param name="Id">Index into the strings.</param>
/// <param name="Hash">Index into the strings.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct DocumentRow(int Id, int Hash, int FirstPassage, int PassageCount);

/// <param name="TextStart">Offset in the characters; likewise the context, which neighbours share.</param>
/// <param name="Path">String index; the labels joined with U+001F.</param>
/// <param name="Page">0 for none.</param>
/// <param name="References">String index; clause ids joined with U+001F.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct PassageRow(
    int Document, int TextStart, int TextLength, int ContextStart, int ContextLength, int ClauseId, int Clause, int Path, int SpanStart, int SpanEnd, int Page, int Article, int References);

/// <param name="Count">How many passages hold the term in text or context.</param>
/// <param name="Start">Offset in the postings.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct TermRow(int Count, int Start, int Length);

[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct UnigramRow(int Character, int Count);
