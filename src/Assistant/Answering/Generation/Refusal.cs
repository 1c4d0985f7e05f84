using System.Text.RegularExpressions;

namespace Assistant.Answering.Generation;

/// <summary>Notices when a model says that the passages do not answer. One for each reply.</summary>
internal sealed partial class Refusal
{
    /// <summary>With the word that the prompt asks for.</summary>
    public bool IsSaid { get; private set; }

    /// <summary>Decides nothing by itself: of a text, too, one may say that it does not provide for something.</summary>
    public bool IsInOwnWords { get; private set; }

    public void Read(string sentence)
    {
        IsSaid |= sentence.Contains(GenerativeAnswerer.NoAnswer, StringComparison.Ordinal);
        IsInOwnWords |= Chinese().IsMatch(sentence) || English().IsMatch(sentence);
    }

    [GeneratedRegex("(?:材料|资料|条文|文件|内容|信息|上下文|段落)[^。！？]{0,20}?(?:未|没有|不足以|无法|不能|缺乏)[^。！？]{0,12}?(?:回答|作答|说明|提及|提到|涉及|规定|包含|记载|给出|提供|相关)|(?:无法|不能|难以)[^。！？]{0,20}?(?:回答|作答|得出答案)")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\b(?:cannot|can't|could not|unable to)\s+(?:be\s+)?(?:answer|determine|find)|\b(?:does|do|did)(?:\s+not|n't)\s+(?:contain|provide|mention|specify|answer|state|include|address)|\b(?:no|not enough|insufficient)\s+(?:relevant\s+)?(?:information|answer|mention)", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
