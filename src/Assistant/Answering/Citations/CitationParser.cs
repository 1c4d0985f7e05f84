using System.Text.RegularExpressions;

namespace Assistant.Answering.Citations;

/// <summary>Reads the markers that a model writes: [1], [1][2], [1,2], [1-3], 【1】, [材料1].</summary>
public static partial class CitationParser
{
    // A range wider than this is no citation of so many passages but noise.
    private const int WidestRange = 10;

    /// <summary>[2024], in characters.</summary>
    private const int YearInBrackets = 6;

    /// <summary>第 before, five digits and 号 fit; what follows does not matter.</summary>
    private const int LongestTail = 8;

    /// <summary>The text without its markers, and the numbers in them, each once, in order.</summary>
    public static (string Text, IReadOnlyList<int> Numbers) Parse(string text)
    {
        var numbers = new List<int>();
        var plain = Marker().Replace(text, match =>
        {
            if (IsDocumentNumber(text, match)) return match.Value;
            foreach (Capture part in match.Groups["part"].Captures) Add(part.Value, numbers);
            return "";
        });
        return (plain, [.. numbers.Distinct()]);
    }

    /// <summary>Whether the text could still become a marker when more of it arrives: ends in an opened bracket with nothing foreign in it.</summary>
    public static bool EndsInsideMarker(string text) => Unfinished().IsMatch(text);

    private static void Add(string part, List<int> numbers)
    {
        var bounds = part.Split(['-', '–', '—', '~', '～', '至'], 2, StringSplitOptions.TrimEntries);
        if (!int.TryParse(Digits().Match(bounds[0]).ValueSpan, out var first)) return;
        if (bounds.Length == 1 || !int.TryParse(Digits().Match(bounds[1]).ValueSpan, out var last) || last < first || last - first >= WidestRange)
        {
            numbers.Add(first);
            if (bounds.Length > 1 && int.TryParse(Digits().Match(bounds[1]).ValueSpan, out last)) numbers.Add(last);
            return;
        }
        numbers.AddRange(Enumerable.Range(first, last - first + 1));
    }

    /// <summary>国发[2024]7号: a year in brackets that a number and 号 follow.</summary>
    internal static bool IsDocumentNumber(string text, Match bracketed)
    {
        var behind = bracketed.Index + bracketed.Length;
        return bracketed.Length == YearInBrackets && DocumentNumberTail().IsMatch(text.AsSpan(behind, Math.Min(LongestTail, text.Length - behind)));
    }

    [GeneratedRegex(@"(?<!\\)[\[【]{1,2}\^?(?:材料|来源|资料|参考|passage|source)?\s*(?<part>\d{1,6}(?:\s*[-–—~～至]\s*\d{1,6})?)(?:\s*[,，、;；]\s*(?:材料|来源)?\s*(?<part>\d{1,6}(?:\s*[-–—~～至]\s*\d{1,6})?))*\s*[\]】]{1,2}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Marker();

    [GeneratedRegex(@"[\[【]{1,2}[\^\d\s,，、;；\-–—~～至材料来源资参考]{0,40}$")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^第?\d{1,5}号")]
    private static partial Regex DocumentNumberTail();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
