using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Titles;

/// <summary>Titles as words: unwrapped, and found inside other texts.</summary>
internal static partial class TitleText
{
    /// <summary>How a title is shown: outer 《》 gone, and the blanks that print sets between Han characters and digits.</summary>
    public static string Clean(string printed)
    {
        var title = DigitBlank().Replace(printed.Trim(), "");
        if (title.Length > 2 && title[0] == '《' && title[^1] == '》' && title.LastIndexOf('《') == 0) title = title[1..^1];
        return title;
    }

    /// <summary>The titles that stand in 《》, outermost level only.</summary>
    public static IEnumerable<string> Quoted(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '《' && depth++ == 0) start = i + 1;
            else if (text[i] == '》' && depth > 0 && --depth == 0 && i > start) yield return text[start..i];
        }
    }

    /// <summary>Every bracket that opens is closed.</summary>
    public static bool IsBalanced(string title)
    {
        var depth = 0;
        foreach (var character in title)
        {
            if (character is '《' or '（' or '(' or '“' or '〈') depth++;
            else if (character is '》' or '）' or ')' or '”' or '〉' && --depth < 0) return false;
        }
        return depth == 0;
    }

    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}（〔【《“])\s+(?=\d)|(?<=\d)\s+(?=[\p{IsCJKUnifiedIdeographs}）〕】》”])|(?<=[）》])\s+(?=[\p{IsCJKUnifiedIdeographs}（《])|(?<=\p{IsCJKUnifiedIdeographs})\s+(?=[（〔])")]
    private static partial Regex DigitBlank();
}
