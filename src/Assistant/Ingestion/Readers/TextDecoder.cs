using System.Buffers;
using System.Text;
using Assistant.Corpus;

namespace Assistant.Ingestion.Readers;

/// <param name="Text">Without byte order mark, everything else as it is in the file.</param>
/// <param name="Encoding">Its IANA name.</param>
/// <param name="Errors">Byte sequences that are no character and were read as U+FFFD.</param>
internal sealed record DecodedText(string Text, string Encoding, int Errors)
{
    public IReadOnlyList<ParseWarning> Warnings()
    {
        if (Errors == 0) return [];
        var first = Text.AsSpan(0, Math.Max(0, Text.IndexOf('\uFFFD', StringComparison.Ordinal))).Count('\n') + 1;
        return [new ParseWarning(first, $"文件有 {Errors} 处字节不是 {Encoding} 字符（损坏或被截断），读作“\uFFFD”。", $"{Errors} places in the file are no {Encoding} text (damaged or cut off); they are read as “\uFFFD”.")];
    }
}

/// <summary>
/// Bytes to text: UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312), with or without byte order mark. Which one it is decides the validity of
/// the bytes, never a declaration in the file: pages that changed hands declare what they were, not what they are.
/// </summary>
internal static class TextDecoder
{
    /// <summary>
    /// Bytes are taken for an encoding while fewer than one in so many of the characters beyond ASCII is broken: a few damaged bytes, or a file cut
    /// off inside a character, lose a few characters and not the file. Another encoding read as UTF-8 breaks more than every second one.
    /// </summary>
    private const int CharactersPerError = 20;

    /// <summary>Share of characters from the blocks Chinese text is written in that UTF-16 without a mark must reach; bytes of another encoding reach 0.1.</summary>
    private const double PlausibleShare = 0.85;

    /// <summary>So few characters beyond ASCII can be valid UTF-8 by chance: 通知 in GB18030 is.</summary>
    private const int FewCharacters = 16;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")
        ?? throw new InvalidOperationException("The runtime lacks GB18030.");

    private static readonly Encoding Utf16Little = new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding Utf16Big = new UnicodeEncoding(bigEndian: true, byteOrderMark: false);

    /// <exception cref="UnreadableFileException">The bytes are text in none of the encodings.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, .. var utf8]) return Sound(Read(Encoding.UTF8, utf8));
        if (bytes is [0xFF, 0xFE, .. var little]) return Sound(Read(Utf16Little, little));
        if (bytes is [0xFE, 0xFF, .. var big]) return Sound(Read(Utf16Big, big));
        return Unmarked(bytes) ?? throw new UnreadableFileException(
            bytes.Contains((byte)0)
                ? new("文件含有 NUL 字节，不是文本文件。", "The file holds NUL bytes: it is no text file.")
                : new("文件不是文本，或者不是 UTF-8、UTF-16、GB18030 编码。请另存为 UTF-8 后重试。", "The file is no text, or not in UTF-8, UTF-16 or GB18030; save it as UTF-8 and try again."));
    }

    /// <summary>The first bytes of a file as text, cut where they are cut; null where they are no text.</summary>
    public static string? Head(ReadOnlySpan<byte> head)
    {
        try
        {
            return Decode(head).Text;
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }

    private static DecodedText? Unmarked(ReadOnlySpan<byte> bytes)
    {
        DecodedText? best = null;
        var bestShare = 0.0;
        if (!bytes.Contains((byte)0))
        {
            var utf8 = Read(Encoding.UTF8, bytes);
            if (IsSound(utf8) || IsCutOff(bytes, utf8))
            {
                if (utf8.Text.Count(char.IsAscii) + FewCharacters < utf8.Text.Length) return utf8;
                (best, bestShare) = (utf8, PlausibleCharacters(utf8.Text));
                if (bestShare >= PlausibleShare) return utf8;
            }
        }
        // Two encodings can both be valid for the same bytes: the likelier text is the one in the characters Chinese is written in.
        foreach (var encoding in (ReadOnlySpan<Encoding>)[Gb18030, Utf16Little, Utf16Big])
        {
            var isWide = !ReferenceEquals(encoding, Gb18030);
            if (!isWide && bytes.Contains((byte)0)) continue;
            var text = Read(encoding, bytes);
            var share = PlausibleCharacters(text.Text);
            if (!IsSound(text) || share <= bestShare || (isWide && share < PlausibleShare)) continue;
            (best, bestShare) = (text, share);
        }
        return best;
    }

    private static DecodedText Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        var errors = new CountingFallback();
        var counting = (Encoding)encoding.Clone();
        counting.DecoderFallback = errors;
        var length = counting.GetCharCount(bytes);
        errors.Count = 0; // the second pass meets the same faults again
        var text = string.Create(length, bytes, (characters, from) => counting.GetChars(from, characters));
        return new DecodedText(text, encoding.WebName, errors.Count);
    }

    private static bool IsSound(DecodedText text)
    {
        var foreign = 0;
        var broken = text.Errors;
        foreach (var value in text.Text)
        {
            if (value == '\0') return false;
            if (value > '\u007F') foreign++;
            else if (value is < '\t' or (> '\r' and < '\u001A')) broken++; // controls that no text holds; 0x1A ended files once
        }
        return broken * CharactersPerError <= foreign - text.Errors;
    }

    private static DecodedText Sound(DecodedText text) => IsSound(text)
        ? text
        : throw new UnreadableFileException(new(
            $"文件的开头说它是 {text.Encoding} 编码，内容却不是。请另存为 UTF-8 后重试。",
            $"The file begins as {text.Encoding}, but the rest of it is not; save it as UTF-8 and try again."));

    /// <summary>Sound but for a last character whose end is missing: what an interrupted download leaves.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> bytes, DecodedText utf8) =>
        Rune.DecodeLastFromUtf8(bytes, out _, out _) != OperationStatus.Done && IsSound(utf8 with { Errors = utf8.Errors - 1 });

    private static double PlausibleCharacters(string text)
    {
        if (text.Length == 0) return 0;
        var plausible = 0;
        foreach (var value in text)
        {
            if (value is (>= ' ' and <= '~') or '\t' or '\n' or '\r' or '\f' or (>= '\u4E00' and <= '\u9FFF') or (>= '\u3000' and <= '\u303F')
                or (>= '\uFF01' and <= '\uFF5E') or (>= '\u2010' and <= '\u2026') or (>= '\u2460' and <= '\u249B') or '·' or '\u00A0') plausible++;
        }
        return (double)plausible / text.Length;
    }

    /// <summary>Replaces as the framework does, and counts.</summary>
    private sealed class CountingFallback : DecoderFallback
    {
        public int Count { get; set; }

        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

        private sealed class Buffer(CountingFallback owner) : DecoderFallbackBuffer
        {
            private bool _isPending;

            public override int Remaining => _isPending ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                owner.Count++;
                return _isPending = true;
            }

            public override char GetNextChar()
            {
                if (!_isPending) return '\0';
                _isPending = false;
                return '\uFFFD';
            }

            public override bool MovePrevious() => false;
        }
    }
}
