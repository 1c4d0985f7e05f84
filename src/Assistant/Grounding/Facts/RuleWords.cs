using System.Buffers;

namespace Assistant.Grounding.Facts;

/// <summary>Words of rules that several checks must read alike.</summary>
internal static class RuleWords
{
    /// <summary>Characters that deny or forbid what stands behind them.</summary>
    public static readonly SearchValues<char> Denying = SearchValues.Create("不未无非免禁严勿停拒莫");

    /// <summary>The same, and those that let it be done in few cases only.</summary>
    public static readonly SearchValues<char> DenyingOrLimiting = SearchValues.Create("不未无非免禁严勿停拒莫除仅只限");

    /// <summary>What makes an exception from the rule it stands beside.</summary>
    public static readonly string[] Excepting = ["除外", "另有规定", "另有约定", "不在此限", "不受此限", "另有要求"];

    /// <summary>What tells that a rule does not hold in every case, in the same breath or in the next.</summary>
    public static readonly string[] Limiting = [.. Excepting, "不适用", "但是"];
}
