using System.Text.RegularExpressions;
using Assistant.Corpus.Terms;

namespace Assistant.Ingestion.Metadata;

/// <summary>Names of bodies that issue documents: told by how they end, and taken apart where several stand on a line.</summary>
internal static partial class IssuerNames
{
    private static readonly char[] Separators = [' ', '\t', '\u3000', '\u00a0', '、', '，', ','];

    /// <summary>The bodies that a line of a signature names; empty where anything else stands on it.</summary>
    public static IReadOnlyList<string> OfLine(string line)
    {
        if (line.Length > 200) return [];
        var names = Particular().Replace(line, "").Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 0 && Array.TrueForAll(names, IsName) ? names : [];
    }

    public static bool IsName(string name) => name.Length is >= 2 and <= 30 && Body().IsMatch(name) && !NoBody().IsMatch(name);

    /// <summary>
    /// The bodies at the beginning of a title (工业和信息化部等十四部门关于…, 中共中央办公厅 国务院办公厅印发…); empty where it begins with none.
    /// </summary>
    public static IReadOnlyList<string> OfTitle(string title)
    {
        var match = BeforeVerb().Match(title);
        if (!match.Success) return [];
        var names = match.Groups[1].Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Length; i++) names[i] = Several().Replace(names[i], "");
        return names.Length > 0 && Array.TrueForAll(names, IsName) ? [.. names.Select(Full)] : [];
    }

    /// <summary>The bodies that a sentence says have issued the document (近日，甲部、乙局联合印发《…》); empty where it says none.</summary>
    public static IReadOnlyList<string> OfSentence(string sentence)
    {
        // It is said at the beginning; the pattern costs its longest list of names at every character.
        foreach (Match match in BeforeIssuing().Matches(sentence.Length > 2000 ? sentence[..2000] : sentence))
        {
            var names = match.Groups[1].Value.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            names[^1] = Several().Replace(names[^1], "");
            var last = names.Length;
            while (last > 0 && IsName(names[last - 1])) last--;
            if (last < names.Length) return [.. names[last..].Select(Full)];
        }
        return [];
    }

    /// <summary>工信部 is what the press calls 工业和信息化部; a name that no table holds stays as printed.</summary>
    public static string Full(string name) => Press.GetValueOrDefault(name, name);

    /// <summary>Short names of the press that differ from how the body signs. Names used in signatures too (国家发展改革委) are not here.</summary>
    private static readonly Dictionary<string, string> Press = new(StringComparer.Ordinal)
    {
        ["工信部"] = "工业和信息化部",
        ["发改委"] = "国家发展改革委",
        ["国家发改委"] = "国家发展改革委",
        ["人社部"] = "人力资源社会保障部",
        ["住建部"] = "住房城乡建设部",
        ["央行"] = "中国人民银行",
        ["证监会"] = "中国证监会",
        ["中办"] = "中共中央办公厅",
        ["国办"] = "国务院办公厅",
        ["最高法"] = "最高人民法院",
        ["最高检"] = "最高人民检察院",
        ["文旅部"] = "文化和旅游部",
        ["卫健委"] = "国家卫生健康委",
        ["国家卫健委"] = "国家卫生健康委",
        ["国资委"] = "国务院国资委",
    };

    [GeneratedRegex("(?:" + BodyNouns.Issuers + ")$")]
    private static partial Regex Body();

    [GeneratedRegex(@"[。；：！？《》“”\d]|^(?:全部|内部|外部|各部|局部|一部|大部|上述|本|该|我|你|贵|各|有关|相关|其他|附件)|(?:的|关于|负责|按职责)")]
    private static partial Regex NoBody();

    [GeneratedRegex(@"^([\u4e00-\u9fff、\s（）]{2,120}?)(?:关于|联合印发|印发|发布|公布|联合发布|联合出台|出台|修订印发|组织开展|有关负责|专题新闻发布会|新闻发布会|答记者问|制定|部署|批准|转发|决定|令)")]
    private static partial Regex BeforeVerb();

    [GeneratedRegex(@"([\u4e00-\u9fff、\s]{2,200}?)(?:近日|日前)?(?:联合|共同|正式)?(?:印发|发布|公布|出台|制定|下发)了?《")]
    private static partial Regex BeforeIssuing();

    /// <summary>What a page prints before the name, in the lines below the title.</summary>
    [GeneratedRegex(@"^(?:发文机关|发布机构|发文单位|制定机关)\s*[：:]\s*")]
    private static partial Regex Particular();

    [GeneratedRegex(@"等[一二三四五六七八九十\d]*(?:个)?(?:部门|单位|部委|机关|部)?$|近日$|日前$")]
    private static partial Regex Several();
}
