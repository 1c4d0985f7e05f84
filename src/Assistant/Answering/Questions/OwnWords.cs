using System.Text.RegularExpressions;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Questions;

/// <summary>
/// The words by which a Chinese question says what it is about: without those that only ask, and those that every procedure knows (申请, 审批, 材料, 多久),
/// which are asked of something named before.
/// </summary>
internal static partial class OwnWords
{
    /// <summary>Characters that say a subject; fewer may be a part of what was spoken of.</summary>
    private const int Subject = 4;

    /// <summary>Of two characters and more, in order.</summary>
    public static IReadOnlyList<string> Of(string question) =>
        [.. Common().Split(question).Where(word => word.Length >= 2 && word.All(c => HanText.IsHan(c) || char.IsLetterOrDigit(c)))];

    /// <param name="least">Characters of its own words.</param>
    public static bool SaysItsSubject(string question, int least = Subject) => Of(question).Sum(word => word.Length) >= least;

    /// <summary>Whether a rewriting still speaks of what the question speaks of.</summary>
    public static bool AreKept(string question, string rewritten) => Of(question).All(word => Touches(rewritten, word));

    /// <summary>Whether the clauses found for an answer, in the documents that it cites, speak of the word.</summary>
    public static bool Tells(this Answer answer, string word)
    {
        var documents = answer.Citations.Select(citation => citation.DocumentId).ToHashSet(StringComparer.Ordinal);
        return answer.Nearest.Any(passage => documents.Contains(passage.DocumentId) && Touches(passage.Text, word));
    }

    /// <summary>Half of its pairs of characters stand there: 计划 alone is not 超计划用水.</summary>
    private static bool Touches(string text, string word)
    {
        var pairs = 0;
        for (var i = 0; i + 2 <= word.Length; i++)
            if (text.AsSpan().Contains(word.AsSpan(i, 2), StringComparison.OrdinalIgnoreCase)) pairs++;
        return 2 * pairs >= word.Length - 1;
    }

    [GeneratedRegex(
        "[^\\p{L}\\p{N}]+|什么时候|什么样|什么|是不是|能不能|可不可以|有没有|会不会|要不要|算不算|行不行|为什么|怎么办|怎么样|怎么|怎样|如何|是否|哪一?[些个种家类份级天年月日条项里儿]|哪|多少|多久|多长时间|多[大高长]|几[个家天年月日项名条类种级次倍]|谁" +
        "|申请人?|申报|办理|审批|审核|审查|受理|批准|验收|公示期?|公布|发放|拨付|领取|提交|提供|缴纳|处理|处罚|罚款|负责|管理|监督|通知|答复|解释|执行|施行|生效|实施|废止|失效|有效期?|印发|发布|到账|到手|支付" +
        "|材料|资料|条件|期限|时限|时间|程序|流程|手续|标准|金额|额度|比例|部门|单位|机关|电话|地址|费用|价格|要求|规定|范围|对象|方式|依据|后果|责任|情形|情况|内容|补贴|补助|钱" +
        "|[今去明每前后]年|每月|需要|应当|必须|可以|准备|现在|目前|一般|大概|至少|最多|最[长短高低快晚早]|一共|具体|分别|还有|另外|如果|的话|我们?|你们?|他们|自己" +
        "|[的了吗呢吧啊呀是有要能会得到来去由让向给对把被在从就也都还再又才先后里中上下时做办批审交带找问拿领补罚付算发收建管那这和与及或个]")]
    private static partial Regex Common();
}
