using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>On which side of a number the rule lies, in the sentence and at the same place of the clause.</summary>
internal static class BoundCheck
{
    // Words that tell a limit without standing beside the number.
    private static readonly string[] Limits =
        ["上限", "下限", "最高", "最低", "最多", "最少", "至多", "至少", "最长", "最短", "门槛", "起点", "起步", "封顶", "顶格", "区间", "之间", "范围", "为限", "不等", "一档", "档", "达标", "底线", "红线", "以上", "以下", "以内", "超", "不足", "未满", "不满", "达到", "力争", "限制", "不受", "正好", "恰好", "刚好", "满"];

    private static readonly string[] Beyond = ["逾期", "超过部分", "超过的部分", "超出部分", "超出的部分", "超过规定", "届满"];

    // With so much of the surroundings the same, a limit that only one of them has was added or dropped.
    private const double VerySame = 0.85;

    /// <param name="same">The places of the clause with the same number that fit the sentence's place best.</param>
    /// <param name="held">How much of the words around the number the best of them holds.</param>
    public static GroundingVerdict? Check(Fact fact, GroundingText sentence, GroundingText evidence, IReadOnlyList<Fact> same, double held)
    {
        if (same.Any(place => BoundScanner.Agree(fact.Bound, place.Bound))) return null;
        var source = same[0];
        // 逾期 tells what happens behind the limit: 超过二十日未核定的 for 二十日内核定；逾期未核定的.
        if (fact.Bound == Bound.AtLeast && source.Bound is Bound.Within or Bound.AtMost && Array.Exists(Beyond, evidence.Contains)) return null;
        // …and what is excepted from a rule: 没有超过四倍的 for 超过四倍的除外.
        if (evidence.MakesExceptionAt(source.Start)) return null;
        if (!Opposed(fact.Bound, source.Bound))
        {
            if (fact.Bound != Bound.None && held < VerySame) return null;
            if (fact.Bound == Bound.None && Array.Exists(Limits, sentence.Contains)) return null;
        }
        return new GroundingVerdict(GroundingProblem.OtherBound, Around(sentence.Folded, fact), Around(evidence.Folded, source), 0);
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
