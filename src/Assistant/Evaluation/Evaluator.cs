using System.Diagnostics;
using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Questions;
using Assistant.Corpus;
using Assistant.Retrieval;

namespace Assistant.Evaluation;

/// <summary>Asks a question set in process, on the path that users ask on, and measures what comes back.</summary>
public sealed class Evaluator(CorpusStore corpus, PassageRetriever retriever, QuestionAnswering answering, AnswerLog log)
{
    /// <param name="top">Passages retrieved for each question.</param>
    /// <param name="ask">False measures retrieval only.</param>
    public async Task<EvaluationReport> MeasureAsync(
        IReadOnlyList<EvaluationQuestion> questions, int top, bool ask, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var tally = new EvaluationTally();
        for (var i = 0; i < questions.Count; i++)
        {
            var question = questions[i];
            try
            {
                if (question.Gold.Count > 0) await SearchAsync(question, top, tally, cancellationToken);
                if (ask) await AskAsync(question, tally, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A failed call is a result, not a reason to stop.
                tally.Errors.Add($"{question.Id}: {exception.Message}");
            }
            progress?.Report(i + 1);
        }
        return tally.Report(questions.Count);
    }

    private async Task SearchAsync(EvaluationQuestion question, int top, EvaluationTally tally, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var found = await retriever.RetrieveAsync(question.Question, top, filter: null, cancellationToken);
        tally.SearchMs.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        tally.Add(question, RetrievalMetrics.Of(question, [.. found.Passages.Select(passage => passage.Text)]));
    }

    private async Task AskAsync(EvaluationQuestion question, EvaluationTally tally, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await answering.AnswerAsync(new AskRequest(question.Question), cancellationToken);
        tally.AskMs.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        // Nobody asked these questions: they do not belong among the conversations.
        log.DeleteConversation(answer.ConversationId);

        foreach (var citation in answer.Citations) tally.AddVerbatim(question, IsVerbatim(citation));
        if (question.Answerable) tally.Add(question, AnswerMetrics.Of(question, answer));
        else tally.AddRefused(question, !answer.Grounded);
    }

    /// <summary>Compared with the raw text of the file, and not through the code that made the quote.</summary>
    private bool IsVerbatim(Citation citation)
    {
        if (citation.Quote.Length == 0 || corpus.FindSourceFile(citation.SourceFile) is not { } file) return false;
        if (citation.Start < 0 || citation.End > file.Text.Length || citation.Start > citation.End) return false;
        var source = file.Text[citation.Start..citation.End];
        var quote = MeasuredText.Squeeze(citation.Quote);
        return string.Equals(quote, MeasuredText.Squeeze(source), StringComparison.Ordinal) || string.Equals(quote, MeasuredText.Plain(source), StringComparison.Ordinal);
    }
}
