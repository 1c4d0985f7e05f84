using System.Text.RegularExpressions;

namespace Assistant.Ingestion.Titles;

/// <summary>What a web page leaves around its text, also where it was copied: its way through the site, its particulars, links, editors, buttons.</summary>
internal static partial class WebRemains
{
    public static bool IsRemain(string line) =>
        (line.Length < 300 && (Remain().IsMatch(line) || Address().IsMatch(line))) || (line.Length < 40 && Button().IsMatch(line)) || IsParticulars(line);

    /// <summary>发文机关：…, 成文日期：…: below a title they are what a reader wants to know and no remains.</summary>
    public static bool StartsParticular(string line) => Particular().Match(line) is { Success: true, Index: 0 };

    /// <summary>索引号：… 主题分类：…: a row of the table that the page of an office has above each document.</summary>
    private static bool IsParticulars(string line) =>
        line.Length < 300 && (OnlyOnPages().IsMatch(line) || Particular().Count(line) >= 2 || (Title().Match(line) is { Success: true } title && TitleShape.EndsWithKind(line[title.Length..])));

    [GeneratedRegex(
        @"^(?:点击(?:以下|下方|下列|此处|这里|附件|查看|下载|进入|阅读).{0,20}[：:]?$|责任编辑[：:].{0,20}$|[（(【]?(?:编辑|责编|文字编辑|图片编辑|值班编辑|值班主任|责任编辑|校对|来源|信息来源|稿源|文章来源|发布时间|发布日期|浏览次数|字号|分享到|分享|扫一扫|扫码|打印|打印本页|关闭窗口|上一篇|下一篇|上一条|下一条|相关阅读|相关链接|相关附件|版权所有|免责声明|原标题|原文链接)\s*[：:】].{0,60}$"
        + @"|.{0,40}尽在.{2,20}(?:APP|客户端|公众号|小程序)$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Remain();

    /// <summary>A line that is nothing but a link, or the second half of one.</summary>
    [GeneratedRegex(@"^(?:(?:https?://|www\.)[!-~]+|[0-9a-f_/]{4,60}\.s?html?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    /// <summary>Buttons and counters: their words stand in sentences too, which are longer or go on behind them.</summary>
    [GeneratedRegex(
        """
        ^[\s【\[（(|]*(?:
            (?:扫一扫|扫描二维码|扫码|长按识别|用微信扫)(?:[^，。；]{0,6}(?:手机|打开|分享|关注|查看|阅读|下载|二维码|当前页|微信|公众号)[^，。；]{0,12})?$
          | (?:分享到|分享至|打印本页|打印|关闭窗口|关闭本页|关闭|返回顶部|我要纠错|收藏本页|TOP)[】\]）)|\s]*(?:$|[【\[（(|]|责任编辑)
          | (?:字号|字体)\s*[:：\[【]
          | [\u4e00-\u9fff·]{2,14}(?:政府网|网站|门户网|信息网|公众网)$
          | (?:阅读次数|浏览量|点击数|访问次数)\s*[:：]
          | (?:您(?:当前)?所在的?位置|您的位置|当前位置|您现在的位置|首页\s*[>＞»])
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Button();

    [GeneratedRegex(@"^(?:索\s*引\s*号|主\s*题\s*分\s*类|主\s*题\s*词|有\s*效\s*性|体裁分类|组配分类|服务对象分类|信息(?:分类|类别)|公开方式)\s*[：:]")]
    private static partial Regex OnlyOnPages();

    [GeneratedRegex(@"^标\s*题\s*[：:]\s*")]
    private static partial Regex Title();

    [GeneratedRegex(@"(?:^|\s)(?:索\s*引\s*号|主\s*题\s*分\s*类|主\s*题\s*词|发\s*文\s*机\s*关|发布机构|成\s*文\s*日\s*期|标\s*题|发\s*文\s*字\s*号|文\s*号|发布日期|公开日期|生成日期|有\s*效\s*性|名\s*称)\s*[：:]")]
    private static partial Regex Particular();
}
