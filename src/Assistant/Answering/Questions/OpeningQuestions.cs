using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Corpus.Terms;
using Assistant.Retrieval;

namespace Assistant.Answering.Questions;

/// <summary>
/// First questions for somebody who has never asked one, of the documents that the corpus holds. Each has been asked before it is shown: a question that
/// the corpus does not answer well is none to begin with. No server is asked: the first page waits for none.
/// </summary>
public sealed class OpeningQuestions(CorpusStore store, PassageRetriever retriever, ExtractiveAnswerer extractive) : IDisposable
{
    private const int Most = 4;

    /// <summary>Characters. Longer titles are an abstract or a paragraph taken for one, and no question anybody would ask.</summary>
    private const int LongestTitle = 40;

    /// <summary>Questions tried: some 15 ms each, once for each state of the corpus.</summary>
    private const int MostTries = 24;

    private const int PassagesConsidered = 20;

    private readonly SemaphoreSlim _finding = new(1);
    private readonly ConcurrentDictionary<string, Found> _found = new(StringComparer.Ordinal);

    /// <param name="forms">Each takes a document's title.</param>
    /// <returns>
    /// Of several documents, laws and regulations first; empty where nothing is held, or nothing answered. While documents are held that cannot be found
    /// yet, what was last found, or empty: the corpus changes with each file read, and a list made meanwhile would lack what comes.
    /// </returns>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<string> forms, CancellationToken cancellationToken)
    {
        var key = string.Join('\n', forms);
        try
        {
            if (retriever.CompleteVersion() is not { } version) return _found.GetValueOrDefault(key)?.Questions ?? [];
            if (Known(key, version) is { } known) return known;
            await _finding.WaitAsync(cancellationToken);
            try
            {
                // Somebody else may have found them meanwhile.
                if (Known(key, version) is { } theirs) return theirs;
                var questions = await AskAsync(forms, cancellationToken);
                // What changed while they were asked may have left some unanswered.
                if (retriever.CompleteVersion() == version) _found[key] = new(version, questions);
                return questions;
            }
            finally
            {
                _finding.Release();
            }
        }
        catch (CorpusUnavailableException)
        {
            // What is wrong with the corpus is said where something is asked of it.
            return [];
        }
    }

    public void Dispose() => _finding.Dispose();

    private IReadOnlyList<string>? Known(string key, long version) => _found.GetValueOrDefault(key) is { } found && found.Version == version ? found.Questions : null;

    private async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> forms, CancellationToken cancellationToken)
    {
        var documents = store.Documents()
            .Where(document => document.Title.Length is > 3 and <= LongestTitle && document.Clauses > 0 && document.Status.State == DocumentState.InForce)
            .OrderBy(document => document.Kind is DocumentKind.Law or DocumentKind.Regulation ? 0 : document.DocumentNumber is not null ? 1 : 2)
            .ThenByDescending(document => document.Clauses)
            .DistinctBy(document => document.Title, StringComparer.Ordinal);
        var found = new List<string>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var left = MostTries;
        foreach (var document in documents)
        {
            // Another form for each document where one can be had, so that the four do not sound alike.
            foreach (var form in forms.OrderBy(used.Contains).Take(left))
            {
                left--;
                var question = string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(form), TitleMarks.Inside(document.Title));
                if (!await IsAnsweredAsync(question, document, cancellationToken)) continue;
                found.Add(question);
                used.Add(form);
                break;
            }
            if (found.Count == Most || left <= 0) break;
        }
        return found;
    }

    /// <summary>Answered, and first of all by the document it names.</summary>
    private async Task<bool> IsAnsweredAsync(string question, DocumentSummary document, CancellationToken cancellationToken)
    {
        var passages = retriever.RetrieveByWords(question, PassagesConsidered, cancellationToken);
        var context = new AnswerContext(question, null, passages.Passages, [], null) { Terms = passages.Terms };
        await foreach (var answerEvent in extractive.AnswerAsync(context, cancellationToken))
        {
            if (answerEvent is AnswerEvent.Drafted { Draft: var draft })
                return draft is { Support: AnswerSupport.Answered, Citations: [var first, ..] } && string.Equals(first.DocumentId, document.Id, StringComparison.Ordinal);
        }
        return false;
    }

    /// <param name="Version">Of the corpus, all of whose documents could be found.</param>
    private sealed record Found(long Version, IReadOnlyList<string> Questions);
}
