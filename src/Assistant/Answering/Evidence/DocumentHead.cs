using System.Text.RegularExpressions;
using Assistant.Answering.Asking;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Evidence;

/// <summary>
/// 文号是什么, 由谁印发, 哪天通过: what stands around a document's clauses and not in them. Ranking does not find it, because a title block has
/// few words and no sentence.
/// </summary>
public sealed partial class DocumentHead(CorpusStore store)
{
    /// <summary>Characters. A signature, a date, a number with its addressees is shorter than a paragraph.</summary>
    private const int LongestLine = 120;

    /// <summary>Clauses at the end among which is the one that says from when the document applies; annexes may follow it.</summary>
    private const int LastClauses = 12;

    private const string Country = "中华人民共和国";

    /// <summary>Characters, without the country: 学位法.</summary>
    private const int ShortestName = 3;

    /// <summary>The lines of title block and signature that hold what is asked of a document named in the question; empty where nothing is.</summary>
    public IReadOnlyList<EvidenceBlock> Find(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        var wanted = question.Asked.Where(asked => asked.Kind is AskedKind.Document or AskedKind.Date or AskedKind.Body).ToList();
        var asksOfHead = AsksOfTheDocument().IsMatch(question.Folded);
        var asksWhenInForce = wanted.Exists(asked => asked.Kind == AskedKind.Date) && AsksWhenInForce().IsMatch(question.Folded);
        if (!asksOfHead && !asksWhenInForce) return [];
        var blocks = new List<EvidenceBlock>();
        foreach (var document in Named(question, ranked))
        {
            if (store.FindSourceFile(document.SourcePath) is not { } file) continue;
            if (asksOfHead) blocks.AddRange(Sentences(Around(document, file), sentence => wanted.Exists(asked => Holds(asked.Kind, document, sentence))));
            if (asksWhenInForce) blocks.AddRange(Sentences(Last(document), sentence => InForceFrom().IsMatch(sentence)));
            if (blocks.Count > 0) break;
        }
        return [.. blocks.Take(3)];
    }

    private static IEnumerable<EvidenceBlock> Sentences(IEnumerable<EvidencePlace> places, Func<string, bool> holds) =>
        places.SelectMany(place => Enumerable.Range(0, place.Sentences.Count).Where(i => holds(place.FoldedSentences[i])).Select(i => new EvidenceBlock(place, i, i + 1, 1)));

    /// <summary>The document of that title and the notice that carries it, the notice first: number and date are on it.</summary>
    private List<PolicyDocument> Named(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        var exact = ranked.Select(one => one.Sentence.Place).Where(place => IsNamed(question, place.Title))
            .Select(place => place.Document).DistinctBy(document => document.Id).ToList();
        var covers = exact.Select(document => document.CoverId is { } cover ? store.FindDocument(cover) : null).OfType<PolicyDocument>();
        return [.. covers.Concat(exact)];
    }

    /// <summary>In 《》, or by the greater part of its title from the end: 渡口管理规定 for 云麓区渡口管理规定.</summary>
    private static bool IsNamed(QuestionReading question, string title)
    {
        if (question.Titles.Count > 0) return question.Titles.Contains(title, StringComparer.Ordinal);
        var name = title.StartsWith(Country, StringComparison.Ordinal) ? title[Country.Length..] : title;
        var least = Math.Max(Math.Min(6, name.Length), (int)(0.6 * name.Length));
        return name.Length >= ShortestName && question.Folded.Contains(name[^least..], StringComparison.Ordinal);
    }

    /// <summary>本条例自…起施行 is one of the last articles, and has the words of all of them.</summary>
    private static IEnumerable<EvidencePlace> Last(PolicyDocument document) =>
        ClausePath.All(document.Clauses).Reverse().Take(LastClauses).Select(path => EvidencePlace.Of(document, path));

    /// <summary>What lies outside the clauses, and the short lines under no number before the first and behind the last numbered one.</summary>
    private static IEnumerable<EvidencePlace> Around(PolicyDocument document, SourceFile file)
    {
        var title = FoldedText.Of(document.Title);
        TextSpan[] outside = document.Clauses.Count == 0 ? [document.Span]
            : [new(document.Span.Start, document.Clauses[0].Span.Start), new(document.Clauses[^1].Span.End, document.Span.End)];
        foreach (var span in outside.Where(span => !span.IsEmpty))
            yield return new EvidencePlace(document, [], span, title, SentenceSplitter.Split(SourceText.Read(file, span)));
        var lines = document.Clauses.TakeWhile(clause => clause.Level == ClauseLevel.Text).Concat(document.Clauses.Reverse().TakeWhile(clause => clause.Level == ClauseLevel.Text));
        foreach (var line in lines.Where(line => line.Lead.Length is > 0 and <= LongestLine).DistinctBy(line => line.Id))
            yield return new EvidencePlace(document, [line], line.LeadSpan, title, SentenceSplitter.Split(line.Lead));
    }

    private static bool Holds(AskedKind kind, PolicyDocument document, string sentence) => kind switch
    {
        AskedKind.Document => Number().IsMatch(sentence),
        AskedKind.Date => Day().IsMatch(sentence),
        _ => document.Issuers.Any(issuer => sentence.Contains(FoldedText.Of(issuer), StringComparison.Ordinal)),
    };

    [GeneratedRegex("文号|发文|印发|发布|公布|通过|签发|第几号|谁制定|issued|adopted|document number")]
    private static partial Regex AsksOfTheDocument();

    [GeneratedRegex("施行|生效|in force|take effect|effective")]
    private static partial Regex AsksWhenInForce();

    [GeneratedRegex("(?:自|从)[^。;]{2,24}起(?:施行|实施|执行|生效)")]
    private static partial Regex InForceFrom();

    [GeneratedRegex("[〔\\[(][0-9]{4}[〕\\])][0-9]+号|(?:令|公告)?第[0-9]+号")]
    private static partial Regex Number();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日")]
    private static partial Regex Day();
}
