using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Numbers of an example or a supposition: 82岁 where the clause has 年满八十周岁.</summary>
internal static class SupposedNumbers
{
    // How far 一棵 may stand from the 400岁 of it.
    private const int Reach = 12;

    private static readonly string[] Examples = ["例如", "比如", "譬如", "举例", "比方"];

    private static readonly string[] Supposing = ["假如", "假设", "如果", "要是", "假定"];

    private static readonly string[] One = ["一位", "一名", "一棵", "一家", "一台", "一辆", "一户", "一艘", "一座", "一所", "一份", "一笔", "某"];

    /// <summary>Whether the sentence supposes the number, and it falls under a limit of the clause. Amounts and shares are what follows, and are not supposed.</summary>
    public static bool Explain(Fact fact, GroundingText sentence, GroundingText evidence) =>
        fact.Bound is Bound.None && fact.Unit is not ("元" or "%" or "倍") && (Array.Exists(Examples, sentence.Contains) || IsSupposed(fact, sentence) || IsOfOne(fact, sentence.Folded))
        && evidence.Facts.Any(other => other.Kind == FactKind.Quantity && string.Equals(other.Unit, fact.Unit, StringComparison.Ordinal) && other.Bound switch
        {
            Bound.AtLeast or Bound.Reached => fact.Values[0] >= other.Values[^1],
            Bound.AtMost or Bound.Within => fact.Values[0] <= other.Values[^1],
            _ => false,
        });

    /// <summary>In the condition itself, and not in what follows from it.</summary>
    private static bool IsSupposed(Fact fact, GroundingText sentence)
    {
        var (start, end) = sentence.Stretches.Around(fact.Start, fact.End, Stretch.Part);
        return Array.Exists(Supposing, sentence.Folded[start..end].Contains);
    }

    /// <summary>一棵400岁的古树.</summary>
    private static bool IsOfOne(Fact fact, string text) => Array.Exists(One, word => text.AsSpan(Math.Max(0, fact.Start - Reach), Math.Min(Reach, fact.Start)).IndexOf(word, StringComparison.Ordinal) >= 0);
}
