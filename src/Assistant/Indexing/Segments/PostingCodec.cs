using System.Buffers;

namespace Assistant.Indexing.Segments;

/// <summary>
/// Postings of one term: for each passage, ascending, the distance to the one before (7 bits a byte, the highest bit set on all but the last)
/// and one byte with the occurrences in text (high half) and context (low half), each capped at 15, where BM25 has long been flat.
/// </summary>
internal static class PostingCodec
{
    /// <param name="order">Positions in the two lists, ascending by passage.</param>
    public static void Write(IBufferWriter<byte> writer, ReadOnlySpan<int> order, List<int> passages, List<byte> counts)
    {
        var span = writer.GetSpan(order.Length * 6);
        var length = 0;
        var previous = -1;
        foreach (var position in order)
        {
            var gap = (uint)(passages[position] - previous - 1);
            previous = passages[position];
            for (; gap >= 0x80; gap >>= 7) span[length++] = (byte)(gap | 0x80);
            span[length++] = (byte)gap;
            span[length++] = counts[position];
        }
        writer.Advance(length);
    }
}

/// <summary>Reads what <see cref="PostingCodec"/> wrote.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>The passage's number in its segment.</summary>
    public int Passage { get; private set; } = -1;

    public int InText { get; private set; }

    public int InContext { get; private set; }

    public bool MoveNext()
    {
        if (_at >= _bytes.Length) return false;
        uint gap = _bytes[_at++];
        if (gap >= 0x80)
        {
            gap &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                uint next = _bytes[_at++];
                gap |= (next & 0x7F) << shift;
                if (next < 0x80) break;
            }
        }
        Passage += (int)gap + 1;
        int counts = _bytes[_at++];
        (InText, InContext) = (counts >> 4, counts & 15);
        return true;
    }
}
