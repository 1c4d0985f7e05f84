using System.Text.RegularExpressions;

namespace Assistant.Answering.Asking;

/// <summary>How sentences (folded) hold each kind of thing.</summary>
internal static partial class HoldingPatterns
{
    [GeneratedRegex("[0-9][0-9.,]*(?:多|余)?[千百]?[万亿]{0,2}(?:余|多)?(?:元|美元|欧元|块)|[一二三四五六七八九十百千]+[万亿]?元")]
    public static partial Regex Amount();

    [GeneratedRegex("[0-9][0-9.,]*(?:多|余)?[千百]?[万亿]{0,2}(?:余|多)?(?:元|美元|欧元|块)|[一二三四五六七八九十百千]+[万亿]?元|[0-9][0-9.]*[%‰]|[百千万]分之[一二三四五六七八九十]|[一二三四五六七八九两0-9]倍|免费|不收费|减半收取")]
    public static partial Regex AmountOrRate();

    [GeneratedRegex("[0-9][0-9.]*(?:%|‰|个百分点)|[百千万]分之[一二三四五六七八九十]|[一二三四五六七八九]成|[一二三四五六七八九十百两0-9]倍|系数[^,。;]{0,4}[0-9]")]
    public static partial Regex Percentage();

    [GeneratedRegex("[0-9]+(?:至|-|—|~)?[0-9]*(?:个)?(?:工作日|小时|分钟|月|年(?!度)|天|日)(?:内|以内|前|后|以上|以下|之内)?|[一二三四五六七八九十两半]+(?:个)?(?:工作日|小时|月|年(?!度)|天|日|周)|周岁|(?:限期|长期)")]
    public static partial Regex Duration();

    [GeneratedRegex("[0-9]{4}年(?:[0-9]{1,2}月)?|[0-9]{1,2}月(?:[0-9]{1,2}日|底|份)?|每年[一二三四五六七八九十]{1,2}月|(?:印发|发布|公布|施行)之日")]
    public static partial Regex Date();

    [GeneratedRegex("《[^》]{2,80}》|[〔\\[(][0-9]{4}[〕\\])][0-9]+号|第[0-9]+号|gb[/0-9t]*\\s?[0-9.]+")]
    public static partial Regex Document();

    [GeneratedRegex("[\\p{L}]{1,12}?(?:部|委|局|厅|署|院|办公室|政府|机构|机关|部门|公司|大学|中心|企业|单位|协会|集团|组织|委员会|银行|主体|委员)")]
    public static partial Regex Body();

    [GeneratedRegex("公司|集团|[大中小]学|学院|研究院|研究所|股份|[\\p{L}]{2}厂|企业")]
    public static partial Regex Company();

    [GeneratedRegex("第[一二三四五六七八九十百]+条|[0-9]+(?:-|—|至)[0-9]+条")]
    public static partial Regex Article();

    [GeneratedRegex("[0-9]{3,4}-[0-9]{7,8}|[0-9]{5}热线|[a-z0-9._]+@[a-z0-9.]+|https?:|www\\.|[路街道][0-9]+号|网站|网址|小程序|平台|栏目")]
    public static partial Regex Contact();

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千两]+(?=[个项家场名人部台条种类件次倍级批所座位艘辆篇章层万亿立平公吨升米克度课亩户元角倍])")]
    public static partial Regex Number();

    [GeneratedRegex("是指|所称|指的是|定义为|即|包括|系指")]
    public static partial Regex Definition();

    // A line that ends in a colon is followed by its list.
    [GeneratedRegex("、[^、。;]{1,40}(?:、|和|及|与|等|以及)|;|:$|[((][一二三四五六七八九十][))]|[^,]{2,20},[^,]{2,20},[^,]{2,20},")]
    public static partial Regex Enumeration();

    [GeneratedRegex("可以|可|不得|禁止|应当|应|不予|允许|不影响|不具有|具有|需要|须|不再|无需|按照|支持|鼓励|不能|除外")]
    public static partial Regex Modal();
}
