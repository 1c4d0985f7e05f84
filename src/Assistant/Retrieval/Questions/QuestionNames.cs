using System.Text.RegularExpressions;
using Assistant.Corpus.Labels;
using Assistant.Indexing.Segments;
using Assistant.Retrieval.Ranking;

namespace Assistant.Retrieval.Questions;

/// <summary>What a question names outright.</summary>
/// <param name="Documents">Numbers in the snapshot; empty where no document is named.</param>
/// <param name="Articles">Numbers of the articles named: 第三十九条, 第39条, Article 39.</param>
internal sealed partial record QuestionNames(IReadOnlySet<int> Documents, IReadOnlyList<int> Articles)
{
    /// <summary>Shorter titles are words of the language (税法) and name nothing for certain.</summary>
    private const int ShortestTitle = 4;

    /// <summary>Folded: 国发20241 has six characters and more.</summary>
    private const int ShortestNumber = 6;

    /// <param name="allowed">By document number; null allows all.</param>
    public static QuestionNames Read(string question, IndexSnapshot snapshot, bool[]? allowed)
    {
        var folded = DocumentTraits.Fold(question);
        var quoted = Quoted().Matches(question).Select(match => DocumentTraits.Fold(match.Groups[1].Value)).Where(title => title.Length >= ShortestTitle).ToList();
        var documents = DocumentTraits.Of(snapshot);
        var named = new HashSet<int>();
        var titles = new List<(int Document, string Title)>();
        for (var i = 0; i < documents.Length; i++)
        {
            if (allowed is not null && !allowed[i]) continue;
            var (title, number, _) = documents[i];
            if (number.Length >= ShortestNumber && folded.Contains(number, StringComparison.Ordinal)) named.Add(i);
            if (title.Length < ShortestTitle) continue;
            if (quoted.Exists(quote => quote.Contains(title, StringComparison.Ordinal) || title.Contains(quote, StringComparison.Ordinal))) named.Add(i);
            else if (folded.Contains(title, StringComparison.Ordinal)) titles.Add((i, title));
        }
        // 劳动合同法实施条例 names the regulation, not the law whose title lies inside.
        foreach (var (document, title) in titles)
            if (!titles.Exists(other => other.Title.Length > title.Length && other.Title.Contains(title, StringComparison.Ordinal))) named.Add(document);
        return new QuestionNames(named, [.. Article().Matches(question).Select(match => Number(match.Groups[1].Value)).Where(number => number > 0)]);
    }

    private static int Number(string text) =>
        int.TryParse(text, out var number) || ChineseNumeral.TryParse(text, out number) ? number : 0;

    [GeneratedRegex("《([^《》]{2,60})》")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:第\\s{0,3}|[Aa]rticle\\s{1,3})([0-9]{1,4}|[零〇一二三四五六七八九十百千]{1,7})(?:\\s{0,3}条|\\b)")]
    private static partial Regex Article();
}
