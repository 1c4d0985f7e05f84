using System.Text.RegularExpressions;

namespace Assistant.Ingestion;

/// <summary>A table of contents: which paragraphs it takes, and the titles it lists.</summary>
internal sealed partial class ContentsPage
{
    private readonly HashSet<int> paragraphs = [];

    /// <summary>Listed titles, in the form of <see cref="TitleText.Key"/>.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>How many paragraphs stand before it and are a cover; 0 without a table of contents, or where text stands before it.</summary>
    public int CoverEnd { get; private set; }

    public bool Contains(int paragraph) => paragraphs.Contains(paragraph);

    /// <summary>It begins with 目录 and goes on as long as every second line at least ends with a page number.</summary>
    public static ContentsPage Find(IReadOnlyList<TextParagraph> all)
    {
        var found = new ContentsPage();
        for (var i = 0; i < all.Count; i++)
        {
            if (!Heading().IsMatch(all[i].Text)) continue;
            var last = i;
            for (var k = i + 1; k < all.Count && k <= last + 2; k++)
            {
                if (IsEntry(all[k])) last = k;
            }
            if (last < i + 2) continue;
            for (var k = i; k <= last; k++) found.paragraphs.Add(k);
            for (var k = i + 1; k <= last; k++) found.Titles.Add(TitleText.Key(Leader().Replace(all[k].Text, "")));
            if (i < 40 && !all.Take(i).Any(paragraph => paragraph.Text.Length > 30 && LineWrapping.Ends(paragraph.Text))) found.CoverEnd = i;
            i = last;
        }
        return found;
    }

    /// <summary>A line of a table of contents: words, a tab or leader dots, a page number.</summary>
    public static bool IsEntry(string line) => Leader().IsMatch(line);

    private static bool IsEntry(TextParagraph paragraph) => paragraph.Lines.Any(line => IsEntry(line.Text));

    [GeneratedRegex(@"^目\s*[录次]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:\t|[.．…·]{3,}|\s{3,})[\s.．…·]*\d{1,4}$")]
    private static partial Regex Leader();
}
