using System.Text.RegularExpressions;

namespace Assistant.Tests.Grounding;

/// <summary>One change that makes a correct sentence wrong. Written without the checker's own scanners, so that a blind spot of theirs shows.</summary>
internal static partial class GroundingMutations
{
    private static readonly string[] Bodies =
    [
        "国家发展改革委", "财政部", "工业和信息化部", "科技部", "商务部", "生态环境部", "国务院", "市场监管总局", "国家能源局", "教育部", "民政部", "自然资源部", "中国人民银行", "人力资源社会保障部", "农业农村部",
        "市财政局", "市水务局", "市住房城乡建设局", "市民政局", "市科技局", "区人民政府", "市人民政府", "省人民政府",
    ];

    private static readonly (string From, string[] To)[] ModalWords =
    [
        ("不得", ["可以", "应当"]), ("应当", ["可以", "不得"]), ("可以", ["应当", "不得"]), ("必须", ["可以"]), ("禁止", ["允许", "鼓励"]), ("严禁", ["允许"]), ("鼓励", ["禁止", "应当"]),
    ];

    /// <summary>Every kind of change that the sentence allows, once each.</summary>
    public static IEnumerable<(string Kind, string Sentence)> Of(string sentence, Random random)
    {
        if (Change(sentence, PlainNumber(), random, value => Number(value, random)) is { } number) yield return ("number", number);
        if (Change(sentence, HanNumber(), random, value => HanDigit(value, random)) is { } han) yield return ("han number", han);
        if (Change(sentence, Date(), random, value => Number(value, random)) is { } date) yield return ("date", date);
        if (Change(sentence, Amount(), random, value => Scale(value, random)) is { } amount) yield return ("amount", amount);
        if (Change(sentence, Article(), random, value => HanDigit(value, random)) is { } article) yield return ("article", article);
        if (Change(sentence, Title(), random, value => Renamed(value, random)) is { } title) yield return ("title", title);
        if (Body(sentence, random) is { } body) yield return ("body", body);
        if (Modal(sentence, random) is { } modal) yield return ("modal", modal);
        if (Exception(sentence) is { } exception) yield return ("exception", exception);
    }

    private static string? Change(string sentence, Regex pattern, Random random, Func<string, string?> change)
    {
        var matches = pattern.Matches(sentence);
        if (matches.Count == 0) return null;
        var match = matches[random.Next(matches.Count)];
        var group = match.Groups.Count > 1 ? match.Groups[1] : match.Groups[0];
        return change(group.Value) is { } changed && !string.Equals(changed, group.Value, StringComparison.Ordinal)
            ? string.Concat(sentence.AsSpan(0, group.Index), changed, sentence.AsSpan(group.Index + group.Length))
            : null;
    }

    private static string? Number(string value, Random random)
    {
        if (!decimal.TryParse(value, out var number)) return null;
        return random.Next(3) switch
        {
            0 => (number + 1 + random.Next(5)).ToString(),
            1 => number > 3 ? (number - 1 - random.Next(2)).ToString() : (number + 2).ToString(),
            _ => number is > 1900 and < 2100 ? (number + 5).ToString() : (number * 10).ToString(),
        };
    }

    private static string HanDigit(string value, Random random)
    {
        const string digits = "一二三四五六七八九";
        var at = Enumerable.Range(0, value.Length).Where(i => digits.Contains(value[i], StringComparison.Ordinal)).ToArray();
        if (at.Length == 0) return value.Replace("十", "二十", StringComparison.Ordinal);
        var place = at[random.Next(at.Length)];
        return value[..place] + digits[(digits.IndexOf(value[place], StringComparison.Ordinal) + 1 + random.Next(7)) % 9] + value[(place + 1)..];
    }

    private static string Scale(string value, Random random) => value.Contains('亿') ? value.Replace("亿", "万", StringComparison.Ordinal)
        : value.Contains('万') && random.Next(2) == 0 ? value.Replace("万", "亿", StringComparison.Ordinal)
        : value.StartsWith('9') ? "8" + value[1..] : "9" + value;

    private static string Renamed(string title, Random random)
    {
        string[] kinds = ["办法", "条例", "规定", "意见", "通知", "方案", "规划", "细则", "指南", "目录", "标准", "法"];
        foreach (var kind in kinds)
        {
            if (!title.EndsWith(kind, StringComparison.Ordinal)) continue;
            var other = kinds[random.Next(kinds.Length)];
            return string.Equals(other, kind, StringComparison.Ordinal) || (kind is "法" && other is "办法") ? "关于" + title[..^kind.Length] + "若干措施" : title[..^kind.Length] + other;
        }
        return title + "补充规定";
    }

    private static string? Body(string sentence, Random random)
    {
        var present = Bodies.Where(body => sentence.Contains(body, StringComparison.Ordinal)).ToArray();
        if (present.Length == 0) return null;
        var body = present[random.Next(present.Length)];
        var others = Bodies.Where(other => !sentence.Contains(other, StringComparison.Ordinal)).ToArray();
        var at = sentence.IndexOf(body, StringComparison.Ordinal);
        return sentence[..at] + others[random.Next(others.Length)] + sentence[(at + body.Length)..];
    }

    private static string? Modal(string sentence, Random random)
    {
        var present = ModalWords.Where(word => sentence.Contains(word.From, StringComparison.Ordinal) && !sentence.Contains("不得" + word.From, StringComparison.Ordinal)).ToArray();
        if (present.Length == 0) return null;
        var (from, to) = present[random.Next(present.Length)];
        var at = sentence.IndexOf(from, StringComparison.Ordinal);
        // 不得超过 is a limit, not a prohibition, and 不可以 no permission.
        if (at > 0 && sentence[at - 1] is '不') return null;
        if (from is "不得" && at + 4 <= sentence.Length && sentence.Substring(at + 2, 2) is "超过" or "低于" or "少于" or "高于") return sentence[..at] + sentence[(at + 2)..];
        return sentence[..at] + to[random.Next(to.Length)] + sentence[(at + from.Length)..];
    }

    private static string? Exception(string sentence)
    {
        var bracket = BracketException().Replace(sentence, "", 1);
        if (bracket.Length != sentence.Length) return bracket;
        var leading = LeadingException().Replace(sentence, "", 1);
        if (leading.Length != sentence.Length) return leading;
        var part = PartException().Replace(sentence, "", 1);
        return part.Length != sentence.Length ? part : null;
    }

    [GeneratedRegex(@"(?<![A-Za-z0-9.\-—〔\[(（第])(\d+(?:\.\d+)?)(?![\d.]*[年月日号A-Za-z〕\])）条款]|\d)")]
    private static partial Regex PlainNumber();

    [GeneratedRegex("([二三四五六七八九十百]{1,4})(?=日内|年内|个月|个工作日|倍|人以上|年以上|年以下|万元|名|家以上)")]
    private static partial Regex HanNumber();

    [GeneratedRegex(@"(\d{1,4})(?=年|月\d|月底|日(?!内))")]
    private static partial Regex Date();

    [GeneratedRegex(@"(\d+(?:\.\d+)?[万亿]*)(?=元|美元)")]
    private static partial Regex Amount();

    [GeneratedRegex("第([一二三四五六七八九十百]+)(?:条|款|项|章)")]
    private static partial Regex Article();

    [GeneratedRegex("《([^《》]{4,40})》")]
    private static partial Regex Title();

    [GeneratedRegex("[（(][^（）()]{1,40}除外[）)]")]
    private static partial Regex BracketException();

    [GeneratedRegex("除[^，。；]{2,30}(?:另有规定|另有约定)[^，。；]{0,4}外，")]
    private static partial Regex LeadingException();

    [GeneratedRegex("，[^，。；（）()]{2,40}除外(?=[。；）)])")]
    private static partial Regex PartException();
}
