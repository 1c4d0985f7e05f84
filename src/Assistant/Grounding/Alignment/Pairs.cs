namespace Assistant.Grounding.Alignment;

/// <summary>Likeness of texts by pairs of neighbouring characters: Chinese has no blanks between words, and most words are two characters long.</summary>
internal static class Pairs
{
    /// <summary>The share of the pairs of one text that stand in another, 0 to 1; 0 where it has none.</summary>
    /// <param name="within">Short: it is looked through for each pair, which is faster than taking it apart.</param>
    /// <param name="counts">Which characters make pairs.</param>
    public static double Share(ReadOnlySpan<char> words, ReadOnlySpan<char> within, Func<char, bool> counts)
    {
        int found = 0, all = 0;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (!counts(words[i]) || !counts(words[i + 1])) continue;
            all++;
            if (within.IndexOf(words.Slice(i, 2)) >= 0) found++;
        }
        return all == 0 ? 0 : (double)found / all;
    }
}
