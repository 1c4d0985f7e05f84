using System.Text.RegularExpressions;

namespace Assistant.Answering.Asking;

/// <summary>
/// How questions (folded, English ones with their spaces) ask for each kind of thing. Words of the language: the noun that one document is about does not
/// belong here. A group <c>unit</c> is what must stand with the thing.
/// </summary>
internal static partial class AskingPatterns
{
    [GeneratedRegex("(?:多少|几|多大)(?:个)?[千百十]?[万亿]{0,2}(?:(?<unit>元|美元|欧元)|块|钱|资金|经费|额度|奖金|罚款|补贴|补助|费用?|税款?|贷款|投资)|(?:补|罚|奖|花|赔|缴|交)(?:助|贴|款|金|偿|纳)?(?:给|了)?多少(?![项个家件台辆倍])|(?:金额|收入|奖金|奖励|罚款|补贴|补助|资金|规模)(?:[^,。?]{0,6})(?:是|为)?多少(?![项个家件台辆场])|(?:费用?|价格?|工资|租金|押金|保证金|定金|滞纳金|违约金|赔偿金|补偿金)(?:大概|一般|一共|总共|每月)?(?:要|需要|得|是|为)?多少(?![项个家件台辆场])|(?:能|可以|给)报(?:销)?多少(?![项个家件台辆场])|(?:补贴|补助|奖励|收费|罚款|工资|租金|津贴)标准(?:是什么|怎么定|呢)?[?]?$|按(?:什么|多少|哪个)标准(?:收|缴|交|付|发|补|给)")]
    public static partial Regex ChineseAmount();

    [GeneratedRegex("百分之(?:几|多少)|(?:多少|几)倍|多少%|几成|几个点|(?:多少|几)个?百分点|多大(?:的)?(?:比重|比例)|(?:比例|比重|占比|税率|利率|费率|增长率|增速|比率)[^,。?]{0,8}(?:多少|多高|多大|几)|按(?:什么|多少|多大)(?:的)?比例|(?:增长|下降|提高|降低|减少)(?:了|到)?多少(?=[,。?]|$)")]
    public static partial Regex ChinesePercentage();

    [GeneratedRegex("多久|多长时间|(?:期限?|期间|时限|时间|时长|年限|寿命|工时)[^,。?]{0,4}(?:多长|几何)|(?:期限|时限|有效期|年限|公示期)(?:是什么|呢)?[?]?$|(?:多少|几)个?(?<unit>工作日|小时|分钟|个月|月|年|天|日|周)(?!份)")]
    public static partial Regex ChineseDuration();

    [GeneratedRegex("什么时候|何时|哪天|哪一?[天年日月]|几[月号]|什么(?:日期|时间)|(?:最晚|最迟|截止|截至)(?!20)|起始日期|哪年")]
    public static partial Regex ChineseDate();

    [GeneratedRegex("文号|标准号|哪(?:份|个|部|些|几份|几个|两个|三个)?(?:[^,。?]{0,6})(?:文件|办法|法律|法规|公告|条例|规定|意见|指南|标准)(?!子)|什么(?:文件|法律|依据)")]
    public static partial Regex ChineseDocument();

    [GeneratedRegex("哪(?:个|些|一?家|一?级|几家|所|类|位|几个|两家)?(?:[^,。?]{0,4})(?:部门|机关|单位|机构|(?<unit>公司|企业|厂商)|大学|院校|政府|委员|主体|组织|专家|协会)|(?:由|让|找|向|归|给)?谁|哪一?[级家所]|哪里(?:管|审|批|受理)")]
    public static partial Regex ChineseBody();

    [GeneratedRegex("第?(?:几|哪一?|哪几|多少)条")]
    public static partial Regex ChineseArticle();

    [GeneratedRegex("(?:电话|热线|号码|邮箱|邮编|网址|地址)[^,。?]{0,3}(?:是|多少|在|什么)|(?:哪个?|什么)(?:电话|热线|邮箱|网站|地址|平台)|[在去到]哪(?:里|儿)")]
    public static partial Regex ChineseContact();

    [GeneratedRegex("(?:多少|(?<=[^,。?;哪好这那近前后十数])几(?![种类]))(?<unit>[项个家场名人部台条种类件次倍批所座位艘辆篇级户组套吨米度岁亩公千毫平立摄节轮站款票单份][\\p{L}]?)?|多(?:大|高|重|宽|长|快|厚|深)|第几")]
    public static partial Regex ChineseCount();

    [GeneratedRegex("(?:是|指)(?:的是)?什么(?:意思|概念)|什么(?:是|叫|算)|(?:是指|指的是|所称)(?:什么|哪)|(?:定义|含义)")]
    public static partial Regex ChineseDefinition();

    [GeneratedRegex("哪(?:些|几|两|三|四|五)|分别|各(?:是|自|有|补|要|分)|包括什么|(?:什么|何)(?:要求|条件|情形|情况|措施|材料|内容|因素)|几(?:类|种|个方面|方面)")]
    public static partial Regex ChineseEnumeration();

    [GeneratedRegex("能不能|可不可以|可以[^,。?]{0,20}吗|行不行|是不是|是否|有没有|会不会|要不要|该不该|算不算|[^,。?]吗[?]?$|吗[?,]|具有[^,。?]{1,8}吗")]
    public static partial Regex ChineseYesNo();

    [GeneratedRegex("how much|\\b(?:yuan|rmb|fine|funding|budget|subsid(?:y|ies)|amount|revenue|salary|salaries|price|cost|fee|fees)\\b")]
    public static partial Regex EnglishAmount();

    [GeneratedRegex("percent|percentage|\\b(?:share|ratio|ratios|proportion|rate|rates)\\b")]
    public static partial Regex EnglishPercentage();

    [GeneratedRegex("how (?:long|many (?<unit>years|months|days|hours))")]
    public static partial Regex EnglishDuration();

    [GeneratedRegex("\\bwhen\\b|what (?:date|time|year|day)|which (?:date|year|day)|deadline|by what date")]
    public static partial Regex EnglishDate();

    [GeneratedRegex("which (?:\\w+ ){0,3}(?:documents?|regulations?|laws?|agreements?|standards?|measures|notice)|(?:document|standard) number")]
    public static partial Regex EnglishDocument();

    [GeneratedRegex("\\bwho\\b|which (?:\\w+ ){0,2}(?:agency|agencies|authority|authorities|ministry|ministries|department|departments|body|bodies|company|companies)")]
    public static partial Regex EnglishBody();

    [GeneratedRegex("which (?:articles?|clauses?|sections?)")]
    public static partial Regex EnglishArticle();

    [GeneratedRegex("\\b(?:hotline|telephone|phone number|e-?mail address|postal address|website|web site)\\b|where can")]
    public static partial Regex EnglishContact();

    [GeneratedRegex("how many|what (?:is|are) the (?:maximum|minimum|total|number|level)")]
    public static partial Regex EnglishCount();

    [GeneratedRegex("what (?:is|are) meant by|what does .{1,60} mean|\\bdefin")]
    public static partial Regex EnglishDefinition();

    [GeneratedRegex("which (?:two|three|four|five)|what (?:\\w+ ){0,2}(?:conditions|requirements|measures|factors|circumstances)|\\blist\\b")]
    public static partial Regex EnglishEnumeration();

    [GeneratedRegex("^(?:is|are|can|may|must|does|do|should|will)\\b|whether")]
    public static partial Regex EnglishYesNo();
}
