using System.Text.RegularExpressions;

namespace Assistant.Ingestion;

/// <summary>The publisher's lines on the last page of a compilation: its name as on the cover, address, telephone.</summary>
internal static partial class Imprint
{
    /// <summary>Index of the first paragraph of the imprint; the count of paragraphs where there is none.</summary>
    /// <param name="coverEnd">How many paragraphs stand before the first title.</param>
    public static int Start(List<TextParagraph> paragraphs, int coverEnd)
    {
        var cover = paragraphs.Take(coverEnd).Select(paragraph => paragraph.Text).ToHashSet(StringComparer.Ordinal);
        var start = paragraphs.Count;
        if (cover.Count == 0) return start;
        while (start > coverEnd && (Contact().IsMatch(paragraphs[start - 1].Text) || cover.Contains(paragraphs[start - 1].Text))) start--;
        return start;
    }

    [GeneratedRegex(@"^(?:地\s*址|电\s*话|传\s*真|邮\s*箱|邮\s*编|网\s*址|E-?mail|电子邮箱|联系电话|微信公众号)[：:]", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();
}
