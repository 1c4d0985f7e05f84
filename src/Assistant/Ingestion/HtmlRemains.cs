using System.Text.RegularExpressions;

namespace Assistant.Ingestion;

/// <summary>Lines that every web page of an office carries and that belong to no document.</summary>
internal static partial class HtmlRemains
{
    /// <summary>Characters; the words below stand in sentences too, which are longer.</summary>
    private const int Longest = 40;

    public static bool IsRemains(string line) => line.Length <= Longest && Words().IsMatch(line);

    [GeneratedRegex(
        """
        ^[\s【\[（(|]*(?:
            (?:责任编辑|责编|编辑|文字编辑|图片编辑|校对|值班编辑|值班主任)\s*[:：]
          | (?:扫一扫|扫描二维码|扫码|长按识别|用微信扫)
          | (?:分享到|分享至|打印本页|打印|关闭窗口|关闭本页|关闭|返回顶部|我要纠错|收藏本页|TOP)[】\]）)|\s]*(?:$|[【\[（(|])
          | (?:字号|字体)\s*[:：\[【]
          | (?:上一篇|下一篇|上一条|下一条)\s*[:：]
          | (?:浏览次数|阅读次数|浏览量|点击数|访问次数)\s*[:：]
          | (?:您所在的位置|您的位置|当前位置|您现在的位置|首页\s*[>＞»])
        )
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Words();
}
