using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>
/// Modal words that differ and say the same: 须经批准 for 未经批准不得, 不能关门 for 应当开放. Each rule looks for what in the clause it is the other side of.
/// </summary>
internal static class TurnedRound
{
    // What stands between a modal word and its act.
    private const string Prepositions = "自向在对将由从按依于经以为与和把就因给及用到";

    // Words that many acts begin with, and that are none.
    private static readonly string[] General = ["立即", "同时", "一并", "共同", "予以", "进行", "符合", "具有", "遵守", "严格", "主动", "优先", "继续", "通过", "根据", "提前", "书面", "当场"];

    /// <summary>Whether a modal word of a sentence may stand where the clause has another, or none.</summary>
    public static bool Explains(ModalWord word, GroundingText sentence, GroundingText evidence) =>
        IsSaidOfAct(word, sentence, evidence) || IsDeniedTwice(word, sentence, evidence) || IsRestated(word, sentence, evidence) || Describes(word, sentence, evidence);

    /// <summary>须经批准 for 未经批准不得, 取得许可方可 for 未取得许可不得, and each the other way: the same rule from the other side.</summary>
    public static bool Consents(ModalWord word, GroundingText sentence, GroundingText evidence) => word.Modality switch
    {
        Modality.Prohibition => Array.Exists(Lacking, sentence.Contains) && Array.Exists(Requiring, evidence.Contains),
        Modality.Duty or Modality.Permission => Array.Exists(Forbidding, evidence.Contains)
            && (sentence.Folded.AsSpan(word.End, Math.Min(2, sentence.Folded.Length - word.End)).IndexOfAny('经', '取', '先') >= 0 || Array.Exists(Enabling, sentence.Contains)),
        _ => false,
    };

    private static readonly string[] Lacking = ["未经", "未取得", "没有经", "没经", "没取得", "没有取得"];

    private static readonly string[] Requiring = ["方可", "后可", "应当经", "须经"];

    private static readonly string[] Forbidding = ["未经", "未取得", "未办", "方可", "不得"];

    private static readonly string[] Enabling = ["方可", "才可", "才能", "后可"];

    /// <summary>可以不安装, 不能主张 for an exception that the clause makes from a duty or a right (的除外).</summary>
    public static bool Excepts(ModalWord word, GroundingText sentence, GroundingText evidence, GovernedPlace place) =>
        evidence.MakesExceptionAt(place.Start) && !sentence.Contains("除外")
        && (word.Modality is Modality.Prohibition || (word.Modality is Modality.Permission && word.End < sentence.Folded.Length && sentence.Folded[word.End] is '不' or '免'));

    /// <summary>可以到甲处，也可以到乙处 for 应当到甲处或者乙处; 都可以捐赠，对此持鼓励态度 for 鼓励捐赠; 有权要求 for 有要求的权利.</summary>
    public static bool Chooses(ModalWord word, GroundingText sentence, GroundingText evidence, List<GovernedPlace> same)
    {
        if (word.Modality is not Modality.Permission) return false;
        if (sentence.Contains("鼓励") && same.Exists(place => place.Modalities.Contains(Modality.Encouragement))) return true;
        if (sentence.Contains("也可") && evidence.Contains("或")) return true;
        if (sentence.Folded.AsSpan(word.End).Contains('或') && same.Exists(place => place.Modalities.Contains(Modality.Duty) && place.Part(evidence).Contains('或')) && sentence.ModalWords.Any(other => other.Modality is Modality.Duty)) return true;
        return sentence.Folded[word.Start..word.End].Contains('权', StringComparison.Ordinal) && evidence.Contains("权利");
    }

    /// <summary>The clause says the same of the very act: 不得隐瞒 stands there, wherever the sentence has put it.</summary>
    private static bool IsSaidOfAct(ModalWord word, GroundingText sentence, GroundingText evidence) =>
        !word.IsWeak && Act(sentence, word.End) is { } act
        && !Prepositions.Contains(act[0], StringComparison.Ordinal) && !General.Contains(act, StringComparer.Ordinal)
        && evidence.ModalWords.Any(other => !other.IsWeak && other.Modality == word.Modality && evidence.Folded.AsSpan(other.End).StartsWith(act, StringComparison.Ordinal));

    /// <summary>不得委托给未取得许可的单位 for 应当委托取得许可的单位: two denials are none.</summary>
    private static bool IsDeniedTwice(ModalWord word, GroundingText sentence, GroundingText evidence)
    {
        if (word.Modality is not Modality.Prohibition) return false;
        var (start, end) = sentence.Stretches.Around(word.Start, word.End, Stretch.Part);
        return sentence.ModalWords.Any(other => other.Modality is Modality.Denial && other.Start >= start && other.End <= end && Act(sentence, other.End) is { } act
            && evidence.Contains(act) && !Denied(evidence.Folded, act));
    }

    /// <summary>不能关门，应当开放 for 应当开放: the clause does not know the act, and the sentence goes on to say what it is the other side of.</summary>
    private static bool IsRestated(ModalWord word, GroundingText sentence, GroundingText evidence)
    {
        if (word.Modality is not Modality.Prohibition || Act(sentence, word.End) is not { } act || Prepositions.Contains(act[0], StringComparison.Ordinal) || evidence.Contains(act)) return false;
        return sentence.ModalWords.Any(other => !other.IsWeak && other.Start > word.End && other.Modality is Modality.Duty && Act(sentence, other.End) is { } ordered && evidence.Contains(ordered));
    }

    /// <summary>申请人可以是甲或者乙 tells who they are, and permits nothing, where the clause has no such words.</summary>
    private static bool Describes(ModalWord word, GroundingText sentence, GroundingText evidence) =>
        word.Modality is Modality.Permission && word.End < sentence.Folded.Length && sentence.Folded[word.End] is '是' or '为' && sentence.Folded[word.End] is var verb
        && !evidence.ModalWords.Any(other => other.End < evidence.Folded.Length && evidence.Folded[other.End] == verb) && evidence.Contains("或") && sentence.Folded.AsSpan(word.End).IndexOfAny('、', '或') >= 0;

    /// <summary>Whether every place of an act in a text is denied right before it.</summary>
    private static bool Denied(string text, string act)
    {
        for (var at = text.IndexOf(act, StringComparison.Ordinal); at >= 0; at = text.IndexOf(act, at + 1, StringComparison.Ordinal))
        {
            if (text.AsSpan(Math.Max(0, at - 2), Math.Min(2, at)).IndexOfAny(RuleWords.Denying) < 0) return false;
        }
        return true;
    }

    /// <summary>The first two characters behind a modal word; null where they are no Han characters.</summary>
    private static string? Act(GroundingText text, int at) =>
        at + 2 <= text.Folded.Length && HanText.IsHan(text.Folded[at]) && HanText.IsHan(text.Folded[at + 1]) ? text.Folded.Substring(at, 2) : null;
}
