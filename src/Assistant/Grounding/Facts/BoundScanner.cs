using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Reads the words beside a quantity that say on which side of it the rule lies.</summary>
internal static class BoundScanner
{
    private const int Reach = 24;

    // A comparative turns round behind a negation: 不超过, 不应大于, 未达到.
    private static readonly (string Word, Bound Bound)[] Comparatives =
    [
        ("超过", Bound.AtLeast), ("超出", Bound.AtLeast), ("高于", Bound.AtLeast), ("多于", Bound.AtLeast), ("大于", Bound.AtLeast), ("长于", Bound.AtLeast), ("突破", Bound.AtLeast),
        ("低于", Bound.AtMost), ("少于", Bound.AtMost), ("小于", Bound.AtMost), ("短于", Bound.AtMost), ("达到", Bound.Reached), ("达", Bound.Reached), ("满", Bound.Reached), ("到", Bound.Reached), ("足", Bound.Reached),
    ];

    private static readonly (string Word, Bound Bound)[] Limits =
    [
        ("至多", Bound.AtMost), ("最多", Bound.AtMost), ("最高", Bound.AtMost), ("最长", Bound.AtMost), ("上限", Bound.AtMost), ("封顶", Bound.AtMost), ("最迟", Bound.AtMost), ("最晚", Bound.AtMost), ("限报", Bound.AtMost), ("限额", Bound.AtMost),
        ("至少", Bound.AtLeast), ("最低", Bound.AtLeast), ("最少", Bound.AtLeast), ("最短", Bound.AtLeast), ("下限", Bound.AtLeast), ("≤", Bound.AtMost), ("≥", Bound.AtLeast), ("<", Bound.AtMost), (">", Bound.AtLeast),
    ];

    private static readonly string[] Negations = ["不得", "不应", "不能", "不宜", "不可", "不会", "没有", "不", "未", "没"];

    private static readonly (string Word, Bound Bound)[] After =
    [
        ("及以上", Bound.AtLeast), ("及以下", Bound.AtMost), ("(含)以上", Bound.AtLeast), ("(含)以下", Bound.AtMost), ("以上", Bound.AtLeast), ("以下", Bound.AtMost), ("以内", Bound.Within), ("之内", Bound.Within), ("内", Bound.Within),
    ];

    public static Bound Of(string text, int start, int end)
    {
        foreach (var (word, bound) in After)
        {
            // 三项内容 is no 内.
            if (text.HasAt(end, word) && !(word is "内" && end + 1 < text.Length && text[end + 1] is '容' or '部' or '在' or '外' or '地' or '资' or '设')) return bound;
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
        // 不足一小时的按一小时计算: the second is no limit.
        if (text.LastIndexOf('按', Math.Max(from, start - 1), Math.Max(0, start - from)) is var by and >= 0) from = by + 1;
        // 上限由6个提高到12个: neither number is a limit of its own.
        if (start > from && text[start - 1] is '由' or '从') return (-1, Bound.None);
        if (start > from && text[start - 1] is '超' or '逾') return (start - 1, Bound.AtLeast);
        var window = text.AsSpan(from, start - from);
        // The nearest word speaks, but 最高可达 is no 达; of two that end at one place the longer, which comes first.
        var (end, found) = (-1, (At: -1, Bound: Bound.None));
        foreach (var (word, bound) in Limits) Take(window, word, bound);
        var limited = found.At >= 0;
        foreach (var (word, bound) in Comparatives)
        {
            var at = window.LastIndexOf(word, StringComparison.Ordinal);
            if (at < 0) continue;
            // 期满…的时限是10日; 有没有超过 asks, and says neither.
            if (word is "满" && (at + 3 < window.Length || window[at..].StartsWith("满足", StringComparison.Ordinal) || window[at..].StartsWith("满意", StringComparison.Ordinal))) continue;
            if (word is "达" && at > 0 && window[at - 1] is '送' or '抵' or '表' or '下') continue;
            var negation = Negation(window[..at]);
            if (negation is "没有" && window[..at].EndsWith("有没有", StringComparison.Ordinal)) negation = "";
            // 到 and 足 alone bound nothing: 降到15%, 足额.
            if (negation.Length > 0) Take(window, negation + word, bound is Bound.AtMost ? Bound.AtLeast : Bound.AtMost);
            else if (word is not ("到" or "足") && !(limited && bound is Bound.Reached)) Take(window, word, bound);
        }
        return found;

        void Take(ReadOnlySpan<char> words, string word, Bound bound)
        {
            var at = words.LastIndexOf(word, StringComparison.Ordinal);
            // 最高的一项 limits nothing.
            if (at >= 0 && at + word.Length < words.Length && words[at + word.Length] is '的') return;
            if (at >= 0 && at + word.Length > end) (end, found) = (at + word.Length, (from + at, bound));
        }
    }

    private static string Negation(ReadOnlySpan<char> before)
    {
        foreach (var negation in Negations)
        {
            if (before.EndsWith(negation, StringComparison.Ordinal)) return negation;
        }
        return "";
    }

    /// <summary>Whether a sentence may put it as <paramref name="said"/> where the clause has <paramref name="source"/>.</summary>
    public static bool Agree(Bound said, Bound source) => said == source
        || (said, source) is (Bound.None, Bound.Within) or (Bound.Within, Bound.None) or (Bound.Within, Bound.AtMost) or (Bound.AtMost, Bound.Within)
        || (said, source) is (Bound.None, Bound.Reached) or (Bound.Reached, Bound.None) or (Bound.Reached, Bound.AtLeast) or (Bound.AtLeast, Bound.Reached);
}
