using System.Text.RegularExpressions;

namespace Assistant.Ingestion;

/// <summary>What a web page leaves around a text that was copied from it: links to attachments, addresses, editors, sharing buttons.</summary>
internal static partial class WebRemains
{
    public static bool IsRemain(string line) => line.Length < 300 && (Remain().IsMatch(line) || Address().IsMatch(line));

    [GeneratedRegex(
        @"^(?:点击(?:以下|下方|下列|此处|这里|附件|查看|下载|进入|阅读).{0,20}[：:]?$|责任编辑[：:].{0,20}$|[（(]?(?:编辑|责编|校对|来源|信息来源|稿源|文章来源|发布时间|发布日期|浏览次数|字号|分享到|分享|扫一扫|扫码|打印|打印本页|关闭窗口|上一篇|下一篇|相关阅读|相关链接|相关附件|版权所有|免责声明|原标题|原文链接)\s*[：:】].{0,60}$"
        + @"|[【\[]?(?:打印本页|关闭窗口|分享到|返回顶部|扫一扫在手机打开当前页|扫一扫)[】\]]?$|.{0,40}尽在.{2,20}(?:APP|客户端|公众号|小程序)$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Remain();

    /// <summary>A line that is nothing but a link, or the second half of one.</summary>
    [GeneratedRegex(@"^(?:(?:https?://|www\.)[!-~]+|[0-9a-f_/]{4,60}\.s?html?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
