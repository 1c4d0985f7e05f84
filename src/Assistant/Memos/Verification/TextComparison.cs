using DiffPlex;

namespace Assistant.Memos.Verification;

/// <summary>How two wordings of a clause differ.</summary>
internal static class TextComparison
{
    /// <summary>What counting a character costs, against looking at it.</summary>
    internal const int Counted = 20;

    /// <summary>From <paramref name="before"/> to <paramref name="after"/>, character by character; runs of one kind joined.</summary>
    public static IReadOnlyList<TextDifference> Compare(string before, string after)
    {
        var differences = new List<TextDifference>();
        var (at, other) = (0, 0);
        foreach (var block in new Differ().CreateCharacterDiffs(before, after, ignoreWhitespace: false).DiffBlocks)
        {
            Add(TextChange.Same, before[at..block.DeleteStartA]);
            Add(TextChange.Removed, before.Substring(block.DeleteStartA, block.DeleteCountA));
            Add(TextChange.Added, after.Substring(block.InsertStartB, block.InsertCountB));
            (at, other) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }
        Add(TextChange.Same, after[other..]);
        return differences;

        void Add(TextChange change, string text)
        {
            if (text.Length > 0) differences.Add(new(change, text));
        }
    }

    /// <summary>The run of whole sentences of <paramref name="text"/> that is most like <paramref name="quote"/>; null where that is more than can be worked out.</summary>
    public static string? Nearest(string quote, string text, ComparisonBudget budget)
    {
        var ends = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '。' or '；' or '！' or '？' or '\n' or '：' || i == text.Length - 1) ends.Add(i + 1);
        var (best, most) = (text, -1.0);
        for (var from = 0; from < ends.Count - 1; from++)
        {
            for (var to = from + 1; to < ends.Count; to++)
            {
                var run = text[ends[from]..ends[to]].Trim();
                // Longer runs only lose: what is not in the quote counts against them.
                if (run.Length > quote.Length * 2 && to > from + 1) break;
                if (!budget.TrySpend(Counted * ((long)quote.Length + run.Length))) return null;
                var likeness = Likeness(quote, run);
                if (likeness > most) (best, most) = (run, likeness);
            }
        }
        return best;
    }

    /// <summary>Dice's coefficient over character bigrams: 1 for equal texts, 0 for texts that share no two neighbouring characters.</summary>
    public static double Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2) return string.Equals(one, other, StringComparison.Ordinal) ? 1 : 0;
        var counts = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < one.Length; i++) counts[(one[i], one[i + 1])] = counts.GetValueOrDefault((one[i], one[i + 1])) + 1;
        var shared = 0;
        for (var i = 0; i + 1 < other.Length; i++)
        {
            if (counts.GetValueOrDefault((other[i], other[i + 1])) is var left and > 0)
            {
                counts[(other[i], other[i + 1])] = left - 1;
                shared++;
            }
        }
        return 2.0 * shared / (one.Length + other.Length - 2);
    }
}
