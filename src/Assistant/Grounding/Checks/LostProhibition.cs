using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>A sentence that tells the act a clause forbids, word for word, and nothing of its being forbidden.</summary>
internal static class LostProhibition
{
    // So many characters of the act must stand in the sentence.
    private const int Act = 5;

    private static readonly string[] Consenting = ["同意", "批准", "许可", "准许", "审批", "审核", "备案", "登记"];

    private static readonly string[] Named = ["的时间", "的地点", "的区域", "的场所", "的地区", "的范围", "的水域", "的路段", "的物品", "的行为", "的情形", "的期限", "的时段", "的人员"];

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var acts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in evidence.ModalWords)
        {
            // An act that is forbidden again and again is looked for once.
            if (word.Modality is Modality.Prohibition && !word.IsWeak && word.End + Act <= evidence.Folded.Length && acts.Add(evidence.Folded.Substring(word.End, Act)) && IsLost(word, evidence, sentence))
                return new GroundingVerdict(GroundingProblem.OtherModality, "", evidence.Folded[word.Start..Math.Min(word.End + 6, evidence.Folded.Length)], 0);
        }
        return null;
    }

    /// <summary>The forbidden act stands in the sentence, and nothing there forbids or denies it.</summary>
    private static bool IsLost(ModalWord word, GroundingText evidence, GroundingText sentence)
    {
        if (IsAttribute(word, evidence)) return false;
        var words = evidence.Folded.Substring(word.End, Act);
        if (!words.All(char.IsLetterOrDigit)) return false;
        var at = sentence.Folded.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || sentence.ModalWords.Any(modal => modal.Modality is Modality.Prohibition or Modality.Denial) || sentence.Folded.AsSpan(Math.Max(0, at - 3), Math.Min(3, at)).IndexOfAny(RuleWords.Denying) >= 0) return false;
        // 未经同意不得新建 is told as 新建先要得到同意.
        var (start, _) = evidence.Stretches.Around(word.Start, word.End, Stretch.Segment);
        var before = evidence.Folded[start..word.Start];
        if ((before.Contains("未经", StringComparison.Ordinal) || before.Contains("未取得", StringComparison.Ordinal)) && Array.Exists(Consenting, sentence.Contains)) return false;
        if (sentence.ModalWords.Any(modal => TurnedRound.Consents(modal, sentence, evidence))) return false;
        // The same act may also stand elsewhere in the clause, free.
        var free = evidence.Folded.IndexOf(words, StringComparison.Ordinal);
        while (free >= 0 && GovernedPlace.Before(evidence, free) is { Modality: Modality.Prohibition } governing && !IsAttribute(governing, evidence)) free = evidence.Folded.IndexOf(words, free + 1, StringComparison.Ordinal);
        return free < 0;
    }

    /// <summary>在禁止燃放的地点 names a place, and forbids nothing.</summary>
    private static bool IsAttribute(ModalWord word, GroundingText text)
    {
        var (_, end) = text.Stretches.Around(word.End, word.End, Stretch.Item);
        return Array.Exists(Named, text.Folded[word.End..end].Contains);
    }
}
