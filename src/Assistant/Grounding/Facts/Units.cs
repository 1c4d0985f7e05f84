using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>The units behind numbers, each with the one that equal quantities share: 天 is 日, 千克 is 公斤.</summary>
internal static class Units
{
    /// <summary>Units that equal quantities share: time and age, money and shares, measures, power, things that are counted.</summary>
    private static readonly string[] Names =
    [
        .. "工作日 个月 学年 学期 小时 分钟 课时 学时 季度 年 月 日 时 周 岁".Split(' '),
        .. "元 美元 欧元 日元 港元 百分点 % ‰ 分 倍".Split(' '),
        .. "公里 米 厘米 毫米 平方公里 平方米 公顷 亩 立方米 升 毫升 公斤 吨 克 毫克 斤".Split(' '),
        .. "千瓦时 千瓦 兆瓦 瓦 千伏 伏 分贝 度".Split(' '),
        .. "人次 车次 航次 学分 号 人 家 个 项 台 辆 件 次 户 批 届 类 种 级 期 支 间 组 座 所 栋 幢 套 张 份 株 头 只 艘".Split(' '),
        .. "架 层 床 场 轮 处 席 条 块 片 根 枚 颗 瓶 箱 袋 盒 桶 段 档 班 节 尾 篇 门 本 册".Split(' '),
    ];

    /// <summary>What else they are called.</summary>
    private static readonly (string Printed, string Unit)[] Others =
    [
        ("个工作日", "工作日"), ("个百分点", "百分点"), ("自然日", "日"), ("个小时", "小时"), ("个季度", "季度"), ("人民币", "元"), ("周岁", "岁"), ("千克", "公斤"), ("千米", "公里"),
        ("年度", "年"), ("天", "日"), ("摄氏度", "度"), ("平方千米", "平方公里"), ("席位", "席"), ("名", "人"), ("位", "人"), ("棵", "株"), ("km", "公里"), ("kg", "公斤"),
        ("kWh", "千瓦时"), ("kW", "千瓦"), ("MW", "兆瓦"), ("m2", "平方米"), ("m²", "平方米"), ("㎡", "平方米"), ("m3", "立方米"), ("m³", "立方米"), ("min", "分钟"),
        ("℃", "度"), ("°C", "度"),
    ];

    /// <summary>Longest first: 平方公里 is no 平方, and 千瓦时 no 千瓦.</summary>
    private static readonly (string Printed, string Unit)[] Printed = [.. Names.Select(name => (name, name)).Concat(Others).OrderByDescending(one => one.Item1.Length)];

    // One letter is a unit only where no other letter follows.
    private static readonly (char Printed, string Unit)[] Letters = [('m', "米"), ('t', "吨"), ('h', "小时"), ('g', "克"), ('V', "伏"), ('W', "瓦")];

    private static readonly Dictionary<string, (string Smallest, decimal Factor)> Smaller = new(StringComparer.Ordinal)
    {
        ["分钟"] = ("分钟", 1), ["小时"] = ("分钟", 60), ["日"] = ("分钟", 1440), ["周"] = ("分钟", 10_080),
        ["个月"] = ("个月", 1), ["季度"] = ("个月", 3),
        ["毫克"] = ("毫克", 1), ["克"] = ("毫克", 1000), ["公斤"] = ("毫克", 1_000_000), ["吨"] = ("毫克", 1_000_000_000), ["斤"] = ("毫克", 500_000),
        ["毫米"] = ("毫米", 1), ["厘米"] = ("毫米", 10), ["米"] = ("毫米", 1000), ["公里"] = ("毫米", 1_000_000),
        ["平方米"] = ("平方米", 1), ["公顷"] = ("平方米", 10_000), ["平方公里"] = ("平方米", 1_000_000),
        ["瓦"] = ("瓦", 1), ["千瓦"] = ("瓦", 1000), ["兆瓦"] = ("瓦", 1_000_000), ["伏"] = ("伏", 1), ["千伏"] = ("伏", 1000),
    };

    /// <summary>The smallest unit of the same kind, and how many of it make one; null for what is not converted. 工作日 are no days of 24 hours.</summary>
    public static (string Smallest, decimal Factor)? InSmallest(string unit) => Smaller.TryGetValue(unit, out var found) ? found : null;

    /// <summary>The unit at a place and where it ends; empty, and the place itself, where none stands there.</summary>
    public static (string Unit, int End) Read(string text, int at)
    {
        // 18个学时.
        if (at + 2 < text.Length && text[at] is '个' && text[at + 1] is not '月' && ReadPrinted(text, at + 1) is ({ Unit.Length: > 1 } or { Unit: "人" }) and var counted) return counted;
        return ReadPrinted(text, at);
    }

    private static (string Unit, int End) ReadPrinted(string text, int at)
    {
        foreach (var (printed, unit) in Printed)
        {
            if (text.HasAt(at, printed) && !(char.IsAsciiLetter(printed[^1]) && at + printed.Length < text.Length && char.IsAsciiLetter(text[at + printed.Length]))) return (unit, at + printed.Length);
        }
        foreach (var (letter, unit) in Letters)
        {
            if (at < text.Length && text[at] == letter && !(at + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[at + 1]) || text[at + 1] is '/'))) return (unit, at + 1);
        }
        return ("", at);
    }
}
