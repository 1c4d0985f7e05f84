using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Answering.Evidence;

/// <summary>第十二条规定了什么: the article, whole.</summary>
public static class WholeArticle
{
    /// <summary>Characters; what a longer article says further on is a click away.</summary>
    private const int Longest = 1500;

    /// <summary>The clauses of the articles asked for, in order; null where the question asks for none, or none of the found documents has it.</summary>
    public static IReadOnlyList<EvidenceBlock>? Find(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        if (!question.WantsWholeArticle) return null;
        // An article of another law of the same number says nothing of the law that is named.
        var documents = ranked.Select(one => one.Sentence.Place.Document).DistinctBy(document => document.Id)
            .Where(document => question.Titles.Count == 0 || question.Titles.Any(title => Matches(title, FoldedText.Of(document.Title)))).ToList();
        foreach (var document in documents)
        {
            var paths = ClausePath.All(document.Clauses).Where(path => question.Names(path[^1])).ToList();
            if (paths.Count == 0) continue;
            var blocks = new List<EvidenceBlock>();
            var length = 0;
            foreach (var path in paths.SelectMany(Below))
            {
                var sentences = SentenceSplitter.Split(path[^1].Lead);
                length += path[^1].Lead.Length;
                if (sentences.Count == 0) continue;
                if (length > Longest && blocks.Count > 0) break;
                blocks.Add(new EvidenceBlock(new EvidencePlace(document, path, path[^1].LeadSpan, "", sentences), 0, sentences.Count, 1));
            }
            if (blocks.Count > 0) return blocks;
        }
        return null;
    }

    private static IEnumerable<IReadOnlyList<Clause>> Below(IReadOnlyList<Clause> path)
    {
        yield return path;
        foreach (var child in path[^1].Children)
            foreach (var below in Below([.. path, child])) yield return below;
    }

    /// <summary>A short name is part of the title, and a long one holds it.</summary>
    private static bool Matches(string named, string title) =>
        title.Length > 0 && (title.Contains(named, StringComparison.Ordinal) || named.Contains(title, StringComparison.Ordinal));
}
