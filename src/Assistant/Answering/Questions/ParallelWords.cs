using System.Text.RegularExpressions;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Questions;

/// <summary>
/// 购房呢 after D类人才租赁补贴多少: which words of the question before the new ones take the place of. Told by what they end with (D类, E类) or by what
/// stands behind both in the clauses (租赁补贴 and 购房补贴, 硕士研究生每月 and 本科毕业生每月); a place that is a guess is none.
/// </summary>
internal static partial class ParallelWords
{
    /// <summary>Characters; longer words say something of their own.</summary>
    private const int Longest = 12;

    /// <summary>Characters behind the words that both must stand before.</summary>
    private const int Following = 2;

    /// <returns>The question with the words in their place; null where there is none, or they stand in it already.</returns>
    public static string? Replace(string question, string words, Answer previous)
    {
        if (words.Length is 0 or > Longest || question.Contains(words, StringComparison.OrdinalIgnoreCase)) return null;
        var texts = previous.Nearest.Select(passage => passage.Text).ToList();
        return ByNumber(question, words) ?? ByParty(question, words) ?? ByEnding(question, words, texts) ?? ByWhatFollows(question, words, texts) ?? ByUse(question, words, texts);
    }

    /// <summary>六层 for 五层, E类 for D类, 2025年 for 2024年.</summary>
    private static string? ByNumber(string question, string words)
    {
        if (Numbered().Match(words) is not { Success: true } match) return null;
        var places = Numbered().Matches(question).Where(place => place.Groups["unit"].ValueSpan.SequenceEqual(match.Groups["unit"].ValueSpan)).ToList();
        return places.Count == 0 ? null : Put(question, places[0].Index, places[0].Length, match.Value);
    }

    /// <summary>个人 for 单位.</summary>
    private static string? ByParty(string question, string words) =>
        Party().Match(words) is { Success: true } match && match.Length == words.Length && Party().Match(question) is { Success: true } place ? Put(question, place.Index, place.Length, words) : null;

    /// <summary>购房补贴 for 租赁补贴, 硕士 for 博士: the words before a common ending, as many as the new ones have.</summary>
    private static string? ByEnding(string question, string words, List<string> texts)
    {
        for (var from = 1; from < words.Length; from++)
        {
            var at = question.LastIndexOf(words[from..], StringComparison.Ordinal);
            if (at < 0) continue;
            var start = at - from;
            var end = start + words.Length;
            if (question.Contains(words[..from], StringComparison.Ordinal)) return null;
            if (start < 0 || !question.AsSpan(start, from).ToString().All(HanText.IsHan) || !words.All(HanText.IsHan)) return null;
            // One character is often the end of another word: 生 of 毕业生 and of 生活.
            var behind = question.Substring(end, Math.Min(Following, question.Length - end));
            return words.Length - from > 1 || behind.Length == 0 || Stand(texts, words + behind) ? Put(question, start, words.Length, words) : null;
        }
        return null;
    }

    /// <summary>购房 for 租赁 where 购房补贴 and 租赁补贴 both stand in the clauses.</summary>
    private static string? ByWhatFollows(string question, string words, List<string> texts)
    {
        foreach (var length in (int[])[words.Length, words.Length + 1, words.Length - 1])
        {
            if (length < 2) continue;
            for (var at = question.Length - length - Following; at >= 0; at--)
            {
                var behind = question.Substring(at + length, Following);
                if (behind.All(HanText.IsHan) && Stand(texts, words + behind) && Stand(texts, question.Substring(at, length + Following))) return Put(question, at, length, words);
            }
        }
        return null;
    }

    /// <summary>本科毕业生 for 硕士研究生, which the clauses go on after in the same way (每月); the longest such stretch of the question.</summary>
    private static string? ByUse(string question, string words, List<string> texts)
    {
        var behind = texts.Select(text => (Text: text, At: text.IndexOf(words, StringComparison.Ordinal) + words.Length))
            .Where(one => one.At >= words.Length && one.At + Following <= one.Text.Length).Select(one => one.Text.Substring(one.At, Following))
            .FirstOrDefault(following => following.All(HanText.IsHan) && !following.Contains('的', StringComparison.Ordinal));
        if (behind is null) return null;
        for (var length = Math.Min(Longest, question.Length); length >= 2; length--)
            for (var at = 0; at + length <= question.Length; at++)
                if (Stand(texts, string.Concat(question.AsSpan(at, length), behind))) return Put(question, at, length, words);
        return null;
    }

    private static bool Stand(List<string> texts, string stretch) => texts.Exists(text => text.Contains(stretch, StringComparison.Ordinal));

    private static string Put(string question, int at, int length, string words) => string.Concat(question.AsSpan(0, at), words, question.AsSpan(at + length));

    [GeneratedRegex("(?:[A-Za-z]|[0-9]+|[一二三四五六七八九十百千两甲乙丙丁戊]+|[今去明前后本上下](?=[年月周批期]))(?<unit>[层类级档等型期批年月周日岁名个倍楼号条款人])")]
    private static partial Regex Numbered();

    /// <summary>Those to whom rules apply one by one.</summary>
    [GeneratedRegex("单位|个人|企业|公司|机关|学校|居民|村民|农民|农户|家庭|法人|个体户|个体工商户|社会组织")]
    private static partial Regex Party();
}
