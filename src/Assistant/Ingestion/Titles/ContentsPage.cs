using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Paragraphs;

namespace Assistant.Ingestion.Titles;

/// <summary>A table of contents: which paragraphs it takes, and the titles it lists.</summary>
internal sealed partial class ContentsPage
{
    /// <summary>Lines of one table; that of the Civil Code has 130.</summary>
    private const int Longest = 400;

    private readonly HashSet<int> _paragraphs = [];

    /// <summary>Listed titles, in the form of <see cref="DocumentTitles.Words"/>.</summary>
    public HashSet<string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>How many paragraphs stand before it and are a cover; 0 without a table of documents, or where text stands before it.</summary>
    public int CoverEnd { get; private set; }

    public bool Contains(int paragraph) => _paragraphs.Contains(paragraph);

    /// <summary>
    /// It begins with 目录. With page numbers it goes on as long as every second line at least ends with one; without, up to where its first line
    /// comes again, above the text that it names.
    /// </summary>
    public static ContentsPage Find(IReadOnlyList<TextParagraph> all)
    {
        var found = new ContentsPage();
        for (var i = 0; i < all.Count; i++)
        {
            if (!Heading().IsMatch(all[i].Text)) continue;
            var last = LastNumbered(all, i);
            if (last < i + 2) last = LastRepeated(all, i);
            if (last < i + 2) continue;
            for (var k = i; k <= last; k++) found._paragraphs.Add(k);
            var entries = all.Take(last + 1).Skip(i + 1).Select(Entry).ToList();
            // Chapters are listed below the title of the one document; only a table of documents has a cover above it.
            if (!ListsChapters(all, last, entries))
            {
                found.AddTitles(entries);
                if (i < 40 && !all.Take(i).Any(paragraph => paragraph.Text.Length > 30 && LineWrapping.Ends(paragraph.Text))) found.CoverEnd = i;
            }
            i = last;
        }
        return found;
    }

    /// <summary>A line of a table of contents: words, a tab or leader dots, a page number.</summary>
    public static bool IsEntry(string line) => Leader().IsMatch(line);

    private static bool IsEntry(TextParagraph paragraph) => paragraph.Lines.Any(line => IsEntry(line.Text));

    private static int LastNumbered(IReadOnlyList<TextParagraph> all, int heading)
    {
        var last = heading;
        for (var k = heading + 1; k < all.Count && k <= last + 2; k++)
        {
            if (IsEntry(all[k])) last = k;
        }
        return last;
    }

    private static int LastRepeated(IReadOnlyList<TextParagraph> all, int heading)
    {
        if (heading + 1 >= all.Count) return heading;
        var first = DocumentTitles.Words(all[heading + 1].Text);
        for (var k = heading + 1; k < Math.Min(all.Count, heading + Longest); k++)
        {
            var line = all[k].Text;
            if (k > heading + 1 && string.Equals(DocumentTitles.Words(line), first, StringComparison.Ordinal)) return k - 1;
            if (line.Length > 80 || LineWrapping.Ends(line)) break;
        }
        return heading;
    }

    private void AddTitles(List<string> entries)
    {
        foreach (var entry in entries)
        {
            Titles.Add(DocumentTitles.Words(entry));
            if (ClauseLabel.Read(entry) is { IsMention: false } label) Titles.Add(DocumentTitles.Words(entry[label.End..]));
        }
    }

    /// <summary>Half of the entries come again with their labels; a label that only the table has is the table's.</summary>
    private static bool ListsChapters(IReadOnlyList<TextParagraph> all, int last, List<string> entries)
    {
        var labelled = entries.Where(entry => ClauseLabel.Read(entry) is not null).Select(DocumentTitles.Words).ToHashSet(StringComparer.Ordinal);
        if (labelled.Count == 0) return false;
        var printed = all.Skip(last + 1).Where(paragraph => paragraph.Text.Length <= 80).Select(paragraph => DocumentTitles.Words(paragraph.Text)).ToHashSet(StringComparer.Ordinal);
        return labelled.Count(printed.Contains) * 2 >= entries.Count;
    }

    /// <summary>The words of an entry. From its lines as printed: reading text has lost the tab that sets the page number off.</summary>
    private static string Entry(TextParagraph paragraph) => Leader().Replace(string.Concat(paragraph.Lines.Select(line => line.Text)), "");

    [GeneratedRegex(@"^目\s*[录次]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?:\t|[.．…·]{3,}|\s{3,})[\s.．…·]*\d{1,4}$")]
    private static partial Regex Leader();
}
