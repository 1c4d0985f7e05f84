using Assistant.Grounding;
using Assistant.Grounding.Checks;
using Assistant.Grounding.Facts;

namespace Assistant.Answering.Generation;

/// <summary>The fewest sentences of a clause, side by side, that still bear a statement.</summary>
internal static class SmallestWords
{
    private const int Widest = 4;
    private const int Tries = 40;

    /// <param name="alone">False where another clause bears part of the statement: then the part that shares most words is taken.</param>
    public static string Of(GroundingText said, string clause, GroundingText known, bool alone)
    {
        var parts = Parts(clause);
        if (parts.Count <= 1) return clause;
        var single = parts.Select(part => new GroundingText(part)).Select((text, index) => (Text: text, Index: index, Share: Share(said, text, known))).ToList();
        if (!alone || said.IsLatin != single[0].Text.IsLatin)
        {
            if (said.IsLatin == single[0].Text.IsLatin) return parts[single.MaxBy(one => one.Share).Index];
        }
        var tries = 0;
        for (var width = 1; width <= Math.Min(Widest, parts.Count); width++)
        {
            var windows = Enumerable.Range(0, parts.Count - width + 1).OrderByDescending(start => single.GetRange(start, width).Sum(one => one.Share));
            foreach (var start in windows.Take(6))
            {
                if (++tries > Tries) return clause;
                var words = string.Concat(parts.GetRange(start, width));
                if (GroundingChecker.Check(said, width == 1 ? single[start].Text : new GroundingText(words), known) is { Supported: true }) return words.Trim();
            }
        }
        return clause;
    }

    private static double Share(GroundingText said, GroundingText part, GroundingText known) =>
        said.IsLatin != part.IsLatin ? EnglishFactScanner.Scan(said.Folded).Count(fact => part.Facts.Any(fact.SaysSameAs)) : CoverageCheck.Measure(said, part, known).Share;

    /// <summary>Cut behind 。！？； and at line ends; the cuts put together are the clause.</summary>
    private static List<string> Parts(string clause)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i < clause.Length; i++)
        {
            if (clause[i] is not ('。' or '！' or '？' or '；' or '\n')) continue;
            while (i + 1 < clause.Length && clause[i + 1] is '”' or '」' or '）' or '》' or '\n') i++;
            Add(i + 1);
        }
        Add(clause.Length);
        return parts;

        void Add(int end)
        {
            if (clause.AsSpan(start, end - start).ContainsAnyExcept(" \n\r\t")) parts.Add(clause[start..end]);
            start = end;
        }
    }
}
