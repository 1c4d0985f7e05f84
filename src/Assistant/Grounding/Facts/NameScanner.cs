using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;

namespace Assistant.Grounding.Facts;

/// <summary>Finds organisations and places in folded text by how their names end, and the regions by name. A heuristic: it knows no dictionary of bodies.</summary>
internal static class NameScanner
{
    // Longest first; one character ends a name only where it does not end one of the words below.
    private static readonly string[] Ends =
    [
        "人民法院", "人民检察院", "人民政府", "委员会", "办公室", "研究院", "研究所", "检察院", "部门", "总局", "公司", "大学", "学院", "集团", "协会", "学会", "联盟", "银行", "法院", "政府", "部", "委", "局", "厅", "署", "院", "省", "市", "县",
    ];

    private static readonly string[] WordsBehind =
    [
        "市长", "省长", "县长", "局长", "厅长", "部长", "院长", "署长", "省军区", "部门", "部分", "部署", "部件", "部委", "部级", "局面", "局部", "局限", "院校", "院士", "委托", "委员", "委派", "市场", "市级", "市县", "市值", "县级", "县市", "县域", "省级", "省市", "省份", "省略", "署名", "厅级", "厅局", "政府采购", "政府投资", "政府性", "公司法", "公司债", "公司治理", "银行卡", "银行贷款", "大学生", "集团化",
    ];

    private static readonly string[] WordsBefore =
    [
        "全部", "内部", "外部", "西部", "东部", "中部", "北部", "南部", "干部", "总部", "本部", "局部", "各部", "头部", "底部", "顶部", "尾部", "根部", "布局", "格局", "结局", "大局", "终局", "全局", "当局", "部署", "签署", "节省", "各省", "全省", "跨省",
        "外省", "城市", "都市", "超市", "上市", "入市", "门市", "股市", "全市", "各市", "跨市", "本市", "本省", "本县", "各县", "医院", "该院", "该局", "该部", "本局", "本院", "委部", "或部", "和部", "零部", "分局", "两部", "省市", "党委", "直辖市", "政委", "市县", "省部", "常委", "编委", "楼市", "夜市", "闹市", "面部", "腹部", "背部", "颈部", "后市", "所在市", "所在省",
    ];

    private static readonly string[] Regions =
    [
        "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西", "甘肃", "青海", "内蒙古", "广西", "西藏", "宁夏", "新疆",
        "香港", "澳门", "台湾", "深圳", "广州", "杭州", "南京", "苏州", "武汉", "成都", "西安", "郑州", "青岛", "大连", "宁波", "厦门", "长沙", "沈阳", "哈尔滨", "长春", "济南", "合肥", "福州", "昆明", "兰州", "石家庄", "太原", "南昌", "贵阳", "南宁", "海口", "乌鲁木齐", "拉萨", "银川", "西宁", "呼和浩特",
        "美国", "日本", "德国", "英国", "法国", "韩国", "俄罗斯", "欧盟", "印度", "意大利", "加拿大", "澳大利亚", "新加坡", "巴西", "荷兰", "瑞士", "瑞典",
    ];

    /// <summary>No name goes on to the left over these.</summary>
    private const string Stops = "由与和及同向对经报等在的是为将被从于到以按据请给或者其该本各令让受归交至是条款章不再去须就才起后前时还也仅只均告果个定且要有光坐成过除进";

    private const int Longest = 10;

    public static IEnumerable<Fact> Scan(string text)
    {
        var previous = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Region(text, at) is { } region)
            {
                previous = at + region.Length;
                yield return Fact.Of(FactKind.Name, text, at, at + region.Length, region);
                continue;
            }
            if (End(text, at) is not { } end) continue;
            var start = at;
            while (start > previous && at + end.Length - start < Longest && HanText.IsHan(text[start - 1]) && !Stops.Contains(text[start - 1], StringComparison.Ordinal) && !(start > 1 && text[start - 1] is '上' or '下' && text[start - 2] is '以')) start--;
            // 地方各级人民政府 names no body.
            if (at + end.Length - start >= 3 && text[start] is not '级') yield return Fact.Of(FactKind.Name, text, start, at + end.Length, Key(text[start..(at + end.Length)]));
            at += end.Length - 1;
            previous = at + 1;
        }
    }

    /// <summary>Whether one is the other shortened: 发展改革委, 国家发展和改革委员会. What stands before a name (报财政部) is not part of the comparison.</summary>
    public static bool MeanTheSame(string first, string second) => IsShortFor(first, second) || IsShortFor(second, first) || SameTail(first, second);

    /// <summary>
    /// Whether a text holds a longer name of which this is the short form: 市工信局 for 市工业和信息化局. Its characters stand there in order, from the same
    /// first to the same last, as in <see cref="Key"/> without 员会.
    /// </summary>
    public static bool StandsShortened(string name, string text)
    {
        const int longest = 18;
        var plain = Key(name.Replace("两级", "", StringComparison.Ordinal).Replace("级", "", StringComparison.Ordinal));
        if (plain.Length < 3) return false;
        for (var end = text.IndexOf(plain[^1], StringComparison.Ordinal); end >= 0; end = text.IndexOf(plain[^1], end + 1))
        {
            var left = plain.Length - 2;
            for (var at = end - 1; at >= 0 && end - at < longest && left >= 0 && (HanText.IsHan(text[at]) || text[at] is '、') && (text[at] is '和' or '的' || !Stops.Contains(text[at], StringComparison.Ordinal)); at--)
            {
                if (text[at] == plain[left]) left--;
            }
            if (left < 0) return true;
        }
        return false;
    }

    // Everybody's and nobody's: not one body that another could be mistaken for.
    private static readonly string[] General =
        ["地方政府", "当地政府", "各级政府", "上级政府", "本级政府", "同级政府", "基层政府", "政府", "地方人民政府", "各级人民政府", "人民政府", "公司", "本公司", "子公司", "分公司", "母公司", "银行", "法院", "检察院", "协会", "学会", "集团", "大学", "学院", "委员会", "办公室", "部门", "该省", "该市", "该县"];

    // What stands before a body without being part of its name, but for the places it may be of.
    private const string Places = "省市县区州旗镇乡京津沪渝";

    /// <summary>
    /// Whether a name of a sentence is in the clause, though not letter by letter: shortened, or with words of the sentence before it that the border of a
    /// name, which is a guess, has taken in (报告属地文旅部门), or no single body's name at all.
    /// </summary>
    public static bool IsKnown(string name, string evidence, string known)
    {
        for (var start = 0; name.Length - start >= 2; start++)
        {
            if (start > 0 && Places.Contains(name[start - 1], StringComparison.Ordinal)) return false;
            var rest = name[start..];
            // 县教育局 for 县级教育行政部门, 卫健部门 for 卫生健康主管部门.
            if (Core(rest) is { Length: >= 2 } core && (evidence.Contains(core, StringComparison.Ordinal) || known.Contains(core, StringComparison.Ordinal) || Array.Exists(Departmental, end => StandsShortened(core + end, evidence))) && start == 0) return true;
            if (start == 0 && Array.Exists(Renamed, pair => rest.StartsWith(pair.Now, StringComparison.Ordinal) && rest.EndsWith("部门", StringComparison.Ordinal) && evidence.Contains(pair.Formal, StringComparison.Ordinal))) return true;
            // 物业公司 for 物业服务企业.
            if (start == 0 && rest.Length is 4 or 5 && rest[^2..] is "公司" or "企业" or "机构" or "协会" && evidence.Contains(rest[..2], StringComparison.Ordinal)) return true;
            if (General.Contains(rest, StringComparer.Ordinal) && (start == 0 || (rest is "政府" && name[start - 1] is not '民'))) return true;
            if (rest.Length >= 3 && (evidence.Contains(rest, StringComparison.Ordinal) || known.Contains(rest, StringComparison.Ordinal) || StandsShortened(rest, evidence) || StandsShortened(rest, known))) return true;
        }
        return false;
    }

    // Departments by the name people still use.
    private static readonly (string Now, string Formal)[] Renamed = [("环保", "生态环境"), ("警", "公安"), ("工商", "市场监督"), ("质监", "市场监督"), ("国土", "自然资源"), ("劳动", "人力资源"), ("计生", "卫生健康")];

    /// <summary>What a department deals with: 教育 of 县级教育行政部门; empty where the name tells none.</summary>
    private static string Core(string name)
    {
        foreach (var end in Departmental)
        {
            if (!name.EndsWith(end, StringComparison.Ordinal)) continue;
            var core = name[..^end.Length].TrimStart('省', '市', '县', '区', '级', '乡', '镇', '属', '地');
            return core.Length > 0 && core[^1] is '级' or '府' ? "" : core;
        }
        return "";
    }

    private static readonly string[] Departmental = ["行政主管部门", "主管部门", "行政部门", "管理部门", "部门", "局", "厅", "委"];

    private static bool SameTail(string first, string second)
    {
        // The left border of a name is a guess: three characters from the right are what is sure, and one more than a common ending such as 人民政府.
        var ending = Array.Find(Ends, end => first.EndsWith(end, StringComparison.Ordinal))?.Length ?? 0;
        var tail = Math.Min(Math.Min(first.Length, second.Length), Math.Max(4, ending + 1));
        return tail >= 3 && first.AsSpan(first.Length - tail).SequenceEqual(second.AsSpan(second.Length - tail));
    }

    private static bool IsShortFor(string shorter, string longer)
    {
        if (shorter.Length < 2) return false;
        var at = longer.Length - 1;
        for (var i = shorter.Length - 1; i >= 0; i--, at--)
        {
            while (at >= 0 && longer[at] != shorter[i]) at--;
            if (at < 0) return false;
        }
        return true;
    }

    private static string Key(string name) => name.EndsWith("委员会", StringComparison.Ordinal) ? name[..^2] : name;

    private static string? Region(string text, int at)
    {
        foreach (var region in Regions)
        {
            if (text.HasAt(at, region)) return region;
        }
        return null;
    }

    private static string? End(string text, int at)
    {
        if (at == 0 || !HanText.IsHan(text[at - 1])) return null;
        foreach (var end in Ends)
        {
            if (!text.HasAt(at, end)) continue;
            var last = at + end.Length - 1;
            if (end is "部门") return IsNamedDepartment(text, at) ? end : null;
            if (StartsWord(text, at) || StartsWord(text, last) || EndsWord(text, last)) return null;
            // 市科技局: the place is the beginning of the body's name.
            return end is "省" or "市" or "县" && (GoesOn(text, at + 1) || !EndsPlace(text, at + 1)) ? null : end;
        }
        return null;
    }

    /// <summary>Whether the name of a place may end before this character: not the 市 of 取得市政府同意.</summary>
    private static bool EndsPlace(string text, int at) => at >= text.Length || !HanText.IsHan(text[at]) || "的和与或及以内外境等各人范行应可不在为将由对所".Contains(text[at], StringComparison.Ordinal);

    private static bool GoesOn(string text, int at)
    {
        for (var next = at; next < Math.Min(at + 6, text.Length) && HanText.IsHan(text[next]) && !Stops.Contains(text[next], StringComparison.Ordinal); next++)
        {
            if (next > at && End(text, next) is not null) return true;
        }
        return false;
    }

    /// <summary>财政部门 is a name, 有关部门 and 主管部门 are not.</summary>
    private static bool IsNamedDepartment(string text, int at) =>
        at >= 2 && HanText.IsHan(text[at - 2]) && !Array.Exists(Departments, word => text.HasAt(at - 2, word)) && text[at - 1] is not ('各' or '该' or '本' or '等' or '个' or '跨' or '的' or '和' or '多');

    private static readonly string[] Departments = ["有关", "相关", "主管", "监管", "管理", "职能", "所属", "所在", "业务", "执法", "政府", "行业", "其他", "上级", "下级", "内设", "当地", "地方", "责任", "专业", "综合", "主责", "组成", "牵头", "成员", "登记", "审批", "工作", "统计"];

    private static bool StartsWord(string text, int at) => Array.Exists(WordsBehind, word => text.HasAt(at, word));

    private static bool EndsWord(string text, int last) =>
        Array.Exists(WordsBefore, word => last + 1 >= word.Length && text.HasAt(last + 1 - word.Length, word));
}
