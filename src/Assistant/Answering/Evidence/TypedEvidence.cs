using System.Text.RegularExpressions;

namespace Assistant.Answering.Evidence;

/// <summary>Finds the kind of thing asked in a sentence.</summary>
public static partial class TypedEvidence
{
    /// <summary>Where the sentence (folded) holds such a thing: offsets of each, ascending; empty where it does not.</summary>
    public static IReadOnlyList<int> Find(AskedFor asked, string sentence)
    {
        var pattern = asked.Kind switch
        {
            // 要加多少钱 is answered by 水价的二倍 as well, 补多少万元 is not.
            AskedKind.Amount => asked.Unit is null ? AmountOrRate() : Amount(),
            AskedKind.Percentage => Percentage(),
            AskedKind.Date => Date(),
            AskedKind.Duration => Duration(),
            AskedKind.Body => asked.Unit is null ? Body() : Company(),
            AskedKind.Document => Document(),
            AskedKind.Definition => Definition(),
            AskedKind.YesNo => Modal(),
            AskedKind.Enumeration => Enumeration(),
            AskedKind.Article => Article(),
            AskedKind.Contact => Contact(),
            _ => AskedMatters.Holding(asked.Kind) ?? Number(),
        };
        var found = new List<int>();
        foreach (var match in pattern.EnumerateMatches(sentence))
        {
            if (asked is { Kind: AskedKind.Count, Unit: { } unit } && !FollowedBy(sentence, match.Index + match.Length, unit)) continue;
            found.Add(match.Index);
        }
        return found;
    }

    /// <summary>多少项: 370余项. The first character of the unit, or its symbol, within four of the number's end.</summary>
    private static bool FollowedBy(string sentence, int end, string unit)
    {
        // A unit of English questions is a plural word and cannot be looked for.
        if (!FoldedText.IsHan(unit[0])) return true;
        var near = sentence.AsSpan(end, Math.Min(4, sentence.Length - end));
        return near.Contains(unit[0]) || near.StartsWith("%") || Symbols(unit).Any(symbol => sentence.AsSpan(end).StartsWith(symbol));
    }

    /// <summary>The ways documents print a measure that people ask for in words.</summary>
    private static string[] Symbols(string unit) => unit switch
    {
        "公斤" => ["kg", "千克"],
        "千克" => ["kg", "公斤"],
        "公里" or "千米" => ["km", "千米", "公里"],
        "毫克" => ["mg"],
        "毫米" => ["mm"],
        "米" => ["m"],
        "平方" => ["m2", "㎡", "m²"],
        "立方" => ["m3", "m³"],
        "吨" => ["t"],
        "千瓦" => ["kw"],
        "度" or "摄氏" => ["℃", "°"],
        _ => [],
    };

    [GeneratedRegex("[0-9][0-9.,]*(?:多|余)?[千百]?[万亿]{0,2}(?:余|多)?(?:元|美元|欧元|块)|[一二三四五六七八九十百千]+[万亿]?元")]
    private static partial Regex Amount();

    [GeneratedRegex("[0-9][0-9.,]*(?:多|余)?[千百]?[万亿]{0,2}(?:余|多)?(?:元|美元|欧元|块)|[一二三四五六七八九十百千]+[万亿]?元|[0-9][0-9.]*[%‰]|[百千万]分之[一二三四五六七八九十]|[一二三四五六七八九两0-9]倍|免费|不收费|减半收取")]
    private static partial Regex AmountOrRate();

    [GeneratedRegex("[0-9][0-9.]*(?:%|‰|个百分点)|[百千万]分之[一二三四五六七八九十]|[一二三四五六七八九]成|[一二三四五六七八九两0-9]倍|系数[^,。;]{0,4}[0-9]")]
    private static partial Regex Percentage();

    [GeneratedRegex("[0-9]{3,4}-[0-9]{7,8}|[0-9]{5}热线|[a-z0-9._]+@[a-z0-9.]+|https?:|www\\.|[路街道][0-9]+号|网站|网址|小程序|平台|栏目")]
    private static partial Regex Contact();

    [GeneratedRegex("[0-9]{4}年(?:[0-9]{1,2}月)?|[0-9]{1,2}月(?:[0-9]{1,2}日|底|份)?|每年[一二三四五六七八九十]{1,2}月|(?:印发|发布|公布|施行)之日")]
    private static partial Regex Date();

    [GeneratedRegex("[0-9]+(?:至|-|—|~)?[0-9]*(?:个)?(?:工作日|小时|分钟|月|年(?!度)|天|日)(?:内|以内|前|后|以上|以下|之内)?|[一二三四五六七八九十两半]+(?:个)?(?:工作日|小时|月|年(?!度)|天|日|周)|周岁|(?:限期|长期)")]
    private static partial Regex Duration();

    [GeneratedRegex("[\\p{L}]{1,12}?(?:部|委|局|厅|署|院|办公室|政府|机构|机关|部门|公司|大学|中心|企业|单位|协会|集团|组织|委员会|银行|主体|委员)")]
    private static partial Regex Body();

    [GeneratedRegex("公司|集团|[大中小]学|学院|研究院|研究所|股份|[\\p{L}]{2}厂|企业")]
    private static partial Regex Company();

    [GeneratedRegex("《[^》]{2,80}》|[〔\\[(][0-9]{4}[〕\\])][0-9]+号|第[0-9]+号|gb[/0-9t]*\\s?[0-9.]+")]
    private static partial Regex Document();

    [GeneratedRegex("是指|所称|指的是|定义为|即|包括|系指")]
    private static partial Regex Definition();

    [GeneratedRegex("可以|可|不得|禁止|应当|应|不予|允许|不影响|不具有|具有|需要|须|不再|无需|按照|支持|鼓励|不能|除外")]
    private static partial Regex Modal();

    // A line that ends in a colon is followed by its list.
    [GeneratedRegex("、[^、。;]{1,40}(?:、|和|及|与|等|以及)|;|:$|[((][一二三四五六七八九十][))]|[^,]{2,20},[^,]{2,20},[^,]{2,20},")]
    private static partial Regex Enumeration();

    [GeneratedRegex("第[一二三四五六七八九十百]+条|[0-9]+(?:-|—|至)[0-9]+条")]
    private static partial Regex Article();

    [GeneratedRegex("[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千两]+(?=[个项家场名人部台条种类件次倍级批所座位艘辆篇章层万亿立平公吨升米克度课亩户])")]
    private static partial Regex Number();
}
