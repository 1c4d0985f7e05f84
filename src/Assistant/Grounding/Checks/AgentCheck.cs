using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Who acts, or is turned to, behind 由, 经, 报 and 向: 由省级部门公布 is not 由国务院部门公布.</summary>
internal static class AgentCheck
{
    private const int Longest = 24;
    private const int Shortest = 3;

    // The share of the words around an agent that stand around another: then it is the same act.
    private const double SameAct = 0.6;

    // As for numbers: what must speak for another's place, and how little for the agent's own.
    private const double Telling = 1.5;
    private const double Doubt = 0.25;

    // The share of an agent's pairs of characters in another: then they are the same, told longer or shorter.
    private const double SameAgent = 0.5;

    private static readonly string[] Verbs =
    [
        "批准", "审批", "核准", "同意", "备案", "负责", "制定", "组织", "实施", "公布", "发布", "牵头", "审核", "申请", "申报", "报告", "提交", "提出", "起诉", "作出", "承担", "支付", "核定", "认定", "确定", "责令",
        "给予", "监督", "解释", "办理", "受理", "举报", "投诉", "收回", "拨付", "启动", "支持", "审查", "审理", "报送", "登记", "签发", "颁发", "撤销", "执行", "管理", "协调", "选举", "任命", "决定", "裁定", "处", "备", "缴纳", "移交", "追加", "联合", "会同",
    ];

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var agents = Agents(sentence);
        if (agents.Count == 0) return null;
        var others = Agents(evidence);
        var alignment = new ContextAlignment(sentence, evidence, ContextWeights.OfFacts);
        foreach (var agent in agents)
        {
            var said = sentence.Folded[agent.Start..agent.End];
            var rivals = others.FindAll(other => !AreSame(said, evidence.Folded[other.Start..other.End]));
            if (rivals.Count == 0) continue;
            var own = Own(said, evidence.Folded);
            own.AddRange(others.Except(rivals));
            if (own.Count == 0 && NameScanner.IsKnown(said, evidence.Folded, "")) continue;
            List<(int, int)> places = [.. rivals, .. own];
            var matches = alignment.Match(agent, places);
            var best = Enumerable.Range(0, rivals.Count).MaxBy(i => matches[i].Fit);
            if (matches[best].Held < SameAct) continue;
            if (own.Count > 0)
            {
                var ownBest = Enumerable.Range(rivals.Count, own.Count).MaxBy(i => matches[i].Fit);
                var (forOwn, forRival) = alignment.Weigh(agent, places[ownBest], places[best]);
                if (forRival < Telling || forOwn > forRival * Doubt) continue;
            }
            return new GroundingVerdict(GroundingProblem.OtherInClause, said, evidence.Folded[rivals[best].Start..rivals[best].End], 0);
        }
        return null;
    }

    // Words that stand in no agent.
    private const string NoName = "的在须必应可时后前之起不";

    /// <summary>The 登记 of 登记机关 is no act.</summary>
    private static bool NamesBody(string text, int at) => at + 2 <= text.Length && text.Substring(at, 2) is "机关" or "部门" or "机构" or "单位" or "主管" or "人员" or "中心" or "平台" or "委员";

    /// <summary>Between a preposition and the verb in the same part.</summary>
    private static List<(int Start, int End)> Agents(GroundingText whole)
    {
        var text = whole.Folded;
        var agents = new List<(int, int)>();
        for (var i = 0; i + 1 < text.Length && agents.Count < ContextAlignment.MostPlaces; i++)
        {
            if (text[i] is not ('由' or '经' or '报' or '向') || (i > 0 && text[i - 1] is '理' or '缘' or '事' or '自' or '曾' or '已' or '申' or '填' or '举' or '方' or '意' or '情' or '未') || text[i + 1] is '营' or '济' or '费' or '过' or '告' or '送' or '验' or '于' or '废' or '与' or '和' or '其' or '该' or '本' or '上' or '下' or '作') continue;
            for (var end = i + 1; end < Math.Min(text.Length, i + 1 + Longest) && HanText.IsHan(text[end]); end++)
            {
                if (NoName.Contains(text[end], StringComparison.Ordinal)) break;
                if (!Array.Exists(Verbs, verb => text.HasAt(end, verb) && !NamesBody(text, end + verb.Length))) continue;
                // 由两人以上: how many they are is compared with the numbers.
                if (end - i - 1 >= Shortest && !whole.Facts.Any(fact => fact.Kind is FactKind.Quantity && fact.Start < end && fact.End > i)) agents.Add((i + 1, end));
                break;
            }
        }
        return agents;
    }

    /// <summary>Where the agent stands in the clause, whatever stands before it; without its first characters too, since a sentence may add 本市 or 该.</summary>
    private static List<(int Start, int End)> Own(string agent, string text)
    {
        var places = new List<(int, int)>();
        for (var skip = 0; skip <= 2 && agent.Length - skip >= 3 && places.Count == 0; skip++)
        {
            var words = agent[skip..];
            for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && places.Count < ContextAlignment.MostPlaces; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) places.Add((at, at + words.Length));
        }
        return places;
    }

    private static bool AreSame(string one, string other) => Share(one, other) >= SameAgent || Share(other, one) >= SameAgent || NameScanner.MeanTheSame(one, other);

    private static double Share(string one, string other) => Pairs.Share(one, other, HanText.IsHan);
}
