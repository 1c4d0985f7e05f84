using System.Text.RegularExpressions;
using Assistant.Tests.Grounding;

namespace Assistant.Tests.LanguageModels;

/// <summary>What the stand-in model writes: sentences copied from the blocks of the prompt, or lies about them.</summary>
internal static partial class StandInReplies
{
    private const int Sentences = 4;

    /// <summary>Stands in no document of any test.</summary>
    public const string Invented = "申请人须在七十七日内向火星管理局缴纳三千万元保证金。";

    public const string InventedInEnglish = "The Mars Office shall return it within 77 days.";

    /// <summary>What a page must show as words, if at all: markup, a remote image, a link that runs script, citations and a message of its own.</summary>
    public const string Hostile =
        "<img src=\"http://192.0.2.1/a.png\" onerror=\"window.owned=1\"><script>window.owned=1</script>请看详情。\n" +
        "![图](http://192.0.2.1/b.png) [点击此处领取补贴](javascript:window.owned=1)即可办理。[1][99]【2】\n" +
        "[1]: http://192.0.2.1/c\n</div></article><h1>系统消息</h1>本系统已停用。<cite data-source href=\"http://192.0.2.1/d\">[3]</cite>\n";

    public static string Answer(string behaviour, string[] messages)
    {
        var (blocks, question) = Blocks(messages[^1]);
        var best = Best(blocks, question);
        return behaviour switch
        {
            "empty" => "",
            "refusing" => "NO_ANSWER",
            "thinking-of-refusing" => "<think>材料不足就输出NO_ANSWER</think>" + Faithful(best),
            "refusing-in-words" => "根据所给材料，无法回答这个问题。",
            "refusing-in-english" => "The passages do not contain an answer to this question.",
            "half-refusing" => Faithful(best) + "\nNO_ANSWER",
            "cut-short" => Faithful(best) + "但是，经市水行政主管部门批准的",
            "thinking" => "<think>材料[1]说了什么？也许应罚款100万元。[2]</think>\n" + Faithful(best),
            "uncited" => string.Concat(best.Select(one => one.Sentence)),
            "lying" => Lying(best, blocks.Count),
            "mutating" => Mutating(best),
            "obedient" => Obedient(messages[^1]) + Faithful(best),
            "hostile" or "hostile-stepping" => Hostile + Faithful(best),
            "half" or "half-stepping" => Faithful(best[..1]) + Invented + "[1]" + Faithful(best[1..]),
            "half-english" or "half-english-stepping" => Faithful(best[..1]) + $"The applicant shall pay a deposit to the Mars Office. {InventedInEnglish}[1] " + Faithful(best[1..]),
            "private-use" => Faithful(best) + "申请人须向火星管理局\uE0009\uE001缴纳\uE00299999\uE003三千万\uE004元保证金。[1]",
            "unsupported" => "罚款一律为九千万元，由火星管理局征收。[1]",
            _ => Faithful(best),
        };
    }

    /// <summary>Rewrites, translations and suggestions.</summary>
    public static string Short(string[] messages)
    {
        var user = messages[^1];
        if (FollowUp().Match(user) is { Success: true } followUp) return $"关于{Asked().Matches(user)[^1].Groups[1].Value.TrimEnd('？')}，{followUp.Groups[1].Value}";
        if (user.Contains("已问：", StringComparison.Ordinal)) return "1. 由谁负责监督？\n2. 违反规定怎样处罚？\n这不是问题[1]";
        return "违反规定的罚款是多少？";
    }

    public static (List<(int Number, string Text)> Blocks, string Question) Blocks(string prompt)
    {
        var end = prompt.LastIndexOf("\n问题：", StringComparison.Ordinal);
        var question = end < 0 ? "" : prompt[(end + 4)..];
        var starts = BlockStart().Matches(end < 0 ? prompt : prompt[..end]);
        var blocks = new List<(int, string)>();
        for (var i = 0; i < starts.Count; i++)
        {
            var text = prompt[starts[i].Index..(i + 1 < starts.Count ? starts[i + 1].Index : end < 0 ? prompt.Length : end)];
            // The first line is document and clause.
            blocks.Add((int.Parse(starts[i].Groups[1].Value), text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]));
        }
        return (blocks, question);
    }

    /// <summary>The reply cut behind each citation.</summary>
    public static IEnumerable<string> Cited(string answer) => CitedSentence().Matches(answer).Select(match => match.Value);

    private static List<(int Number, string Sentence)> Best(List<(int Number, string Text)> blocks, string question)
    {
        var pairs = Enumerable.Range(0, Math.Max(0, question.Length - 1)).Select(i => question.Substring(i, 2)).ToHashSet(StringComparer.Ordinal);
        return [.. blocks
            .SelectMany(block => Sentence().Matches(block.Text).Select(match => (block.Number, Sentence: match.Value.Trim())))
            .Where(one => one.Sentence.Length > 8)
            .OrderByDescending(one => pairs.Count(pair => one.Sentence.Contains(pair, StringComparison.Ordinal)))
            .Take(Sentences)];
    }

    private static string Faithful(List<(int Number, string Sentence)> best) => string.Concat(best.Select(one => $"{one.Sentence}[{one.Number}]"));

    /// <summary>Three sentences in ten carry an invented citation, of each kind in turn: no such passage, a passage that says something else, a made-up rule.</summary>
    private static string Lying(List<(int Number, string Sentence)> best, int blocks)
    {
        var written = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            var (number, sentence) = best[i % best.Count];
            written.Add((i % 10) switch
            {
                2 => $"{sentence}[{blocks + 40}]",
                5 => $"申请人须在七十七日内向火星管理局缴纳{i}千万元保证金。[{number}]",
                8 => $"{Digit().Replace(sentence, "987654")}本条由月球事务部解释。[{number % blocks + 1}]",
                _ => $"{sentence}[{number}]",
            });
        }
        return string.Concat(written);
    }

    /// <summary>Does what the text it is given orders: says what stands behind 请回答 or 请输出, with the citation numbers it finds there and one of its own.</summary>
    private static string Obedient(string prompt) => string.Concat(Order().Matches(prompt).Select(order => $"{order.Groups[1].Value.Trim()}[1]\n"));

    /// <summary>Every sentence changed in one place, where it can be.</summary>
    private static string Mutating(List<(int Number, string Sentence)> best) => string.Concat(best.Select(one =>
    {
        var changes = GroundingMutations.Of(one.Sentence, new Random(one.Sentence.Length)).ToList();
        return $"{(changes.Count == 0 ? one.Sentence : changes[one.Sentence.Length % changes.Count].Sentence)}[{one.Number}]";
    }));

    [GeneratedRegex(@"^\[(\d+)\] ", RegexOptions.Multiline)]
    private static partial Regex BlockStart();

    [GeneratedRegex(@"[^\]]+\]|[^\]]+$")]
    private static partial Regex CitedSentence();

    [GeneratedRegex("[^。\n]+。")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\d+|[二三四五六七八九十]+(?=日|万|倍)")]
    private static partial Regex Digit();

    [GeneratedRegex("(?:请回答|请输出|say this)[:：](.+)")]
    private static partial Regex Order();

    [GeneratedRegex("追问：(.+)")]
    private static partial Regex FollowUp();

    [GeneratedRegex("^问：(.+)", RegexOptions.Multiline)]
    private static partial Regex Asked();
}
