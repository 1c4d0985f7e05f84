using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Finds the words of <see cref="Modality"/> in folded text.</summary>
internal static class ModalityScanner
{
    // Longest first.
    private static readonly (string Word, Modality Modality)[] Strong =
    [
        ("不得不", Modality.Duty),
        ("不应当", Modality.Prohibition), ("不可以", Modality.Prohibition), ("不允许", Modality.Prohibition), ("不可抗力", Modality.None), ("不得", Modality.Prohibition),
        ("禁止", Modality.Prohibition), ("严禁", Modality.Prohibition), ("不准", Modality.Prohibition), ("不许", Modality.Prohibition), ("不能", Modality.Prohibition), ("切勿", Modality.Prohibition),
        ("应当", Modality.Duty), ("必须", Modality.Duty), ("有义务", Modality.Duty), ("务必", Modality.Duty), ("应该", Modality.Duty),
        ("可以", Modality.Permission), ("有权", Modality.Permission), ("允许", Modality.Permission), ("准许", Modality.Permission),
        ("鼓励", Modality.Encouragement), ("提倡", Modality.Encouragement), ("倡导", Modality.Encouragement),
        ("无须", Modality.Denial), ("无需", Modality.Denial), ("不必", Modality.Denial), ("不予", Modality.Denial), ("没有", Modality.Denial), ("尚未", Modality.Denial), ("不再", Modality.Denial),
        ("必须品", Modality.None),
    ];

    private static readonly string[] NotModal =
    [
        "未来", "未成年", "不断", "不同", "不仅", "不但", "不足", "不少于", "不低于", "不超过", "不高于", "不大于", "不小于", "不良", "不锈", "不动产", "不当", "不管", "不论", "不久", "不等", "不含",
        "不包括", "不合理", "不合格", "不合法", "不正当", "不确定", "不平衡", "不充分", "不利", "不满", "不限", "不公平", "不稳定", "不可", "不易", "不便", "不明", "不符", "不服", "不规范",
        "应用", "应急", "应对", "应力", "应变", "应收", "应付", "应税", "应纳", "应届", "应邀", "应运", "应有", "应战", "应答", "应链", "应商",
        "可能", "可行", "可靠", "可持续", "可再生", "可视", "可信", "可控", "可比", "可见", "可操作", "可溯", "可追溯", "可复制", "可接受", "可燃", "可用", "可穿戴", "可交换", "可降解", "可推广", "可观", "可循环", "可预", "可量化",
        "须知", "需要", "需求", "需方", "需求侧",
    ];

    private static readonly string[] NotModalWithOneBefore =
    [
        "相应", "适应", "供应", "反应", "效应", "响应", "对应", "呼应", "感应", "顺应", "许可", "认可", "不可", "必须", "所需", "急需", "亟需", "无需", "供需", "内需", "无须", "刚需", "特需", "即可", "便可", "方可",
    ];

    public static List<ModalWord> Scan(string text)
    {
        var words = new List<ModalWord>();
        var at = 0;
        while (at < text.Length)
        {
            if (!"不禁严切应必有务可允准鼓提倡无没尚须需未".Contains(text[at], StringComparison.Ordinal))
            {
                at++;
                continue;
            }
            var (length, modality, weak) = Read(text, at);
            if (modality != Modality.None) words.Add(new ModalWord(modality, at, at + length, weak));
            at += length;
        }
        return words;
    }

    private static (int Length, Modality Modality, bool Weak) Read(string text, int at)
    {
        // 不得超过三十日 is a bound of a quantity, which is compared as such; 不得高于市场价格 forbids.
        if (IsBound(text, at) && CountsWithin(text, at + 4)) return (4, Modality.None, false);
        foreach (var (word, modality) in Strong)
        {
            if (text.HasAt(at, word)) return (word.Length, modality, false);
        }
        foreach (var word in NotModal)
        {
            if (text.HasAt(at, word)) return (1, Modality.None, true);
        }
        if (at > 0)
        {
            foreach (var word in NotModalWithOneBefore)
            {
                if (text.HasAt(at - 1, word)) return (1, Modality.None, true);
            }
        }
        return text[at] switch
        {
            '应' or '须' or '需' => (1, Modality.Duty, true),
            '可' => (1, Modality.Permission, true),
            '不' or '未' => (1, Modality.Denial, true),
            _ => (1, Modality.None, true),
        };
    }

    private static bool IsBound(string text, int at) =>
        text[at] is '不' && at + 4 <= text.Length && text[at + 1] is '得' or '应' or '能' or '宜' or '可'
        && text.Substring(at + 2, 2) is "超过" or "超出" or "低于" or "少于" or "高于" or "多于" or "小于" or "大于" or "短于" or "长于" or "早于" or "晚于";

    private static bool CountsWithin(string text, int at)
    {
        for (var i = at; i < Math.Min(at + 14, text.Length) && text[i] is not (',' or '。' or ';' or '\n'); i++)
        {
            if (char.IsAsciiDigit(text[i]) || HanNumeral.Read(text, i) is not null) return true;
        }
        return false;
    }
}
