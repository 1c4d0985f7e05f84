using System.Text.RegularExpressions;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Asking;

/// <summary>
/// What a Chinese question speaks of, in phrases a reader recognises: cut at the words that only ask, at particles and at punctuation. Nothing is
/// cut at a character that is often part of a word (能 of 能源, 要 of 要求), so a phrase may be long, but it is no fragment.
/// </summary>
public static partial class QuestionPhrases
{
    private const int Longest = 16;

    /// <param name="folded">See <see cref="FoldedText"/>.</param>
    /// <returns>In the order asked, each once; none for a question in English.</returns>
    public static IReadOnlyList<string> Of(string folded) =>
        [.. Border().Split(folded).Where(phrase => phrase.Length is >= 2 and <= Longest && phrase.Any(HanText.IsHan) && !Measure().IsMatch(phrase) && !Modal().IsMatch(phrase)).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// What the question is about, whatever it asks of it: every stretch between the words that only ask, also without 税率, 条件, 处罚 and other
    /// names of what is asked, which stand in any document.
    /// </summary>
    public static IReadOnlyList<string> Subject(string folded) =>
        [.. Border().Split(folded).SelectMany(piece => Asked().Split(piece)).Where(piece => piece.Length >= 2)];

    [GeneratedRegex(
        "[^\\p{L}\\p{N}]+|什么时候|什么样|什么|是不是|能不能|可不可以|有没有|会不会|要不要|算不算|行不行|为什么|有哪些|有什么|怎么办|怎么样|怎么|怎样|如何|是否|哪一?[些个种家类份级天年月日条项里儿]|哪几[个家类项种份]?|哪" +
        "|百分之(?:几|多少)|多少|多久|多长时间|多[大高长深重宽快](?!数)|几[个家天年月日项名条类种级次倍成号点岁位所台件部场]|(?<![这那]个)我们?|你们?|他们|咱们?|请问|分别|各自|各是|具体|一共|总共|大概|目前|至少|最多" +
        "|需要|应当|可以|不得|必须|按照|根据|关于|以及|或者|还是|如果|因为|属于|包括|要求是|是指|指的是|所称|规定(?=的|了|是)|(?<=[\\p{L}])(?:是|有|要|能|拿|补|由|分|叫|算|到|达到|在|给|按|为|收)(?=[每各多什哪谁几按从由]|$)" +
        "|由谁|是谁|谁来?|吗|呢|吧|啊|的(?!士)|了(?!解)|把(?!关)|被|和(?![解平谐约])|与(?!会)|及(?![时格])|[就也还都](?=[\\p{L}])(?![业市款原])")]
    private static partial Regex Border();

    [GeneratedRegex("最[长短高低多少大小晚早迟快]|税率|金额|标准|条件|要求|材料|期限|程序|流程|手续|处罚|规定|政策|部门|时间|内容|办理|申请|有效期|责任|比例|数量|费用|价格|方式|措施|情形|情况|问题|意思|国家|企业|公司|单位|个人|违反|违法")]
    private static partial Regex Asked();

    [GeneratedRegex("^[能要会][报补拿领办做买卖罚发用交]$")]
    private static partial Regex Modal();

    [GeneratedRegex("^(?:每|第|个|年|月|日|天|亩|平方米|立方米|公里|公斤|小时|分钟|工作日|吨|[万亿]?元|名|家|项|部|台|次|岁|倍|以上|以下|以内|之内|[0-9])+$")]
    private static partial Regex Measure();
}
