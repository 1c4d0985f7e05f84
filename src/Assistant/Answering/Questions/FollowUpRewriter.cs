using System.Text.RegularExpressions;

namespace Assistant.Answering.Questions;

/// <summary>
/// Makes a follow-up question stand alone without a model, by rule: it inherits the document, the article, the topic or the whole question of the turn
/// before. What is not clearly a follow-up is left as it is: a wrong inheritance answers another question than the one asked.
/// </summary>
public sealed partial class FollowUpRewriter : IQuestionRewriter
{
    /// <summary>Characters, without the words that make it a follow-up. Longer questions bring their own topic along.</summary>
    private const int LongestEllipsis = 20;

    /// <summary>Characters of a topic that can be searched for without the document it was asked of.</summary>
    private const int ShortestTopic = 4;

    /// <summary>Characters that say whose property is asked for, also where a class was spoken of: E类人才 is one of them, 居家养老护理费 is not.</summary>
    private const int Owner = 6;

    public Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken) =>
        Task.FromResult(Rewrite(question.Trim(), history[^1], SpokenOf(history)));

    /// <summary>Whether a question says itself what it is about, so that nothing of the turns before belongs into it.</summary>
    public static bool StandsAlone(string question) =>
        AnswerLanguages.Of(question) == AnswerLanguage.English
            ? !EnglishFollowUps.IsFollowUp(question) && EnglishFollowUps.SaysItsSubject(question)
            : question.Contains('《', StringComparison.Ordinal) || (!Pronoun().IsMatch(question) && !IsMarked(Ellipsis().Match(question)) && OwnWords.SaysItsSubject(question));

    /// <summary>The last answer that found something, about a thing where there is one.</summary>
    private static Answer SpokenOf(IReadOnlyList<Answer> history) =>
        history.LastOrDefault(answer => answer.Grounded && AskedTopic.IsThing(AskedTopic.Of(AskedBy(answer)))) ?? history.LastOrDefault(answer => answer.Grounded) ?? history[^1];

    /// <param name="last">Whose words are taken up (E类呢).</param>
    /// <param name="previous">Which tells what was spoken of.</param>
    private static string? Rewrite(string question, Answer last, Answer previous)
    {
        // A document named anew is a topic of its own.
        if (question.Contains('《', StringComparison.Ordinal)) return null;
        var asked = AskedBy(previous);
        if (AnswerLanguages.Of(question) == AnswerLanguage.English) return EnglishFollowUps.Rewrite(question, asked);
        var title = TitleOf(previous, asked);
        if (ClauseFollowUp().Match(question) is { Success: true } clause && clause.Groups["article"].Length + clause.Groups["below"].Length > 0)
            return OfClause(clause, title, previous, asked);
        if (Pronoun().IsMatch(question) && title is not null) return Pronoun().Replace(question, $"《{title}》", 1);

        var match = Ellipsis().Match(question);
        if (!match.Success) return null;
        var wanted = match.Groups["what"].Value.Trim('，', ',', ' ', '？', '?', '。');
        if (wanted.Length is 0 or > LongestEllipsis) return null;
        if (AskedTopic.IsAsking(wanted)) return OfTopic(match.Groups["so"].Value is "还有" or "另外" ? match.Groups["so"].Value + wanted : wanted, IsMarked(match), title, previous, asked);
        return IsMarked(match) ? OfWords(wanted, last, previous) : null;
    }

    private static string? OfClause(Match clause, string? title, Answer previous, string asked)
    {
        if (title is null) return null;
        var article = clause.Groups["article"].Value;
        if (article.Length == 0) article = ArticleOf(previous, asked);
        return article.Length == 0 ? null : $"《{title}》{article}{clause.Groups["below"].Value}规定了什么？";
    }

    /// <summary>那申请要交哪些材料, 谁来审批: another question about the topic; null for one that has a topic of its own.</summary>
    private static string? OfTopic(string wanted, bool isMarked, string? title, Answer previous, string asked)
    {
        var own = OwnWords.Of(wanted);
        // 那一楼要不要出钱 goes on where the document before speaks of 一楼; 那养老金怎么领 begins anew, and so does what was asked before.
        if (own.Count > 0 && own.All(word => asked.Contains(word, StringComparison.Ordinal))) return null;
        if (own.Count > 0 && !(isMarked && own.Any(word => previous.Tells(word)))) return null;
        var ends = wanted.EndsWith('？') || wanted.EndsWith('?') ? "" : "？";
        if (title is not null && AsksOfTheDocument().IsMatch(wanted)) return $"《{title}》{wanted}{ends}";
        return $"{Topic(title, asked)}，{wanted}{ends}";
    }

    /// <summary>购房呢, E类呢, 期限呢: one thing in the place of another, a condition, or another property of the topic.</summary>
    private static string? OfWords(string wanted, Answer last, Answer previous)
    {
        var (words, property) = AskedTopic.Split(wanted);
        // 养老补贴的标准呢 says all that is asked.
        if (property.Length > 0 && words.Length > 0 && OwnWords.SaysItsSubject(words, Owner)) return null;
        if (property.Length > 0)
        {
            var topic = Topic(TitleOf(previous, AskedBy(previous)), AskedBy(previous));
            if (words.Length > 0 && !topic.Contains(words, StringComparison.Ordinal)) topic = ParallelWords.Replace(topic, words, previous) ?? words;
            return $"{topic}的{property}{AskedTopic.TailOf(property)}？";
        }
        var asked = AskedBy(last);
        return ParallelWords.Replace(asked, words, last) ?? $"如果{(Verb().IsMatch(wanted) ? "" : "是")}{wanted}，{AskedTopic.WithoutCondition(asked)}";
    }

    private static string Topic(string? title, string asked)
    {
        var topic = AskedTopic.Of(asked);
        return title is null || topic.Length >= ShortestTopic || topic.Contains(title, StringComparison.Ordinal) ? topic : $"《{title}》{topic}";
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

    private static string AskedBy(Answer answer) => answer.RewrittenQuestion ?? answer.Question;

    private static bool IsMarked(Match ellipsis) => ellipsis.Groups["so"].Length > 0 || ellipsis.Groups["then"].Length > 0;

    [GeneratedRegex("^(?:那么?|还有|另外)?[，, ]?(?<article>第[一二三四五六七八九十百零0-9]{1,7}条(?:之[一二三四五六七八九十]{1,2})?)?(?<below>(?:第[一二三四五六七八九十0-9]{1,3}款)?(?:第[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?项)?)(?:呢|是什么|规定了?什么|怎么说|怎么规定|说了?什么|讲了?什么|的?内容)?[？?。]?$")]
    private static partial Regex ClauseFollowUp();

    [GeneratedRegex("它们?|该(?:文件|办法|条例|规定|通知|意见|方案|指南|指引|法)|[这那](?:份|个|部|项)(?:文件|办法|条例|规定|通知|意见|方案|指南|指引|政策)|本(?:办法|条例|规定|法)|上述(?:文件|办法|规定)")]
    private static partial Regex Pronoun();

    [GeneratedRegex("^(?<so>那么?(?![个些份部项里种])|还有|另外|再问|此外)?[，, ]?(?<what>.*?)(?<then>呢)?[？?。]*$")]
    private static partial Regex Ellipsis();

    [GeneratedRegex("施行|生效|废止|失效|有效|印发|发布|公布|文号|谁制定|谁解释")]
    private static partial Regex AsksOfTheDocument();

    /// <summary>不改正 and 被发现 are conditions as they stand; 农民 is one with 是.</summary>
    [GeneratedRegex("^(?:[不没未已有能要被超在]|逾期|拒绝|拒不|违反)")]
    private static partial Regex Verb();

    [GeneratedRegex("《([^《》]{2,80})》")]
    private static partial Regex NamedTitle();

    [GeneratedRegex("第[一二三四五六七八九十百零0-9]{1,7}条(?:之[一二三四五六七八九十]{1,2})?")]
    private static partial Regex Article();
}
