namespace Assistant.Corpus.Labels;

/// <summary>Tells a label that begins a provision from one that is only spoken of, by the words after it.</summary>
internal static class LabelMention
{
    /// <summary>
    /// What follows a provision that is spoken of. Words that a provision may open with (和平, 外商, 第三方, 及时, 至今) are told apart by the second word.
    /// </summary>
    private static readonly string[] AfterOrdinal =
    [
        "规定", "所称", "所列", "所规定", "所指", "所述", "所说", "的", "之规定", "中的", "中所", "中“", "中关于", "前款", "各款", "各项", "、第", "至第", "到第", "和第", "及第",
        "以及第", "或第", "或者第", "与第", "，第", "以外", "之外", "外，", "修改为", "改为", "相应", "移至", "一并", "、本", "和本", "及其他", "情形",
    ];

    private static readonly string[] AfterBracket =
    [
        "、（", "、(", "，（", "至（", "至(", "和（", "和(", "及（", "以及（", "或（", "或者（", "至第", "和第", "、第", "及第", "或者第",
    ];

    private static readonly string[] AfterItemWord = ["规定", "所", "的", "、", "，", "和", "或", "至", "情形", "中", "及", "以", "第", "；", "。"];

    private static readonly string[] Classes = ["类", "级", "等", "档", "期", "季度", "线城市", "审", "者"];

    /// <param name="labelEnd">Where the label's last printed character ends.</param>
    /// <param name="next">Where the words after it start.</param>
    public static bool Follows(LabelStyle style, string text, int labelEnd, int next)
    {
        if (next >= text.Length) return false;
        var rest = text.AsSpan(next, Math.Min(16, text.Length - next));
        return style switch
        {
            // After a blank, only words that cannot open a provision count: a law may well say 第六条 关于….
            LabelStyle.Article or LabelStyle.Chapter or LabelStyle.Section or LabelStyle.Part or LabelStyle.Subpart =>
                next == labelEnd ? StartsWithAny(rest, AfterOrdinal) || NamesPart(rest) : rest[0] is '、' or '，' or '的' or '至',
            LabelStyle.BracketedNumeral or LabelStyle.BracketedDigit => StartsWithAny(rest, AfterBracket) || NamesItem(rest) || (rest[0] is '（' or '(' && ContinuesSeries(rest)),
            LabelStyle.Numeral => ContinuesSeries(rest),
            LabelStyle.Letter => rest[0] is '、' or '，' or '项' || (rest[0] is '和' or '或' or '至' or '与' or '及' && rest.Length > 1 && char.IsAsciiLetterLower(rest[1])),
            _ => false,
        };
    }

    /// <summary>第二款, 第（三）项 after 第五条; 第三方 is no part of an article.</summary>
    private static bool NamesPart(ReadOnlySpan<char> rest)
    {
        if (rest[0] != '第') return false;
        var start = rest.Length > 1 && rest[1] is '（' or '(' ? 2 : 1;
        var end = ChineseNumeral.ReadSpaced(rest, start, out _);
        if (end < 0) return false;
        if (start == 2) end++;
        return end < rest.Length && rest[end] is '款' or '项' or '条' or '节' or '目';
    }

    /// <summary>项规定 after （二）; 项目 and 目标 are words.</summary>
    private static bool NamesItem(ReadOnlySpan<char> rest) =>
        rest[0] is '项' or '目' or '款' or '条' && rest.Length > 1 && StartsWithAny(rest[1..], AfterItemWord);

    /// <summary>二、三类 after 一、; （二）项 after （一）.</summary>
    private static bool ContinuesSeries(ReadOnlySpan<char> rest)
    {
        var bracketed = rest[0] is '（' or '(';
        var end = ChineseNumeral.ReadSpaced(rest, bracketed ? 1 : 0, out _);
        if (end < 0 || end >= rest.Length || char.IsDigit(rest[bracketed ? 1 : 0])) return false;
        if (bracketed) return rest[end] is '）' or ')';
        return rest[end] is '、' || StartsWithAny(rest[end..], Classes);
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
