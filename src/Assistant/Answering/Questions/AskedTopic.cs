using System.Text.RegularExpressions;

namespace Assistant.Answering.Questions;

/// <summary>What a Chinese question is about, and which property of it is asked for.</summary>
internal static partial class AskedTopic
{
    /// <summary>Characters; shorter is an address (请问) or a remnant.</summary>
    private const int Shortest = 4;

    /// <summary>Without the words that asked, the condition that an earlier follow-up set, and the property asked for: X的比例是多少 → X.</summary>
    public static string Of(string question)
    {
        var first = WithoutCondition(question).Split('？', '?', '；')[0].Trim();
        var word = Asking().Match(first);
        var topic = word.Success && word.Index >= Shortest ? first[..word.Index] : first;
        var comma = topic.LastIndexOfAny(['，', ',']);
        if (comma >= Shortest) topic = topic[..comma];
        else if (comma >= 0 && topic.Length - comma - 1 >= Shortest) topic = topic[(comma + 1)..];
        var of = topic.LastIndexOf('的');
        if (of >= Shortest) topic = topic[..of];
        return LeadsUp().Replace(topic, "").Trim();
    }

    /// <summary>如果是六层的，补贴多少 → 补贴多少.</summary>
    public static string WithoutCondition(string question) => Condition().Replace(question, "", 1);

    /// <summary>Whether it is a thing that something else can be asked of; 能同时享受 is none.</summary>
    public static bool IsThing(string topic) => topic.Length >= Shortest && !Modal().IsMatch(topic);

    public static bool IsAsking(string words) => Asking().IsMatch(words);

    /// <summary>E类的标准 → E类, 标准. The property is empty where the words name none, and the rest where they name nothing else.</summary>
    public static (string Others, string Property) Split(string words)
    {
        var match = Property().Match(words);
        return match.Success ? (match.Groups["rest"].Value.TrimEnd('的'), match.Groups["property"].Value) : (words.TrimEnd('的'), "");
    }

    /// <summary>是多久 for 期限, 有哪些 for 材料.</summary>
    public static string TailOf(string property) => property switch
    {
        _ when Moment().IsMatch(property) => "是什么时候",
        _ when Time().IsMatch(property) => "是多久",
        _ when Number().IsMatch(property) => "是多少",
        _ when Several().IsMatch(property) => "有哪些",
        _ => "是什么",
    };

    [GeneratedRegex("多少|多久|多大|多长|多高|几[个年天日项家条款类种]|什么|哪|谁|怎么|怎样|如何|是否|是不是|能不能|可不可以|可以|吗|何时|为何|有没有|会不会|要不要|需不需要")]
    private static partial Regex Asking();

    [GeneratedRegex("(?:[，, ]|是|为|有|由|要|需要?|应当?|能|会|最[高低多少长短大小早晚迟]|一共|总共|大概|一般|至少|目前|现在|标准|金额|比例|条件|期限|材料)+$")]
    private static partial Regex LeadsUp();

    [GeneratedRegex("^(?:[能会要该]|可以|是否|应当|有没有)")]
    private static partial Regex Modal();

    [GeneratedRegex("^如果是?[^，]{1,20}，")]
    private static partial Regex Condition();

    [GeneratedRegex("^(?<rest>.*?)(?<property>(?:申请|申报|办理|审批|审核|补贴|补助|公示|处罚|收费|适用|施行|截止|发放)?(?:期限|时限|时间|周期|有效期|公示期|金额|标准|额度|费用|价格|比例|上限|下限|材料|资料|条件|情形|要求|流程|程序|手续|步骤|方式|依据|范围|对象|部门|单位|机关|电话|地址|后果|责任|罚则|处罚|措施)|[\\u4e00-\\u9fff]{0,3}(?:费|率|额|价|金))$")]
    private static partial Regex Property();

    [GeneratedRegex("(?:申请|申报|施行|截止|发放)时间")]
    private static partial Regex Moment();

    [GeneratedRegex("期限|时限|时间|周期|有效期|公示期")]
    private static partial Regex Time();

    [GeneratedRegex("金额|标准|额度|费用|价格|比例|上限|下限|[费率额价金]$")]
    private static partial Regex Number();

    [GeneratedRegex("材料|资料|条件|情形|要求|措施|手续|步骤")]
    private static partial Regex Several();
}
