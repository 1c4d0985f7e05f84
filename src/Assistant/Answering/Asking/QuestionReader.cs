using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Retrieval.Questions;

namespace Assistant.Answering.Asking;

/// <summary>Reads the kind of thing asked from the question's own words. Rules of the language, not of any document.</summary>
public static partial class QuestionReader
{
    public static QuestionReading Read(string question, IReadOnlyList<QuestionTerm> terms)
    {
        var english = AnswerLanguages.Of(question) == AnswerLanguage.English;
        var folded = english ? question.ToLowerInvariant() : FoldedText.Of(question);
        var asked = new List<(AskedFor Asked, int End)>();
        foreach (var form in AskedForms.All)
        {
            foreach (Match match in (english ? form.English : form.Chinese).Matches(folded))
            {
                if (!form.IsOpen && asked.Exists(other => match.Index < other.End && other.Asked.At < match.Index + match.Length)) continue;
                if (form.Kind == AskedKind.Count && folded[match.Index] == '几' && AsksOtherwise(folded, match.Index)) continue;
                asked.Add((new AskedFor(form.Kind, match.Groups["unit"] is { Success: true, Length: > 0 } unit ? unit.Value : null, match.Index), match.Index + match.Length));
            }
        }

        var articles = ArticleMention().Matches(folded)
            .Where(match => ChineseNumeral.TryParse(match.Groups["n"].Value, out _))
            .Select(match => new ArticleNumber(
                ChineseNumeral.TryParse(match.Groups["n"].Value, out var number) ? number : 0,
                ChineseNumeral.TryParse(match.Groups["i"].Value, out var insertion) ? insertion : 0))
            .ToList();
        return new QuestionReading(
            folded, [.. asked.Select(one => one.Asked).OrderBy(one => one.At)], Group(terms, folded),
            [.. Title().Matches(question).Select(match => FoldedText.Of(match.Groups[1].Value))],
            articles,
            articles.Count > 0 && WholeArticle().IsMatch(folded))
        {
            IsEnglish = english,
            Compares = Comparison().IsMatch(folded),
        };
    }

    /// <summary>分几次办……分别在哪两处: beside another asking word 几 means some.</summary>
    private static bool AsksOtherwise(string folded, int at)
    {
        var start = folded.LastIndexOfAny(['?', '。', ';'], at) + 1;
        var end = folded.IndexOfAny(['?', '。', ';'], at);
        return folded.AsSpan(start, (end < 0 ? folded.Length : end) - start).ContainsAny('哪', '么', '谁');
    }

    private static List<TermGroup> Group(IReadOnlyList<QuestionTerm> terms, string folded)
    {
        var groups = new List<TermGroup>();
        // 期最 of 试用期最长多久 is rare and means nothing: superlatives belong to what is asked, not to what it is asked of.
        var bounds = Superlative().Matches(folded);
        foreach (var same in terms.GroupBy(term => term.TranslationOf ?? "=" + term.Text, StringComparer.Ordinal))
        {
            var texts = same.Select(term => term.Text).Distinct(StringComparer.Ordinal).ToList();
            var at = folded.IndexOf(texts[0], StringComparison.Ordinal);
            if (bounds.Any(bound => at < bound.Index + bound.Length && bound.Index < at + texts[0].Length)) continue;
            groups.Add(new TermGroup(texts, same.Max(term => term.Idf), at));
        }
        return groups;
    }

    [GeneratedRegex("第(?<n>[一二三四五六七八九十百千零〇两0-9]{1,9})条(?:之(?<i>[一二三四五六七八九十]{1,3}))?|\\barticle (?<n>[0-9]{1,4})\\b")]
    private static partial Regex ArticleMention();

    [GeneratedRegex("条(?:之[一二三四五六七八九十]{1,3})?(?:是|都|具体|里|中)?(?:规定|说|讲|写|内容|原文)(?:了|的是|的)?(?:什么|哪些|啥|怎么|如何|$)|条(?:之[一二三四五六七八九十]{1,3})?(?:的)?(?:内容|原文|全文|规定)(?:是什么)?[?]?$|条(?:之[一二三四五六七八九十]{1,3})?(?:是|怎么|如何)(?:什么|规定|说|写)|what does article [0-9]+|(?:text|content) of article [0-9]+")]
    private static partial Regex WholeArticle();

    [GeneratedRegex("最[长短高低多少大小晚早迟快]|至少|至多")]
    private static partial Regex Superlative();

    [GeneratedRegex("《([^《》]{2,80})》")]
    private static partial Regex Title();

    [GeneratedRegex("区别|不同|差别|差异|相比|比较|对比|分别|各自|各(?:是|补)|\\b(?:differ|difference|compare|compared|respectively|both)\\b")]
    private static partial Regex Comparison();
}
