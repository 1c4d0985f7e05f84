using System.Text;

namespace Assistant.Corpus;

/// <summary>Names that every file system takes.</summary>
public static class FileNames
{
    /// <summary>Bytes of UTF-8: 80 Han characters. ext4 takes 255, which leaves room for what a file is called while it is written.</summary>
    private const int Longest = 240;

    /// <summary><paramref name="stem"/> and <paramref name="ending"/> side by side, the stem cut where both together are too long.</summary>
    /// <param name="ending">With its dot; may be empty. An ending that leaves no room for a stem is cut like a part of it.</param>
    public static string Fit(string stem, string ending)
    {
        var room = Longest - Encoding.UTF8.GetByteCount(ending);
        if (room <= 0) return Cut(stem + ending, Longest);
        return Cut(stem, room) + ending;
    }

    private static string Cut(string text, int bytes)
    {
        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes) return text[..length];
            length += rune.Utf16SequenceLength;
        }
        return text;
    }
}
