using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Answering.Evidence;
using Assistant.Corpus;

namespace Assistant.Answering;

/// <summary>The sentences that answer the question, verbatim, in a readable order, each with its <c>[n]</c>.</summary>
public sealed class ExtractiveAnswerer(CorpusStore store, QuoteLocator locator) : IAnswerer
{
    private readonly EvidenceSentences sentences = new(store);
    private readonly AnswerComposer composer = new(store, locator);

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(
        AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var question = QuestionReader.Read(context.StandaloneQuestion, context.Terms);
        var ranked = sentences.Of(context.Passages, cancellationToken)
            .Select(sentence => (sentence, Features: EvidenceFeatures.Of(question, sentence)))
            .Select(one => new RankedSentence(one.sentence, one.Features, EvidenceWeights.Probability(one.Features)))
            .OrderByDescending(one => one.Value)
            .ToList();
        var blocks = ranked.Count == 0 ? [] : EvidenceChoice.Choose(question, ranked, new EvidenceThresholds());
        var text = new StringBuilder();
        var citations = new List<Citation>();
        var statements = new List<Statement>();
        foreach (var piece in composer.Compose(blocks, 1, context.Language))
        {
            cancellationToken.ThrowIfCancellationRequested();
            citations.Add(piece.Citation);
            statements.AddRange(piece.Statements);
            yield return new AnswerEvent.CitationFound(piece.Citation);
            text.Append(piece.Text);
            yield return new AnswerEvent.Token(piece.Text);
        }
        var support = citations.Count > 0 ? AnswerSupport.Answered : AnswerSupport.NotFound;
        if (citations.Count == 0)
        {
            text.Append("文库中没有找到与问题有关的条款。");
            yield return new AnswerEvent.Token(text.ToString());
        }
        yield return new AnswerEvent.Drafted(new AnswerDraft(
            text.ToString(), support, null, AnswerMode.Extractive, null, null, citations, statements, [], []));
    }
}
