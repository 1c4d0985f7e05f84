using System.Text.RegularExpressions;

namespace Assistant.Answering.Questions;

/// <summary>
/// Makes a follow-up question stand alone without a model, by rule: it inherits the document, the article or the topic of the turn before. What
/// is not clearly a follow-up is left as it is: a wrong inheritance answers another question than the one asked.
/// </summary>
public sealed partial class FollowUpRewriter : IQuestionRewriter
{
    /// <summary>Longer questions bring their own topic along. In characters, without the words that make it a follow-up.</summary>
    private const int LongestEllipsis = 14;

    public Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken) =>
        Task.FromResult(Rewrite(question.Trim(), history[^1]));

    private static string? Rewrite(string question, Answer previous)
    {
        // A document named anew is a topic of its own.
        if (question.Contains('《', StringComparison.Ordinal)) return null;
        var asked = previous.RewrittenQuestion ?? previous.Question;
        var title = TitleOf(previous, asked);
        if (AnswerLanguages.Of(question) == AnswerLanguage.English) return EnglishFollowUp().IsMatch(question) ? $"{question.TrimEnd('?', ' ')} ({asked})" : null;

        if (ClauseFollowUp().Match(question) is { Success: true } clause
            && clause.Groups["article"].Length + clause.Groups["below"].Length > 0)
        {
            if (title is null) return null;
            var article = clause.Groups["article"].Value;
            if (article.Length == 0) article = ArticleOf(previous, asked);
            if (article.Length == 0) return null;
            return $"《{title}》{article}{clause.Groups["below"].Value}规定了什么？";
        }
        if (Pronoun().IsMatch(question) && title is not null) return Pronoun().Replace(question, $"《{title}》", 1);

        var match = Ellipsis().Match(question);
        if (!match.Success) return null;
        var wanted = match.Groups["what"].Value.Trim('，', ',', ' ', '？', '?', '。');
        var marked = match.Groups["so"].Length > 0 || match.Groups["then"].Length > 0;
        if (!marked || wanted.Length is 0 or > LongestEllipsis) return null;
        var topic = TopicOf(asked);
        if (title is not null && !topic.Contains(title, StringComparison.Ordinal)) topic = $"《{title}》{topic}";
        // 那期限呢 asks for another property of the topic; 那怎么办 is a question already.
        return AskingWord().IsMatch(wanted) ? $"{topic}，{wanted}？" : $"{topic}的{wanted}是什么？";
    }

    /// <summary>The document the answer before rests on; the one named in its question where there is one. Null after an answer that found nothing.</summary>
    private static string? TitleOf(Answer previous, string asked)
    {
        if (NamedTitle().Match(asked) is { Success: true } named) return named.Groups[1].Value;
        var title = previous.Grounded && previous.Citations.Count > 0 ? previous.Citations[0].DocumentTitle : "";
        return title.Length == 0 ? null : title;
    }

    private static string ArticleOf(Answer previous, string asked)
    {
        if (Article().Match(asked) is { Success: true } named) return named.Value;
        return previous.Citations.Count > 0 ? Article().Match(previous.Citations[0].Clause).Value : "";
    }

    /// <summary>What the question before was about: without the words that asked, and without the property it asked for (X 的比例是多少 → X).</summary>
    private static string TopicOf(string asked)
    {
        var first = asked.Split('？', '?', '；')[0].Trim();
        var word = AskingWord().Match(first);
        var topic = word.Success && word.Index > 4 ? first[..word.Index] : first;
        var of = topic.LastIndexOf('的');
        if (of >= 4) topic = topic[..of];
        return topic.TrimEnd('，', ',', '是', '为', '有', '、', ' ');
    }

    [GeneratedRegex("^(?:那么?|还有|另外)?[，, ]?(?<article>第[一二三四五六七八九十百零0-9]{1,7}条(?:之[一二三四五六七八九十]{1,2})?)?(?<below>(?:第[一二三四五六七八九十0-9]{1,3}款)?(?:第[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?项)?)(?:呢|是什么|规定了?什么|怎么说|怎么规定|说了?什么|讲了?什么|的?内容)?[？?。]?$")]
    private static partial Regex ClauseFollowUp();

    [GeneratedRegex("它们?|该(?:文件|办法|条例|规定|通知|意见|方案|指南|指引|法)|[这那](?:份|个|部|项)(?:文件|办法|条例|规定|通知|意见|方案|指南|指引|政策)|本(?:办法|条例|规定|法)|上述(?:文件|办法|规定)")]
    private static partial Regex Pronoun();

    [GeneratedRegex("^(?<so>那么?|还有|另外|再问|此外)?[，, ]?(?<what>.*?)(?<then>呢)?[？?。]*$")]
    private static partial Regex Ellipsis();

    [GeneratedRegex("多少|多久|多大|多长|几[个年天日项家条款]|什么|哪|谁|怎么|如何|是否|能不能|可不可以|可以|吗|何时|为何|有没有|会不会|要不要")]
    private static partial Regex AskingWord();

    [GeneratedRegex("《([^《》]{2,80})》")]
    private static partial Regex NamedTitle();

    [GeneratedRegex("第[一二三四五六七八九十百零0-9]{1,7}条(?:之[一二三四五六七八九十]{1,2})?")]
    private static partial Regex Article();

    [GeneratedRegex("^(?:and|what about|how about|then|so|also)\\b|\\b(?:it|they|its|their|this|that one)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishFollowUp();
}
