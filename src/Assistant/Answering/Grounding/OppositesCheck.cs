using System.Buffers;

namespace Assistant.Answering.Grounding;

/// <summary>Small words that turn a rule round or widen it: 或者 and 并且, 全部 and 部分, 不重复享受 and 重复享受, 任何.</summary>
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
    ];

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
        ("只有", ["只", "仅", "限", "方可", "才"]),
        ("直接处", ["直接处"]),
    ];

    private static readonly string[] Waived = ["无须", "无需", "不必", "毋须"];

    private static readonly string[] Waiving = ["无须", "无需", "不必", "毋须", "可以不", "可不", "不需", "不再", "不予", "不用", "免", "除外", "不适用", "不得", "直接", "视为", "没有"];

    private static readonly SearchValues<char> Denying = SearchValues.Create("不未无非免没除禁严拒否仅只例");

    private const double SamePlace = 0.6;
    private const double VeryPlace = 0.8;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence) =>
        Opposite(sentence, evidence) ?? Widened(sentence, evidence) ?? Joined(sentence, evidence) ?? OtherPeriod(sentence, evidence) ?? LosesDenial(sentence, evidence) ?? AddsDenial(sentence, evidence);

    private static GroundingVerdict? Opposite(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (one, other) in Pairs)
        {
            if (Array.Find(one, sentence.Contains) is not { } said || one.Any(evidence.Contains) || Array.Exists(other, sentence.Contains)) continue;
            if (Array.Find(other, evidence.Contains) is { } source) return new GroundingVerdict(GroundingProblem.OtherModality, said, source, 0);
        }
        return null;
    }

    private static GroundingVerdict? Widened(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (word, bearing) in Widening)
        {
            if (sentence.Contains(word) && !Array.Exists(bearing, evidence.Contains)) return new GroundingVerdict(GroundingProblem.NotInClause, word, "", 0);
        }
        return Array.Find(Waived, sentence.Contains) is { } waived && !Array.Exists(Waiving, evidence.Contains) ? new GroundingVerdict(GroundingProblem.NotInClause, waived, "", 0) : null;
    }

    /// <summary>且 where the clause has 或 between the same words, and the other way round.</summary>
    private static GroundingVerdict? Joined(GroundingText sentence, GroundingText evidence)
    {
        foreach (var (start, end, isOr) in Joints(sentence.Folded))
        {
            (double Alike, int Start, int End, bool IsOr) best = (0, 0, 0, isOr);
            foreach (var (otherStart, otherEnd, otherIsOr) in Joints(evidence.Folded))
            {
                var alike = Surroundings.Similarity(sentence.Folded, start, end, evidence.Folded, otherStart, otherEnd);
                if (alike > best.Alike) best = (alike, otherStart, otherEnd, otherIsOr);
            }
            if (best.IsOr == isOr) continue;
            // 和 lists as well as joins: only between the very words.
            var (said, source) = (sentence.Folded[start..end], evidence.Folded[best.Start..best.End]);
            if (best.Alike >= (said is "和" || source is "和" ? VeryPlace : SamePlace)) return new GroundingVerdict(GroundingProblem.OtherModality, said, source, 0);
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

    /// <summary>What the clause only denies (不重复享受, 无异议) stands in the sentence, and nothing there denies anything.</summary>
    private static GroundingVerdict? LosesDenial(GroundingText sentence, GroundingText evidence)
    {
        if (sentence.Folded.AsSpan().ContainsAny(Denying) || sentence.ModalWords.Any(word => word.Modality is Modality.Denial or Modality.Prohibition)) return null;
        var text = evidence.Folded;
        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('不' or '无') || !TextFolding.IsHan(text[i + 1]) || !TextFolding.IsHan(text[i + 2])) continue;
            if (text[i] is '不' && !evidence.ModalWords.Any(word => word.Start == i && word.Modality == Modality.Denial && word.IsWeak)) continue;
            var act = text.AsSpan(i + 1, 2);
            if (sentence.Folded.AsSpan().IndexOf(act) < 0 || StandsFree(text, act)) continue;
            return new GroundingVerdict(GroundingProblem.OtherModality, act.ToString(), text.Substring(i, 3), 0);
        }
        return null;
    }

    /// <summary>A 不 between words that stand side by side in the clause: 视为不同意 for 视为同意.</summary>
    private static GroundingVerdict? AddsDenial(GroundingText sentence, GroundingText evidence)
    {
        var text = sentence.Folded;
        for (var i = 2; i + 2 < text.Length; i++)
        {
            if (text[i] is not ('不' or '未' or '无') || evidence.Contains(text[i..(i + 3)]) || !text.AsSpan(i - 2, 5).ToString().All(TextFolding.IsHan)) continue;
            var without = string.Concat(text.AsSpan(i - 2, 2), text.AsSpan(i + 1, 2));
            if (evidence.Contains(without)) return new GroundingVerdict(GroundingProblem.OtherModality, text[i..(i + 3)], without, 0);
        }
        return null;
    }

    /// <summary>每月 of a clause that speaks of no month.</summary>
    private static GroundingVerdict? OtherPeriod(GroundingText sentence, GroundingText evidence)
    {
        var text = sentence.Folded;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('每' or '按') || Period(text, i + 1) is not { } period || IsDate(text, i + 1 + period.Length) || NamesPeriod(evidence.Folded, period)) continue;
            return new GroundingVerdict(GroundingProblem.NotInClause, text[i] + period, "", 0);
        }
        return null;
    }

    /// <summary>每年6月1日 says no more than 6月1日.</summary>
    private static bool IsDate(string text, int at) => text.AsSpan(at, Math.Min(4, text.Length - at)).Contains('月');

    private static string? Period(string text, int at)
    {
        foreach (var period in Periods)
        {
            if (string.CompareOrdinal(text, at, period, 0, period.Length) == 0) return period;
        }
        return null;
    }

    private static readonly string[] Periods = ["学年", "学期", "季度", "小时", "个月", "年", "月", "周", "日", "天"];

    private static bool NamesPeriod(string text, string period)
    {
        var sought = period switch { "个月" => "月", "天" => "日", _ => period };
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            // A date names no period, but 一年 and 十二个月 do.
            if (at == 0 || text[at - 1] is '一' or '个' || !(char.IsAsciiDigit(text[at - 1]) || HanNumeral.Read(text, at - 1) is not null)) return true;
        }
        return period is "天" && text.Contains('天', StringComparison.Ordinal) || period is "周" && text.Contains("星期", StringComparison.Ordinal);
    }

    private static bool StandsFree(string text, ReadOnlySpan<char> act)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text.AsSpan(at).IndexOf(act);
            if (found < 0) return false;
            at += found;
            if (at == 0 || text[at - 1] is not ('不' or '无' or '未')) return true;
            at += act.Length;
        }
        return false;
    }
}
