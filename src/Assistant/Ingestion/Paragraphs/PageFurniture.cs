using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Paragraphs;

/// <summary>Finds the lines that belong to the page and not to the text: running heads, page numbers, captions of figures between two halves of a sentence.</summary>
internal static partial class PageFurniture
{
    /// <summary>A running head is short; measured on printed reports it stays under 30 Han characters.</summary>
    private const int LongestHead = 60;

    /// <returns>For each line of <see cref="ExtractedText.Lines"/>, whether it is furniture.</returns>
    public static bool[] Find(ExtractedText text)
    {
        var lines = text.Lines;
        var furniture = new bool[lines.Count];
        if (lines.Count > 0 && lines.All(line => line.IsBlock)) return furniture;
        var heads = RunningHeads(text);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Text;
            if (heads.Contains(Shape(line)) && HasPageNumberBeside(lines, i, out var number))
            {
                furniture[i] = true;
                furniture[number] = true;
            }
            else if (MarkedPageNumber().IsMatch(line) || IssueHead().IsMatch(line) || EndsPage(text, i, heads))
            {
                furniture[i] = true;
            }
        }
        for (var i = 0; i < lines.Count; i++)
        {
            if (!furniture[i] && IsCaption(lines[i].Text)) furniture[i] = true;
        }
        return furniture;
    }

    /// <summary>图 1 系统架构: set apart from the text around it, short, and no sentence. 如图 1 所示 wrapped onto a line is none.</summary>
    public static bool IsCaption(string line) =>
        line.Length < 50 && Caption().IsMatch(line) && !Sentence().IsMatch(line);

    private static HashSet<string> RunningHeads(ExtractedText text)
    {
        var lines = text.Lines;
        var besideNumbers = new Dictionary<string, (int Count, int Last, bool Rises)>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!CanBeHead(lines[i].Text) || !HasPageNumberBeside(lines, i, out var at)) continue;
            var shape = Shape(lines[i].Text);
            var number = int.Parse(Digits().Match(lines[at].Text).ValueSpan);
            var seen = besideNumbers.GetValueOrDefault(shape, (0, int.MinValue, true));
            besideNumbers[shape] = (seen.Item1 + 1, number, seen.Item3 && number > seen.Item2);
        }
        var heads = besideNumbers.Where(pair => pair.Value is { Count: > 1, Rises: true }).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        heads.UnionWith(HeadsOfPages(text));
        return heads;
    }

    /// <summary>Where the reader knows the pages: what stands first or last on three of them or more.</summary>
    private static IEnumerable<string> HeadsOfPages(ExtractedText text)
    {
        if (text.PageStarts.Count < 3) return [];
        return Enumerable.Range(0, text.Lines.Count)
            .Where(i => IsPageEdge(text, i) && CanBeHead(text.Lines[i].Text))
            .GroupBy(i => Shape(text.Lines[i].Text), StringComparer.Ordinal)
            .Where(group => group.Count() >= 3)
            .Select(group => group.Key);
    }

    private static bool EndsPage(ExtractedText text, int i, HashSet<string> heads) =>
        text.PageStarts.Count > 1 && IsPageEdge(text, i) && (heads.Contains(Shape(text.Lines[i].Text)) || PageNumber().IsMatch(text.Lines[i].Text));

    private static bool IsPageEdge(ExtractedText text, int i) =>
        i == 0 || i == text.Lines.Count - 1
        || PageOf(text, i - 1) != PageOf(text, i) || PageOf(text, i + 1) != PageOf(text, i);

    private static int PageOf(ExtractedText text, int i)
    {
        var (low, high) = (0, text.PageStarts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (text.PageStarts[middle] <= text.Lines[i].Span.Start) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private static bool CanBeHead(string line) => LineWidth.Of(line) is > 3 and <= LongestHead && !PageNumber().IsMatch(line) && line[^1] is not ('。' or '；' or '，' or '、');

    /// <summary>A page number directly above or below; a bare one is apart from the text by more blank lines than lines of a table have between them.</summary>
    private static bool HasPageNumberBeside(IReadOnlyList<TextLine> lines, int i, out int at)
    {
        at = i + 1;
        if (at < lines.Count && (MarkedPageNumber().IsMatch(lines[at].Text) || (PageNumber().IsMatch(lines[at].Text) && lines[i].BlanksBefore >= 2))) return true;
        at = i - 1;
        return at >= 0 && (MarkedPageNumber().IsMatch(lines[at].Text) || (PageNumber().IsMatch(lines[at].Text) && lines[at].BlanksBefore >= 2));
    }

    /// <summary>Digits evened out: 第3页 and 第4页 are one running head.</summary>
    private static string Shape(string line) => Digits().Replace(line, "0");

    [GeneratedRegex(@"^\d{1,4}$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:[-—–－·]+\s*\d{1,4}\s*[-—–－·]+|第\s*\d{1,4}\s*页(?:[\s/，,]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$", RegexOptions.IgnoreCase)]
    private static partial Regex MarkedPageNumber();

    /// <summary>国务院公报 2023年第20号: the head of a periodical, also on the first page, which has no number.</summary>
    [GeneratedRegex(@"^[\u4e00-\u9fff\s]{0,20}(?:公报|月报|周报|简报|快报|汇编|选编|专刊)[\s·（(]*(?:\d{4}\s*年)?\s*(?:总?第\s*\d{1,4}\s*[期号])[)）]?$")]
    private static partial Regex IssueHead();

    [GeneratedRegex(@"^(?:图|Fig\.|Figure)\s*\d{1,3}(?:[-.－]\d{1,3})?\s+\S")]
    private static partial Regex Caption();

    [GeneratedRegex(@"[。，；：！？]|所示")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
