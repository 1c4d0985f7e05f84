using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Words that turn a rule round or widen it: 全部 for 部分, 废止 for 继续有效, 任何, 一律, 没有例外.</summary>
internal static class OppositesCheck
{
    private static readonly (string[] One, string[] Other)[] Pairs =
    [
        (["部分", "一半"], ["全部", "全额", "全数"]),
        (["继续有效", "仍然有效", "继续执行"], ["废止", "失效"]),
        (["废止", "失效"], ["继续有效", "仍然有效", "继续执行"]),
        (["有偿", "收取费用"], ["免费", "无偿", "不收费", "免收"]),
        (["免费", "无偿", "免收"], ["收费", "收取", "缴纳", "承担"]),
        (["同时符合", "同时具备", "同时满足", "均符合", "全部条件", "各项条件"], ["之一"]),
        (["之一"], ["同时符合", "同时具备", "同时满足"]),
        (["提高", "上浮", "上调"], ["降低", "下浮", "下调", "压减"]),
        (["降低", "下浮", "下调", "减少"], ["提高", "上浮", "上调", "增加"]),
        (["居其一", "任意一项", "满足任一", "符合任一"], ["同时符合", "同时具备", "同时满足", "并且"]),
    ];

    /// <summary>Words that shut out every exception, where the clause makes one.</summary>
    private static readonly string[] Always = ["不例外", "没有例外", "没有任何例外", "无一例外", "任何情况", "无论", "不论", "不管", "一概", "一律", "凡是"];

    private static readonly string[] Exceptions = [.. RuleWords.Limiting, "但", "除下列", "除前款", "特殊情况", "确需", "确有必要"];

    /// <summary>Words that say more than a clause without them.</summary>
    private static readonly (string Word, string[] Bearing)[] Widening =
    [
        ("任何", ["单位和个人", "单位、个人", "公民", "任何", "一切", "所有", "凡", "均", "一律", "不得", "禁止"]),
        ("所有", ["所有", "全部", "一切", "任何", "凡", "均", "各", "每", "一律", "都"]),
        ("一切", ["所有", "全部", "一切", "任何", "凡", "均", "一律"]),
        ("终身", ["终身", "永久"]),
        ("永久", ["终身", "永久", "长期"]),
        ("无限期", ["无限期", "不受期限"]),
        ("没有例外", ["没有例外", "一律"]),
        ("一律", ["一律", "均", "凡", "不得", "禁止", "任何", "所有", "全部"]),
        ("只有", ["只", "仅", "限", "方", "才", "不得", "除外", "未经", "应当"]),
    ];

    private static readonly string[] Waived = ["无须", "无需", "不必", "毋须"];

    private static readonly string[] Waiving = ["无须", "无需", "不必", "毋须", "可以不", "可不", "不需", "不再", "不予", "不用", "免", "除外", "不适用", "不得", "直接", "视为", "没有"];

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence) =>
        Opposite(sentence, evidence) ?? Widened(sentence, evidence) ?? WithoutException(sentence, evidence);

    private static GroundingVerdict? Opposite(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (one, other) in Pairs)
        {
            if (Array.Find(one, sentence.Contains) is not { } said || DeniesBefore(sentence, said) || IsOneOf(sentence.Folded, said) || one.Any(evidence.Contains) || Array.Exists(other, sentence.Contains)) continue;
            if (Array.Find(other, word => evidence.Contains(word) && !DeniesBefore(evidence, word)) is { } source) return new GroundingVerdict(GroundingProblem.OtherModality, said, source, 0);
        }
        return null;
    }

    /// <summary>不会使其失效 says what 继续有效 says.</summary>
    private static bool DeniesBefore(GroundingText sentence, string word)
    {
        var at = sentence.Folded.IndexOf(word, StringComparison.Ordinal);
        var (start, _) = sentence.Stretches.Around(at, at, Stretch.Part);
        var before = sentence.Folded.AsSpan(start, at - start);
        return before.Contains("不会", StringComparison.Ordinal) || before.Contains("不得", StringComparison.Ordinal) || before.Contains("不能", StringComparison.Ordinal) || before[Math.Max(0, before.Length - 3)..].IndexOfAny("不未没无那".AsSpan()) >= 0;
    }

    /// <summary>这是条件之一 says that there are others, and not that one is enough.</summary>
    private static bool IsOneOf(string sentence, string word) =>
        word is "之一" && sentence.IndexOf(word, StringComparison.Ordinal) + word.Length is var at && (at >= sentence.Length || sentence[at] is '。' or ',' or ';') && sentence.AsSpan(0, at).Contains('是');

    private static GroundingVerdict? Widened(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (word, bearing) in Widening)
        {
            if (sentence.Contains(word) && (word is not "只有" || sentence.Contains("才") || sentence.Contains("方")) && !Array.Exists(bearing, evidence.Contains)) return new GroundingVerdict(GroundingProblem.NotInClause, word, "", 0);
        }
        return Array.Find(Waived, sentence.Contains) is { } waived && !Array.Exists(Waiving, evidence.Contains) && !IsOfAll(sentence, waived, evidence) && !Denies(sentence.Folded, waived, evidence) ? new GroundingVerdict(GroundingProblem.NotInClause, waived, "", 0) : null;
    }

    /// <summary>不必都具备 for 之一 and 或者.</summary>
    private static bool IsOfAll(GroundingText sentence, string waived, GroundingText evidence)
    {
        var at = sentence.Folded.IndexOf(waived, StringComparison.Ordinal) + waived.Length;
        return sentence.Folded.AsSpan(at, Math.Min(8, sentence.Folded.Length - at)).IndexOfAny("都全同均齐".AsSpan()) >= 0 && (evidence.Contains("之一") || evidence.Contains("或"));
    }

    /// <summary>无需缴纳 for 不缴纳.</summary>
    private static bool Denies(string sentence, string waived, GroundingText evidence)
    {
        var act = sentence.IndexOf(waived, StringComparison.Ordinal) + waived.Length;
        return act + 2 <= sentence.Length && evidence.Contains(string.Concat("不", sentence.AsSpan(act, 2)));
    }

    /// <summary>无论按面积还是按人数: names what it means, and shuts nothing out.</summary>
    private static bool Chooses(string sentence, string word)
    {
        var at = sentence.IndexOf(word, StringComparison.Ordinal) + word.Length;
        return word is "无论" or "不论" or "不管" && sentence.IndexOf("还是", at, StringComparison.Ordinal) >= 0;
    }

    private static GroundingVerdict? WithoutException(GroundingText sentence, GroundingText evidence) =>
        Array.Find(Always, sentence.Contains) is { } always && !sentence.Contains("无论如何") && !Array.Exists(Always, evidence.Contains) && !evidence.Contains("任何") && Array.Exists(Exceptions, evidence.Contains)
            && !Chooses(sentence.Folded, always)
            ? new GroundingVerdict(GroundingProblem.NotInClause, always, "", 0)
            : null;
}
