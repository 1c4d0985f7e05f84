using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.Indexing.Segments;

/// <summary>A segment file in memory, read in place. Immutable and safe for concurrent use.</summary>
internal sealed class IndexSegment
{
    private readonly byte[] _bytes;
    private readonly (int Start, int Length)[] _sections = new (int, int)[SegmentFormat.SectionCount];
    private readonly Dictionary<char, int> _unigrams = [];

    private IndexSegment(string path, byte[] bytes)
    {
        Path = path;
        _bytes = bytes;
        var table = MemoryMarshal.Cast<byte, long>(bytes.AsSpan(72, SegmentFormat.SectionCount * 16));
        for (var i = 0; i < _sections.Length; i++) _sections[i] = ((int)table[2 * i], (int)table[2 * i + 1]);
        foreach (var row in Get<UnigramRow>(SegmentFormat.Section.Unigrams)) _unigrams[(char)row.Character] = row.Count;
    }

    public string Path { get; }

    public ReadOnlySpan<DocumentRow> Documents => Get<DocumentRow>(SegmentFormat.Section.Documents);

    public ReadOnlySpan<PassageRow> Passages => Get<PassageRow>(SegmentFormat.Section.Passages);

    /// <summary>Null for a file that is cut off, damaged, of another format or of another fingerprint: it is rebuilt from the corpus.</summary>
    public static IndexSegment? TryLoad(string path, string fingerprint)
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (IOException)
        {
            return null;
        }
        var span = content.AsSpan();
        if (span.Length < SegmentFormat.HeaderLength || MemoryMarshal.Read<ulong>(span) != SegmentFormat.Magic) return null;
        if (!span.Slice(40, 32).SequenceEqual(Encoding.ASCII.GetBytes(fingerprint))) return null;
        return SHA256.HashData(span[SegmentFormat.HeaderLength..]).AsSpan().SequenceEqual(span.Slice(8, 32)) ? new IndexSegment(path, content) : null;
    }

    public ReadOnlySpan<char> Text(PassageRow row) => Get<char>(SegmentFormat.Section.Characters).Slice(row.TextStart, row.TextLength);

    public ReadOnlySpan<char> Context(PassageRow row) => Get<char>(SegmentFormat.Section.Characters).Slice(row.ContextStart, row.ContextLength);

    public string String(int number)
    {
        var offsets = Get<int>(SegmentFormat.Section.StringOffsets);
        return Encoding.UTF8.GetString(Get<byte>(SegmentFormat.Section.StringBytes)[offsets[number]..offsets[number + 1]]);
    }

    /// <summary>How many passages hold the character.</summary>
    public int UnigramCount(char folded) => _unigrams.GetValueOrDefault(folded);

    /// <summary>How many passages hold the term; 0 for an unknown one.</summary>
    public int TermCount(ulong term)
    {
        var at = Get<ulong>(SegmentFormat.Section.Terms).BinarySearch(term);
        return at < 0 ? 0 : Get<TermRow>(SegmentFormat.Section.TermRows)[at].Count;
    }

    public PostingReader Postings(ulong term)
    {
        var at = Get<ulong>(SegmentFormat.Section.Terms).BinarySearch(term);
        if (at < 0) return new PostingReader([]);
        var row = Get<TermRow>(SegmentFormat.Section.TermRows)[at];
        return new PostingReader(Get<byte>(SegmentFormat.Section.Postings).Slice(row.Start, row.Length));
    }

    private ReadOnlySpan<T> Get<T>(SegmentFormat.Section section) where T : unmanaged
    {
        var (start, length) = _sections[(int)section];
        return MemoryMarshal.Cast<byte, T>(_bytes.AsSpan(start, length));
    }
}
