using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Answering.Evidence;

/// <summary>
/// 依照本法第八十一条第一款的规定处罚: the clause names the deed and leaves the penalty to another one of the same document, which belongs to the answer: what it
/// says itself holds for others.
/// </summary>
internal static partial class PenaltyElsewhere
{
    /// <summary>Characters; what a longer clause says further on is a click away.</summary>
    private const int Longest = 400;

    /// <summary>The clauses that penalties are left to, without those that are shown already; empty where none is asked for.</summary>
    public static IEnumerable<EvidenceBlock> Of(QuestionReading question, IReadOnlyList<EvidenceBlock> blocks)
    {
        if (!question.Asked.Any(asked => asked.Kind is AskedKind.Penalty or AskedKind.Amount)) yield break;
        foreach (var block in blocks)
        {
            foreach (var match in block.Folded.SelectMany(sentence => Left().Matches(sentence)))
            {
                if (!ChineseNumeral.TryParse(match.Groups["article"].Value, out var number)) continue;
                var article = ClausePath.All(block.Place.Document.Clauses).FirstOrDefault(path => path[^1].Level == ClauseLevel.Article && path[^1].Number == number && path[^1].Insertion == 0);
                if (article is null) continue;
                var path = ParagraphOf(article, match.Groups["paragraph"].Value);
                var place = EvidencePlace.Of(block.Place.Document, path);
                if (place.Sentences.Count > 0 && path[^1].Lead.Length <= Longest && !blocks.Any(other => other.Place.Key == place.Key)) yield return new EvidenceBlock(place, 0, place.Sentences.Count, block.Value);
            }
        }
    }

    private static IReadOnlyList<Clause> ParagraphOf(IReadOnlyList<Clause> article, string printed)
    {
        var paragraphs = article[^1].Children.Where(child => child.Level == ClauseLevel.Paragraph).ToList();
        if (paragraphs.Count == 0) return article;
        var number = ChineseNumeral.TryParse(printed, out var named) ? named : 1;
        return paragraphs.ElementAtOrDefault(number - 1) is { } found ? [.. article, found] : article;
    }

    [GeneratedRegex("(?:依照|按照|依据|根据)本(?:法|条例|办法|规定|细则)第(?<article>[一二三四五六七八九十百零]{1,7})条(?:第(?<paragraph>[一二三四五六七八九十]{1,3})款)?(?:的)?规定(?:处罚|处理|给予处罚|追究)")]
    private static partial Regex Left();
}
