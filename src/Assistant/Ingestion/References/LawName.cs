using System.Collections.Frozen;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.References;

/// <summary>The name of another document printed without 《》 right before an address: 刑法第二百五十三条, 民事诉讼法第十条.</summary>
internal static class LawName
{
    /// <summary>Longer names are printed in 《》.</summary>
    private const int MaxLength = 40;

    private static readonly string[] Endings = $"{DocumentNouns.Laws}|{DocumentNouns.Treaties}|{DocumentNouns.Rules}|指引|指南".Split('|');

    /// <summary>Words that lead up to a name and are no part of one.</summary>
    private static readonly string[] Leads =
    [
        "依照", "依据", "包括", "实施", "是指", "并处", "以及", "根据", "按照", "参照", "适用", "违反", "符合", "属于", "或者", "执行", "对照", "援引", "构成", "触犯", "遵守", "修改", "撤销", "废止", "所称", "关于", "规定的",
        "将", "对", "是", "在", "除", "按", "即", "为", "有", "依", "因", "从", "把", "由", "与", "和", "及", "或", "的", "中", "了", "以", "受", "其", "用",
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Self =
        (from noun in DocumentNouns.Self.Split('|') from purpose in $"|{DocumentNouns.Purposes}".Split('|') select $"本{purpose}{noun}")
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>本实施一览表 and shorter.</summary>
    private const int LongestSelf = 7;

    private static readonly string[] Previous = [.. Endings.SelectMany(noun => (string[])["该" + noun, "同" + noun])];

    /// <summary>Where 本法, 本办法 starts that ends at <paramref name="end"/>; -1 where none does.</summary>
    public static int SelfStart(string text, int end)
    {
        var from = Math.Max(0, end - LongestSelf);
        var at = from + text.AsSpan(from, end - from).LastIndexOf('本');
        return at >= from && Self.Contains(text.AsSpan(at, end - at)) ? at : -1;
    }

    /// <summary>Where 该法, 同条例 starts that ends at <paramref name="end"/>; -1 where none does.</summary>
    public static int PreviousStart(string text, int end)
    {
        foreach (var word in Previous)
        {
            if (AddressReader.At(text, end - word.Length, word)) return end - word.Length;
        }
        return -1;
    }

    /// <summary>
    /// The name that ends at <paramref name="end"/>; null where the words before it are none. A name that the document prints in 《》 elsewhere is known by
    /// that; the others are cut from the words that lead up to them.
    /// </summary>
    public static (string Title, int Start)? Before(string text, int end, DefinedTitles titles)
    {
        var from = end;
        while (from > 0 && end - from < MaxLength && IsNameCharacter(text, from - 1)) from--;
        var run = text.AsSpan(from, end - from);
        if (!EndsAsName(run)) return null;
        var state = run.LastIndexOf("中华人民共和国", StringComparison.Ordinal);
        var start = state >= 0 ? state : KnownStart(run, titles) ?? LastLead(run);
        var name = run[start..];
        if (name.Length < 2 || name.StartsWith("本", StringComparison.Ordinal) || IsGeneric(name)) return null;
        return (name.ToString(), from + start);
    }

    private static int? KnownStart(ReadOnlySpan<char> run, DefinedTitles titles)
    {
        for (var start = 0; start < run.Length - 1; start++)
        {
            if (titles.Knows(run[start..].ToString())) return start;
        }
        return null;
    }

    private static int LastLead(ReadOnlySpan<char> run)
    {
        var start = 0;
        foreach (var lead in Leads)
        {
            // A name of two characters at least is left behind the lead: the 和 of 和平法 leads up to none.
            var at = run[..^1].LastIndexOf(lead, StringComparison.Ordinal);
            if (at >= 0 && at + lead.Length <= run.Length - 2 && at + lead.Length > start && !IsInsideName(run, at, lead)) start = at + lead.Length;
        }
        return start;
    }

    /// <summary>在 in 存在, 为 in 行为, 和 in 和平, 有 in 所有权, 用 in 信用: parts of words.</summary>
    private static bool IsInsideName(ReadOnlySpan<char> run, int at, string lead)
    {
        if (lead.Length > 1) return false;
        var before = at > 0 ? run[at - 1] : '\0';
        var after = at + 1 < run.Length ? run[at + 1] : '\0';
        return (before, lead[0]) is ('行', '为') or ('国' or '所' or '私' or '公', '有') or ('信' or '使' or '利' or '应', '用') or ('自', '由') or ('原', '因') or ('人', '为')
            || (lead[0], after) is ('对', '外' or '象') or ('和', '平' or '谐') or ('中', '国' or '外' or '小' or '央' or '医' or '等') or ('为', '了') or ('用', '人' or '地' or '水') or ('因', '公')
            or ('有', '限' or '关' or '色' or '线') or ('按', '揭') or ('在', '职') or ('由', '于');
    }

    private static bool IsGeneric(ReadOnlySpan<char> name) => name is "办法" or "规定" or "条例" or "细则" or "规则" or "解释" or "决定" or "章程" or "法律" or "方法" or "司法" or "违法"
        or "非法" or "依法" or "执法" or "该法" or "该条例" or "该办法" or "该规定" or "该解释" or "有关规定" or "上述规定" or "前款规定" or "指引" or "指南" or "规范" or "上述办法";

    private static bool EndsAsName(ReadOnlySpan<char> run)
    {
        foreach (var ending in Endings)
        {
            if (run.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return run.EndsWith("）") && run.Contains("修正案（", StringComparison.Ordinal);
    }

    private static bool IsNameCharacter(string text, int index)
    {
        var character = text[index];
        if (character is >= '一' and <= '鿿') return true;
        // 刑法修正案（八）
        var from = Math.Max(0, index - 6);
        return character is '（' or '）' && text.AsSpan(from, index - from).Contains("修正案", StringComparison.Ordinal);
    }
}
