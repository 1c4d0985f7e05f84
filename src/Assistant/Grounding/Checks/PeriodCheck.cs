using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>How often something is due: 每月 is not 每年.</summary>
internal static class PeriodCheck
{
    /// <summary>每月 of a clause that speaks of no month.</summary>
    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
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
            if (text.HasAt(at, period)) return period;
        }
        return null;
    }

    private static readonly string[] Periods = ["学年", "学期", "季度", "小时", "个月", "年", "月", "周", "日", "天"];

    public static bool NamesPeriod(string text, string period)
    {
        var sought = period switch { "个月" => "月", "天" => "日", _ => period };
        for (var at = text.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            // A date names no period, but 一年 and 十二个月 do.
            if (at == 0 || text[at - 1] is '一' or '个' || !(char.IsAsciiDigit(text[at - 1]) || HanNumeral.Read(text, at - 1) is not null)) return true;
        }
        return period is "天" or "日" && text.Contains('天', StringComparison.Ordinal) || period is "周" && text.Contains("星期", StringComparison.Ordinal);
    }
}
