using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Answering.Asking;
using Assistant.Answering.Citations;
using Assistant.Answering.Composition;
using Assistant.Answering.Evidence;
using Assistant.Answering.Support;
using Assistant.Corpus;
using Assistant.Retrieval;

namespace Assistant.Answering;

/// <summary>The sentences that answer the question, verbatim, in a readable order, each with its <c>[n]</c>.</summary>
public sealed class ExtractiveAnswerer(CorpusStore store, QuoteLocator locator) : IAnswerer
{
    private const int ShortSentence = 20;

    private readonly EvidenceSentences _sentences = new(store);
    private readonly DocumentHead _head = new(store);
    private readonly NamedDocuments _named = new(store);
    private readonly DocumentValidity _validity = new(store);
    private readonly AnswerComposer _composer = new(store, locator);

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(
        AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var question = QuestionReader.Read(context.StandaloneQuestion, context.Terms);
        var ranked = EvidenceRanking.Rank(question, _sentences.Of(context.Passages, cancellationToken));
        var missing = _named.FindMissing(question);
        var validity = _validity.Find(question, ranked);
        var blocks = ranked.Count == 0 ? [] : validity?.Blocks ?? (missing is null ? WholeArticle.Find(question, ranked) : null) ?? WithHead(question, _head.Find(question, ranked), EvidenceChoice.Choose(question, ranked));
        var verdict = SupportChecker.Check(question, ranked, blocks, validity, missing, context.Language);
        var words = AnswerWords.For(context.Language);
        var text = new StringBuilder();
        var citations = new List<Citation>();
        var statements = new List<Statement>();
        if (Opening(verdict, words, question, context.Filter, blocks.Count > 0) is { Length: > 0 } opening)
        {
            text.Append(opening);
            yield return new AnswerEvent.Token(opening);
        }
        if (verdict.Support == AnswerSupport.NotFound) blocks = Nearest(question, ranked);
        foreach (var piece in _composer.Compose(blocks, 1, context.Language))
        {
            cancellationToken.ThrowIfCancellationRequested();
            citations.Add(piece.Citation);
            statements.AddRange(verdict.Support == AnswerSupport.NotFound ? piece.Statements.Select(statement => statement with { Reason = words.NotAnAnswer }) : piece.Statements);
            yield return new AnswerEvent.CitationFound(piece.Citation);
            text.Append(piece.Text);
            yield return new AnswerEvent.Token(piece.Text);
        }
        yield return new AnswerEvent.Drafted(new AnswerDraft(
            text.ToString().TrimEnd(), verdict.Support, verdict.Reason, AnswerMode.Extractive, null, null, citations, statements, [], []));
    }

    private string Opening(SupportVerdict verdict, AnswerWords words, QuestionReading question, RetrievalFilter? filter, bool hasNearest)
    {
        if (verdict.Support == AnswerSupport.Answered) return words.AnswerOpening is { Length: > 0 } above ? above + "\n\n" : "";
        if (verdict.Support == AnswerSupport.Weak) return MarkdownText.Escape(words.WeakOpening(verdict.Reason)) + "\n\n";
        var (documents, clauses) = Searched(filter);
        var searched = words.NotFound(verdict.Reason, documents, clauses, question.SearchedWords());
        return MarkdownText.Escape(searched) + "\n\n" + (hasNearest ? words.NearestHeading + "\n\n" : "");
    }

    private (int Documents, int Clauses) Searched(RetrievalFilter? filter)
    {
        if (filter is null || RetrievalFilter.IsOpen(filter)) return store.Counts();
        var searched = store.Documents().Where(filter.Passes).ToList();
        return (searched.Count, searched.Sum(document => document.Clauses));
    }

    /// <summary>Where title block or signature answers, the clauses add only what holds the kind of thing asked as well, and nothing twice.</summary>
    private static IReadOnlyList<EvidenceBlock> WithHead(QuestionReading question, IReadOnlyList<EvidenceBlock> around, IReadOnlyList<EvidenceBlock> chosen)
    {
        if (around.Count == 0) return chosen;
        var said = around.SelectMany(block => block.Folded).ToHashSet(StringComparer.Ordinal);
        return [.. around, .. chosen.Where(block => block.Folded.Any(sentence => !said.Contains(sentence) && question.Asked.Any(asked => !AskedForms.Of(asked.Kind).IsOpen && TypedEvidence.Find(asked, sentence).Count > 0)))];
    }

    /// <summary>The best sentence of each of the three best places; headings and the like (通知如下) only where there is nothing else.</summary>
    private static List<EvidenceBlock> Nearest(QuestionReading question, IReadOnlyList<RankedSentence> ranked)
    {
        List<EvidenceBlock> near = [.. ranked.OrderBy(one => one.Sentence.Folded.Length < ShortSentence).DistinctBy(one => one.Sentence.Place.Key).DistinctBy(one => EvidenceList.KeyOf(one.Sentence.Place) ?? one.Sentence.Place.Key).Take(3)
            .Select(one => new EvidenceBlock(one.Sentence.Place, one.Sentence.Index, one.Sentence.Index + 1, one.Value))
            .SelectMany(block => EvidenceList.Around(question, block) ?? [block]).DistinctBy(block => (block.Place.Key, block.From, block.To))];
        // A list inside a list is found with both.
        return [.. near.Where(block => !near.Exists(other => other != block && other.Place.Key == block.Place.Key && other.From <= block.From && other.To >= block.To))];
    }
}
