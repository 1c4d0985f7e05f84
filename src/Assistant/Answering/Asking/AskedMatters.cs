using System.Text.RegularExpressions;

namespace Assistant.Answering.Asking;

/// <summary>
/// What rules are asked for again and again, and the words rules say it with: who asks 怎么处罚 is answered by 责令改正 and 吊销许可证, where the word
/// 处罚 need not stand.
/// </summary>
internal static partial class AskedMatters
{
    public static IReadOnlyList<AskedForm> All { get; } =
    [
        new(AskedKind.Penalty, AsksPenalty(), EnglishPenalty(), Penalty(), new("处罚或后果", "penalty")) { Tells = FormTells.Always },
        new(AskedKind.Material, AsksMaterial(), EnglishMaterial(), Material(), new("材料", "papers")),
        new(AskedKind.Condition, AsksCondition(), EnglishCondition(), Condition(), new("条件", "condition")),
        new(AskedKind.Procedure, AsksProcedure(), EnglishProcedure(), Procedure(), new("程序", "procedure")),
    ];

    [GeneratedRegex("(?:怎么|怎样|如何|咋)(?:样)?(?:被)?(?:处罚|受罚|罚|追究|追责|惩罚|惩处|处置)|(?:什么|哪些|何种|啥|怎样的)(?:样的)?(?:行政|法律)?(?:处罚|惩罚|罚则|后果|责任|处分)|罚什么|(?:处罚|罚则|法律责任|法律后果)(?:标准|措施|规定)?(?:是什么|有哪些|呢)?[?]?$|(?:违反|违规|违法|骗|偷|擅自|拒不|造假|弄虚作假|瞒报)[^,。?]{0,20}(?:怎么|如何|怎样)处理")]
    private static partial Regex AsksPenalty();

    [GeneratedRegex("(?:什么|哪些|啥)(?:申请|申报|证明)?(?:材料|资料|证件|证明)|材料(?:清单|目录)?(?:是什么|有哪些)?[?]?$|(?:带|准备|提供|提交|交)(?:什么|哪些|啥)(?=[?,]|$)")]
    private static partial Regex AsksMaterial();

    [GeneratedRegex("(?:什么|哪些|啥|何种)(?:样的)?(?:基本|申请|申报)?(?:条件|资格|门槛)|(?:条件|资格|门槛)(?:是什么|有哪些|是啥)?[?]?$|(?:符合|满足|具备)(?:什么|哪些)")]
    private static partial Regex AsksCondition();

    [GeneratedRegex("(?:怎么|如何|怎样)(?:去|来)?(?:申请|办理|申报|认定|报名|备案|办|领)|(?:流程|程序|步骤|手续)(?:是什么|有哪些|是怎样的?)?[?]?$|什么(?:流程|程序|手续)")]
    private static partial Regex AsksProcedure();

    [GeneratedRegex("\\b(?:penalt(?:y|ies)|punish(?:ed|ment)?|sanctions?|consequences?|liable|liability)\\b|what happens (?:if|when)")]
    private static partial Regex EnglishPenalty();

    [GeneratedRegex("\\b(?:(?:what|which) (?:\\w+ ){0,2}(?:materials?|papers|certificates)|documents? (?:are|must|should|need))\\b")]
    private static partial Regex EnglishMaterial();

    [GeneratedRegex("\\b(?:eligible|eligibility|qualif(?:y|ies|ied)|conditions?|prerequisites?)\\b")]
    private static partial Regex EnglishCondition();

    [GeneratedRegex("how (?:do|can|should|to|does) (?:\\w+ ){0,3}(?:apply|register|file|obtain|claim)|\\bprocedures?\\b")]
    private static partial Regex EnglishProcedure();

    [GeneratedRegex("罚款|罚金|责令|警告|没收|吊销|暂扣|撤销|拘留|拘役|徒刑|处分|追究|通报批评|追回|收回|追缴|退回|取消|不再受理|不得申[请报]|赔偿|失信|信用记录|约谈|加价|加收|滞纳金|违约金")]
    private static partial Regex Penalty();

    [GeneratedRegex("材料|申[请报](?:表|书|报告)|证明|复印件|证书|合同|凭证|身份证|户口簿|承诺书")]
    private static partial Regex Material();

    [GeneratedRegex("条件|具备|符合|满足|资格|对象|适用于|可以申[请报]|下列情形|以上的|不得申[请报]")]
    private static partial Regex Condition();

    [GeneratedRegex("申请|申报|提交|报送|受理|审核|审查|评审|公示|办理|登录|填报|备案|登记")]
    private static partial Regex Procedure();
}
