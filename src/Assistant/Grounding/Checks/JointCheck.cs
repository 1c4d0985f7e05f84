using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Checks;

/// <summary>Whether conditions are joined as in the clause: all of them (且), or any (或).</summary>
internal static class JointCheck
{
    // 和 lists as well as joins, and a list may be told with 或: only between the very words.
    private const double Between = 0.75;
    private const double VeryBetween = 0.95;

    /// <summary>且 where the clause has 或 between the same words, and the other way round.</summary>
    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (start, end, isOr) in Joints(sentence.Folded).Take(ContextAlignment.MostPlaces))
        {
            (double Alike, int Start, int End, bool IsOr) best = (0, 0, 0, isOr);
            foreach (var (otherStart, otherEnd, otherIsOr) in Joints(evidence.Folded).Take(ContextAlignment.MostPlaces))
            {
                var alike = NearWords.Similarity(sentence.Folded, start, end, evidence.Folded, otherStart, otherEnd);
                if (alike > best.Alike) best = (alike, otherStart, otherEnd, otherIsOr);
            }
            if (best.IsOr == isOr) continue;
            var (said, source) = (sentence.Folded[start..end], evidence.Folded[best.Start..best.End]);
            // 齐全且符合 for 齐全、符合, though the clause has 不齐全或者不符合 as well.
            if (!isOr && start >= 2 && end + 2 <= sentence.Folded.Length && evidence.Contains(sentence.Folded[(start - 2)..start] + "、" + sentence.Folded[end..(end + 2)])) continue;
            if (best.Alike >= (said is "和" || source is "和" ? VeryBetween : Between)) return new GroundingVerdict(GroundingProblem.OtherModality, said, source, 0);
        }
        return null;
    }

    private static IEnumerable<(int Start, int End, bool IsOr)> Joints(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '或') yield return (i, i + 1 < text.Length && text[i + 1] is '者' ? ++i + 1 : i + 1, true);
            else if (text[i] is '且' && text[i - 1] is not ('而' or '并' or '尚' or '暂' or '况')) yield return (i, i + 1, false);
            else if (text[i] is '并' && i + 1 < text.Length && text[i + 1] is '且') yield return (i, ++i + 1, false);
            else if (text[i] is '和' && text[i - 1] is not ('共' or '总' or '缓' or '调' or '温' or '之')) yield return (i, i + 1, false);
        }
    }
}
