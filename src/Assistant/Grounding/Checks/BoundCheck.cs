using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>On which side of a number the rule lies, in the sentence and at the same place of the clause.</summary>
internal static class BoundCheck
{
    // Words that tell a limit without standing beside the number.
    private static readonly string[] Limits =
        ["上限", "下限", "最高", "最低", "最多", "最少", "至多", "至少", "最长", "最短", "门槛", "起点", "起步", "封顶", "顶格", "区间", "之间", "范围", "为限", "不等", "一档", "档", "达标", "底线", "红线", "以上", "以下", "以内", "超", "不足", "未满", "不满", "达到", "力争", "限制", "不受", "正好", "恰好", "刚好", "满", "最大", "最小", "期限", "时限", "年限", "界", "起罚", "更低", "更高", "更少", "更短", "更长", "更严"];

    private static readonly string[] Excluding = ["不符合", "不属于", "不算", "不在", "不享", "不适用", "不具备", "不满足"];

    private static readonly string[] Beyond = ["逾期", "超过部分", "超过的部分", "超出部分", "超出的部分", "超过规定", "届满"];

    // With so much of the surroundings the same, a limit that only one of them has was added or dropped.
    private const double VerySame = 0.85;

    // …and so much, an end of a range told as the amount itself.
    private const double SureHeld = 0.6;

    /// <param name="same">The places of the clause with the same number that fit the sentence's place best.</param>
    /// <param name="held">How much of the words around the number the best of them holds.</param>
    public static GroundingVerdict? Check(Fact fact, GroundingText sentence, GroundingText evidence, IReadOnlyList<Fact> same, double held)
    {
        var source = same[0];
        // 1万元 for 1万元至3万元.
        if (fact.Bound is Bound.None && !fact.IsEndOfRange && same.All(place => place.IsEndOfRange) && held >= SureHeld && !Array.Exists(Limits, sentence.Contains))
            return new GroundingVerdict(GroundingProblem.OtherBound, Around(sentence.Folded, fact), Around(evidence.Folded, source), 0);
        if (same.Any(place => BoundScanner.Agree(fact.Bound, place.Bound))) return null;
        // 逾期 tells what happens behind the limit: 超过二十日未核定的 for 二十日内核定；逾期未核定的.
        if (fact.Bound == Bound.AtLeast && source.Bound is Bound.Within or Bound.AtMost && Array.Exists(Beyond, evidence.Contains)) return null;
        // 超过6000元的不能享受 for 不超过6000元的可以享受: the other side of the limit, denied.
        if (Opposed(fact.Bound, source.Bound) && Denies(fact, sentence, next: true) != Denies(source, evidence, next: false)) return null;
        // …and what is excepted from a rule: 没有超过四倍的 for 超过四倍的除外.
        if (evidence.MakesExceptionAt(source.Start)) return null;
        if (!Opposed(fact.Bound, source.Bound))
        {
            if (fact.Bound != Bound.None && held < VerySame) return null;
            if (fact.Bound == Bound.None && Array.Exists(Limits, sentence.Contains)) return null;
        }
        return new GroundingVerdict(GroundingProblem.OtherBound, Around(sentence.Folded, fact), Around(evidence.Folded, source), 0);
    }

    /// <summary>Whether what is said of a quantity's range is denied: before it in the same part (不得收取超过三个月的费用), behind it there, or in the next part, in which a sentence says what follows from it.</summary>
    private static bool Denies(Fact fact, GroundingText text, bool next)
    {
        var (start, end) = text.Stretches.Around(fact.Start, fact.End, Stretch.Part);
        var bound = BoundScanner.StartOf(text.Folded, fact.Start);
        if (next && end + 1 < text.Folded.Length && text.Folded[end] is ',') (_, end) = text.Stretches.Around(end + 1, end + 1, Stretch.Part);
        return text.ModalWords.Any(word => word.Modality is Modality.Denial or Modality.Prohibition && word.Start >= start && word.End <= end && (word.End <= bound || word.Start >= fact.End))
            || Array.Exists(Excluding, word => text.Folded.AsSpan(fact.End, Math.Max(0, end - fact.End)).IndexOf(word, StringComparison.Ordinal) >= 0);
    }

    private static bool Opposed(Bound said, Bound source) => (said, source) is
        (Bound.AtLeast or Bound.Reached, Bound.AtMost or Bound.Within) or (Bound.AtMost or Bound.Within, Bound.AtLeast or Bound.Reached);

    /// <summary>The quantity with the words that bound it on either side.</summary>
    private static string Around(string text, Fact fact)
    {
        var end = fact.End;
        while (end < text.Length && end - fact.End < 2 && text[end] is '以' or '上' or '下' or '内' or '及' or '之') end++;
        return text[BoundScanner.StartOf(text, fact.Start)..end];
    }
}
