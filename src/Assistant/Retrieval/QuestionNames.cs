using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Indexing;

namespace Assistant.Retrieval;

/// <summary>What a question names outright.</summary>
/// <param name="Documents">Numbers in the snapshot; empty where no document is named.</param>
/// <param name="Articles">Numbers of the articles named: 第三十九条, 第39条, Article 39.</param>
internal sealed partial record QuestionNames(IReadOnlySet<int> Documents, IReadOnlyList<int> Articles)
{
    /// <summary>Shorter titles are words of the language (税法) and name nothing for certain.</summary>
    private const int ShortestTitle = 4;

    /// <summary>Folding a thousand titles for every question would take half its time.</summary>
    private static readonly ConditionalWeakTable<IndexSnapshot, string[]> ShortTitles = [];

    /// <param name="allowed">By document number; null allows all.</param>
    public static QuestionNames Read(string question, IndexSnapshot snapshot, bool[]? allowed)
    {
        var folded = Fold(question);
        var quoted = Quoted().Matches(question).Select(match => Fold(match.Groups[1].Value)).Where(title => title.Length >= ShortestTitle).ToList();
        var shortTitles = ShortTitles.GetValue(snapshot, static made => [.. made.Documents.Select(document => ShortTitle(document.Title))]);
        var named = new HashSet<int>();
        var titles = new List<(int Document, string Title)>();
        for (var i = 0; i < snapshot.Documents.Count; i++)
        {
            if (allowed is not null && !allowed[i]) continue;
            var document = snapshot.Documents[i];
            if (document.DocumentNumber is { Length: > 5 } number && folded.Contains(Fold(number), StringComparison.Ordinal)) named.Add(i);
            var title = shortTitles[i];
            if (title.Length < ShortestTitle) continue;
            if (quoted.Exists(quote => quote.Contains(title, StringComparison.Ordinal) || title.Contains(quote, StringComparison.Ordinal))) named.Add(i);
            else if (folded.Contains(title, StringComparison.Ordinal)) titles.Add((i, title));
        }
        // 劳动合同法实施条例 names the regulation, not the law whose title lies inside.
        foreach (var (document, title) in titles)
            if (!titles.Exists(other => other.Title.Length > title.Length && other.Title.Contains(title, StringComparison.Ordinal))) named.Add(document);
        return new QuestionNames(named, [.. Article().Matches(question).Select(match => Number(match.Groups[1].Value)).Where(number => number > 0)]);
    }

    /// <summary>Without the name of the country, brackets at the end (2018年修正, 试行) and anything but letters and digits.</summary>
    private static string ShortTitle(string title)
    {
        var text = title.AsSpan().Trim();
        if (text.StartsWith("中华人民共和国")) text = text["中华人民共和国".Length..];
        while (text is [.., ')' or '）'] && text.LastIndexOfAny('(', '（') is var open and > 0) text = text[..open].TrimEnd();
        return Fold(text);
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length];
        var length = 0;
        foreach (var raw in text)
        {
            var c = ChineseTokenizer.Fold(raw);
            if (char.IsLetterOrDigit(c)) folded[length++] = c;
        }
        return new string(folded, 0, length);
    }

    private static int Number(string text) =>
        int.TryParse(text, out var number) || ChineseNumeral.TryParse(text, out number) ? number : 0;

    [GeneratedRegex("《([^《》]{2,60})》")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?:第\\s{0,3}|[Aa]rticle\\s{1,3})([0-9]{1,4}|[零〇一二三四五六七八九十百千]{1,7})(?:\\s{0,3}条|\\b)")]
    private static partial Regex Article();
}
