namespace Assistant.Indexing;

/// <summary>Cuts a long text into even parts at the ends of sentences.</summary>
public static class SentenceCutter
{
    /// <summary>
    /// Half-open ranges that cover <paramref name="text"/> without surrounding white space, none longer than <paramref name="longest"/> unless
    /// the text gives no border at all there, in which case it is cut at that length.
    /// </summary>
    public static IReadOnlyList<(int Start, int End)> Cut(string text, int longest)
    {
        var parts = new List<(int, int)>();
        var start = SkipWhite(text, 0);
        while (start < text.Length)
        {
            var left = text.Length - start;
            var end = text.Length;
            if (left > longest)
            {
                // Even parts: 500 characters are cut near 250 and not into 400 and 100.
                var wish = left < 2 * longest ? (left + 1) / 2 : longest * 4 / 5;
                end = BestBorder(text, start, start + wish, start + longest);
            }
            var trimmed = end;
            while (trimmed > start && char.IsWhiteSpace(text[trimmed - 1])) trimmed--;
            if (trimmed > start) parts.Add((start, trimmed));
            start = SkipWhite(text, end);
        }
        return parts;
    }

    /// <summary>The border nearest to <paramref name="wish"/>; the end of a sentence is worth a detour of 100 characters over a comma.</summary>
    private static int BestBorder(string text, int start, int wish, int limit)
    {
        var best = -1;
        var bestCost = int.MaxValue;
        for (var i = start + 20; i < limit; i++)
        {
            var penalty = text[i] switch
            {
                '\n' => 0,
                '。' or '！' or '？' or '!' or '?' => 10,
                '；' or ';' => 40,
                '.' when i + 1 < text.Length && text[i + 1] == ' ' => 40,
                '，' or ',' or '、' or '：' => 120,
                ' ' => 200,
                _ => -1,
            };
            if (penalty < 0) continue;
            var cost = penalty + Math.Abs(i + 1 - wish);
            if (cost >= bestCost) continue;
            (best, bestCost) = (i + 1, cost);
        }
        if (best > 0) return best;
        return char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;
    }

    private static int SkipWhite(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
