using System.Buffers;
using System.Text;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>A printed line as one reads it: blanks that justification put inside words are taken out, runs of blanks become one.</summary>
internal static class ReadingText
{
    /// <summary>总　　则 is a word of two characters; what stands further apart are columns.</summary>
    private const int WidestSpread = 3;

    private static readonly SearchValues<char> Opening = SearchValues.Create("《（“〈【");
    private static readonly SearchValues<char> Closing = SearchValues.Create("，。；：、！？》）”〉】");

    public static string Of(string line)
    {
        if (!HasBlank(line)) return line;
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsWhiteSpace(line[i])) text.Append(line[i]);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]) && !IsSpread(line, i)) text.Append(' ');
        }
        return text.ToString();
    }

    private static bool HasBlank(string line)
    {
        foreach (var character in line)
        {
            if (char.IsWhiteSpace(character)) return true;
        }
        return false;
    }

    /// <summary>
    /// 弯 曲 极 限: the words on both sides are single Han characters, so the blank is justification and no border of words. Neither is one before a
    /// closing mark or behind an opening one; behind a comma it is, unless the comma stands apart itself, as where recognition sets a blank after each character.
    /// </summary>
    private static bool IsSpread(string line, int blank)
    {
        var left = blank - 1;
        var right = blank + 1;
        while (left >= 0 && char.IsWhiteSpace(line[left])) left--;
        while (right < line.Length && char.IsWhiteSpace(line[right])) right++;
        if (left < 0 || right >= line.Length || right - left > WidestSpread) return false;
        if (Closing.Contains(line[right]) || Opening.Contains(line[left])) return true;
        var isCommaApart = Closing.Contains(line[left]) && left > 0 && char.IsWhiteSpace(line[left - 1]);
        var isBracketApart = Opening.Contains(line[right]) && right + 1 < line.Length && char.IsWhiteSpace(line[right + 1]);
        if (!(isCommaApart || IsSingleHan(line, left)) || !(isBracketApart || IsSingleHan(line, right))) return false;
        // 第 三 章  总 则: where single blanks spread the words, a wider one parts them.
        var gap = right - left;
        return !(IsNarrower(line, left, -1, gap) || IsNarrower(line, right, 1, gap));
    }

    private static bool IsSingleHan(string line, int i) =>
        HanText.IsHan(line[i]) && (i == 0 || !char.IsLetterOrDigit(line[i - 1])) && (i + 1 >= line.Length || !char.IsLetterOrDigit(line[i + 1]));

    /// <summary>Whether another single Han character stands on that side, less than <paramref name="gap"/> away.</summary>
    private static bool IsNarrower(string line, int from, int step, int gap)
    {
        var i = from + step;
        while (i >= 0 && i < line.Length && Math.Abs(i - from) < gap && char.IsWhiteSpace(line[i])) i += step;
        return i >= 0 && i < line.Length && Math.Abs(i - from) is var other && other > 1 && other < gap && IsSingleHan(line, i);
    }
}
