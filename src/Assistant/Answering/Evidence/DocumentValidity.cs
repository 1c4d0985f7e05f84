using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Answering.Evidence;

/// <summary>What tells whether a document applies: the clause that repeals it, and what it says of its own validity.</summary>
public sealed record ValidityEvidence(IReadOnlyList<EvidenceBlock> Blocks, DocumentState State);

/// <summary>还有效吗, 现在还能申请吗: answered from the status that the corpus gives a document, not from clauses that share words with it.</summary>
public sealed partial class DocumentValidity(CorpusStore store)
{
    /// <summary>Clauses at the end among which are those that say from when to when the document applies.</summary>
    private const int LastClauses = 12;

    /// <summary>Documents of the ranking among which is the one meant.</summary>
    private const int Considered = 6;

    /// <summary>Characters of the subject that its title must hold.</summary>
    private const int Least = 4;

    /// <summary>Of the subject's characters.</summary>
    private const double LeastShare = 0.6;

    /// <summary>Null where the question asks something else, or of no document that is held, or nothing tells.</summary>
    public ValidityEvidence? Find(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        if (!AsksValidity().IsMatch(question.Folded)) return null;
        // A notice that carries the document, and what explains it, have its words in their titles as well, and say nothing of their own validity.
        return Meant(question, ranked).Select(Tell).FirstOrDefault(evidence => evidence.Blocks.Count > 0);
    }

    private ValidityEvidence Tell(PolicyDocument document)
    {
        var blocks = new List<EvidenceBlock>();
        if (document.Status is { ByDocumentId: { } by, ByClauseId: { } clause } && store.FindDocument(by) is { } repealing)
            blocks.AddRange(Sentences(repealing, ClausePath.All(repealing.Clauses).Where(path => string.Equals(path[^1].Id, clause, StringComparison.Ordinal)), Repeals()));
        blocks.AddRange(Sentences(document, ClausePath.All(document.Clauses).Reverse().Take(LastClauses), InForce()));
        return new ValidityEvidence(blocks, document.Status.State);
    }

    private static IEnumerable<EvidenceBlock> Sentences(PolicyDocument document, IEnumerable<IReadOnlyList<Clause>> paths, Regex holds) =>
        paths.Select(path => EvidencePlace.Of(document, path))
            .SelectMany(place => Enumerable.Range(0, place.Sentences.Count).Where(i => holds.IsMatch(place.FoldedSentences[i])).Select(i => new EvidenceBlock(place, i, i + 1, 1)));

    /// <summary>The documents whose titles hold most of what the question is about, the most first: 技改资金 and 技术改造专项资金管理办法.</summary>
    private static IEnumerable<PolicyDocument> Meant(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        var subject = string.Concat(QuestionPhrases.Subject(Year().Replace(AsksValidity().Replace(question.Folded, ","), ","))).Distinct().ToList();
        if (subject.Count == 0) return [];
        return ranked.Select(one => one.Sentence.Place.Document).DistinctBy(document => document.Id).Take(Considered)
            .Select(document => (Document: document, Held: subject.Count(c => FoldedText.Of(document.Title).Contains(c, StringComparison.Ordinal))))
            .Where(one => one.Held >= Math.Min(Least, subject.Count) && one.Held >= LeastShare * subject.Count)
            .OrderByDescending(one => one.Held).Select(one => one.Document);
    }

    [GeneratedRegex("(?:现在|目前|如今|今年)?(?:是否)?(?:还|仍然?|依然)有效|有没有(?:失效|废止|过期)|(?:已经?)?(?:失效|废止|作废|过期)了?(?:吗|没有|没)|(?:现在|目前|如今)(?:还|仍)?(?:能|可以)(?:再)?(?:申请|申报|领取?|办理?)|(?:现在|目前)?还在?(?:执行|实施|施行|适用)吗|(?:still (?:in force|valid|apply|available))|\\b(?:repealed|expired)\\b")]
    private static partial Regex AsksValidity();

    [GeneratedRegex("[0-9]{4}年(?:版|修[订正])?的?")]
    private static partial Regex Year();

    [GeneratedRegex("废止|停止执行|失效|取代|代替|替代")]
    private static partial Regex Repeals();

    [GeneratedRegex("(?:自|从)[^。;]{2,24}起(?:施行|实施|执行|生效)|有效期|实施期限|执行期限|有效至|执行至")]
    private static partial Regex InForce();
}
