namespace Assistant.Grounding.Alignment;

/// <summary>How alike the very characters beside two places are, ten to either side: whether a sentence repeats the clause there. Which place is spoken of at all, <see cref="ContextAlignment"/> tells.</summary>
internal static class NearWords
{
    private const int Reach = 10;

    /// <summary>0 (nothing in common) to 1 (the same on both sides). Neighbours count more than words further off.</summary>
    public static double Similarity(string first, int firstStart, int firstEnd, string second, int secondStart, int secondEnd) =>
        Similarity(first, firstStart, firstEnd, second, secondStart, secondEnd, 1, 1);

    /// <param name="leftWeight">What the words before count.</param>
    /// <param name="rightWeight">What the words after count.</param>
    public static double Similarity(
        string first, int firstStart, int firstEnd, string second, int secondStart, int secondEnd, double leftWeight, double rightWeight)
    {
        Span<char> a = stackalloc char[Reach], b = stackalloc char[Reach];
        var (leftFound, leftAll) = Compare(a[..Left(first, firstStart, a)], b[..Left(second, secondStart, b)]);
        var (rightFound, rightAll) = Compare(a[..Right(first, firstEnd, a)], b[..Right(second, secondEnd, b)]);
        var all = leftAll * leftWeight + rightAll * rightWeight;
        return all == 0 ? 0.5 : (leftFound * leftWeight + rightFound * rightWeight) / all;
    }

    private static (double Found, double All) Compare(ReadOnlySpan<char> sought, ReadOnlySpan<char> source)
    {
        double found = 0, all = 0;
        for (var i = 0; i + 1 < sought.Length; i++)
        {
            var weight = 1 / (1 + i / 3.0);
            all += weight;
            for (var j = Math.Max(0, i - 4); j < Math.Min(i + 5, source.Length - 1); j++)
            {
                if (source[j] != sought[i] || source[j + 1] != sought[i + 1]) continue;
                found += weight;
                break;
            }
        }
        return (found, all);
    }

    // Nearest first. Marks are passed over, the end of a sentence is not.
    private static int Left(string text, int at, Span<char> window)
    {
        var count = 0;
        while (count < Reach && --at >= 0 && text[at] is not ('。' or '\n'))
        {
            if (char.IsLetterOrDigit(text[at]) || text[at] == '%') window[count++] = text[at];
        }
        return count;
    }

    private static int Right(string text, int at, Span<char> window)
    {
        var count = 0;
        for (; count < Reach && at < text.Length && text[at] is not ('。' or '\n'); at++)
        {
            if (char.IsLetterOrDigit(text[at]) || text[at] == '%') window[count++] = text[at];
        }
        return count;
    }
}
