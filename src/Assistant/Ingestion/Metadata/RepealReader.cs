using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Terms;
using Assistant.Ingestion.Titles;

namespace Assistant.Ingestion.Metadata;

/// <summary>What a document says it repeals or replaces, with the clause that says so.</summary>
public static partial class RepealReader
{
    /// <summary>None for news, interpretations and answers to the press: they report what another document does.</summary>
    public static IReadOnlyList<RepealedTitle> Read(PolicyDocument document)
    {
        if (document.Kind is DocumentKind.News or DocumentKind.Interpretation or DocumentKind.QuestionsAndAnswers or DocumentKind.Article) return [];
        var repealed = new List<RepealedTitle>();
        foreach (var clause in document.AllClauses())
        {
            foreach (var sentence in clause.Lead.Split('。', '\n', '；'))
            {
                var repeals = Repeals().IsMatch(sentence);
                var replaces = !repeals && Replaces().IsMatch(sentence);
                if (repeals || replaces) Add(repealed, sentence, clause.Id, replaces);
            }
            foreach (Match match in Revises().Matches(clause.Lead))
            {
                Add(repealed, match.Value, clause.Id, isReplacement: true);
            }
        }
        return [.. repealed.DistinctBy(title => (DocumentTitles.Key(title.Title), title.DocumentNumber))];
    }

    private static void Add(List<RepealedTitle> repealed, string sentence, string clauseId, bool isReplacement)
    {
        var at = 0;
        foreach (var title in TitleText.Quoted(sentence))
        {
            var end = sentence.IndexOf("《" + title + "》", at, StringComparison.Ordinal) + title.Length + 2;
            var after = sentence[end..];
            at = end;
            // 《某办法》第三条同时废止 takes away a part only; a title after 根据 or 按照 is the ground and not the object.
            // 《新办法》施行后，《旧办法》同时废止 names the new one as the moment.
            if (Partial().IsMatch(after) || ComesIntoForce().IsMatch(after) || Ground().IsMatch(sentence[..(end - title.Length - 2)])) continue;
            repealed.Add(new RepealedTitle(TitleText.Clean(title), DocumentNumber.After(after), clauseId, isReplacement));
        }
    }

    [GeneratedRegex(@"》[^《》]{0,60}(?:同时|即行|自行|随之|相应|一并)?(?:予以)?(?:废止|失效)(?!的)|》[^《》]{0,40}停止执行|(?:同时|一并)?废止(?:了)?[^，。]{0,40}《")]
    private static partial Regex Repeals();

    [GeneratedRegex(@"(?:代替|替代|取代)[^，。]{0,40}《")]
    private static partial Regex Replaces();

    /// <summary>对《某办法》（文号）进行了修订。现将修订后的…</summary>
    [GeneratedRegex(@"对《[^《》]{2,80}》(?:[（(][^（）()]{2,40}[）)])?进行了?(?:全面)?(?:修订|修改)(?=.{0,20}修订后)")]
    private static partial Regex Revises();

    [GeneratedRegex(@"^(?:[（(][^（）()]{1,60}[）)])?\s*(?:第|中的|中第|有关|的有关|的部分)")]
    private static partial Regex Partial();

    [GeneratedRegex(@"^(?:[（(][^（）()]{1,60}[）)])?(?:自[^，。；《》]{0,20})?(?:正式)?(?:公布|发布|印发|施行|实施|生效)")]
    private static partial Regex ComesIntoForce();

    [GeneratedRegex(@"(?:根据|按照|依据|依照)[^，。；]{0,20}$")]
    private static partial Regex Ground();
}
