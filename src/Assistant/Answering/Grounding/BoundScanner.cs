namespace Assistant.Answering.Grounding;

/// <summary>Reads the words beside a quantity that say on which side of it the rule lies.</summary>
internal static class BoundScanner
{
    private const int Reach = 24;

    // Longest first: 不超过 must be seen before 超过.
    private static readonly (string Word, Bound Bound)[] Before =
    [
        ("不得超过", Bound.AtMost), ("不得低于", Bound.AtLeast), ("不得少于", Bound.AtLeast), ("不得高于", Bound.AtMost), ("不得多于", Bound.AtMost), ("不应超过", Bound.AtMost), ("不应低于", Bound.AtLeast),
        ("不能超过", Bound.AtMost), ("不能低于", Bound.AtLeast), ("未超过", Bound.AtMost), ("不超过", Bound.AtMost), ("不超出", Bound.AtMost), ("不高于", Bound.AtMost), ("不多于", Bound.AtMost), ("不大于", Bound.AtMost),
        ("不低于", Bound.AtLeast), ("不少于", Bound.AtLeast), ("不小于", Bound.AtLeast), ("不短于", Bound.AtLeast), ("未达到", Bound.AtMost), ("达不到", Bound.AtMost), ("至多", Bound.AtMost), ("最多", Bound.AtMost),
        ("最高", Bound.AtMost), ("最长", Bound.AtMost), ("上限", Bound.AtMost), ("至少", Bound.AtLeast), ("最低", Bound.AtLeast), ("最少", Bound.AtLeast), ("下限", Bound.AtLeast), ("超过", Bound.AtLeast), ("超出", Bound.AtLeast),
        ("高于", Bound.AtLeast), ("多于", Bound.AtLeast), ("大于", Bound.AtLeast), ("突破", Bound.AtLeast), ("低于", Bound.AtMost), ("少于", Bound.AtMost), ("小于", Bound.AtMost), ("不足", Bound.AtMost),
        ("不满", Bound.AtMost), ("不到", Bound.AtMost), ("未满", Bound.AtMost), ("限报", Bound.AtMost), ("限额", Bound.AtMost), ("年满", Bound.Reached), ("达到", Bound.Reached), ("满", Bound.Reached), ("达", Bound.Reached), ("≤", Bound.AtMost), ("≥", Bound.AtLeast), ("<", Bound.AtMost), (">", Bound.AtLeast),
    ];

    private static readonly (string Word, Bound Bound)[] After =
    [
        ("及以上", Bound.AtLeast), ("及以下", Bound.AtMost), ("(含)以上", Bound.AtLeast), ("(含)以下", Bound.AtMost), ("以上", Bound.AtLeast), ("以下", Bound.AtMost), ("以内", Bound.Within), ("之内", Bound.Within), ("内", Bound.Within),
    ];

    public static Bound Of(string text, int start, int end)
    {
        foreach (var (word, bound) in After)
        {
            if (string.CompareOrdinal(text, end, word, 0, word.Length) == 0) return bound;
        }
        return Nearest(text, start).Bound;
    }

    /// <summary>Where the words that bound the quantity begin; the quantity's own start where none stand before it.</summary>
    public static int StartOf(string text, int start) => Nearest(text, start) is { At: >= 0 } found ? found.At : start;

    private static (int At, Bound Bound) Nearest(string text, int start)
    {
        // Not past a mark or another number: 不超过10日，每次5元.
        var from = start;
        while (from > 0 && start - from < Reach && text[from - 1] is not (',' or '。' or ';' or '、' or ':' or '\n') && !char.IsAsciiDigit(text[from - 1])) from--;
        var window = text.AsSpan(from, start - from);
        // The nearest word speaks; of two that end at one place the longer, which comes first.
        var (end, found) = (-1, (At: -1, Bound: Bound.None));
        foreach (var (word, bound) in Before)
        {
            var at = window.LastIndexOf(word, StringComparison.Ordinal);
            if (at >= 0 && at + word.Length > end) (end, found) = (at + word.Length, (from + at, bound));
        }
        return found;
    }

    /// <summary>Whether a sentence may put it as <paramref name="said"/> where the clause has <paramref name="source"/>.</summary>
    public static bool Agree(Bound said, Bound source) => said == source
        || (said, source) is (Bound.None, Bound.Within) or (Bound.Within, Bound.None) or (Bound.Within, Bound.AtMost) or (Bound.AtMost, Bound.Within)
        || (said, source) is (Bound.None, Bound.Reached) or (Bound.Reached, Bound.None) or (Bound.Reached, Bound.AtLeast) or (Bound.AtLeast, Bound.Reached);
}
