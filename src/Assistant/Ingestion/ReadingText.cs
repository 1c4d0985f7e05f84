using System.Text;

namespace Assistant.Ingestion;

/// <summary>A printed line as one reads it: blanks that justification put inside words are taken out, runs of blanks become one.</summary>
internal static class ReadingText
{
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

    /// <summary>弯 曲 极 限: the words on both sides are single Han characters, so the blank is justification and no border of words.</summary>
    private static bool IsSpread(string line, int blank)
    {
        var left = blank - 1;
        var right = blank + 1;
        while (right < line.Length && char.IsWhiteSpace(line[right])) right++;
        if (left < 0 || right >= line.Length || !LineWidth.IsHan(line[left]) || !LineWidth.IsHan(line[right])) return false;
        var leftAlone = left == 0 || !char.IsLetterOrDigit(line[left - 1]);
        var rightAlone = right + 1 >= line.Length || !char.IsLetterOrDigit(line[right + 1]);
        return leftAlone && rightAlone;
    }
}
