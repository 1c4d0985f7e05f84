using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Titles;

/// <summary>The publisher's lines on the last page of a compilation: its name as on the cover, address, telephone.</summary>
internal static partial class Imprint
{
    /// <param name="cover">The paragraphs before the table of contents.</param>
    public static void Remove(List<TextParagraph> paragraphs, IEnumerable<TextParagraph> cover)
    {
        var names = cover.Select(paragraph => paragraph.Text).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0) return;
        var start = paragraphs.Count;
        while (start > 0 && (Contact().IsMatch(paragraphs[start - 1].Text) || names.Contains(paragraphs[start - 1].Text))) start--;
        paragraphs.RemoveRange(start, paragraphs.Count - start);
    }

    [GeneratedRegex(@"^(?:地\s*址|电\s*话|传\s*真|邮\s*箱|邮\s*编|网\s*址|E-?mail|电子邮箱|联系电话|微信公众号)[：:]", RegexOptions.IgnoreCase)]
    private static partial Regex Contact();
}
