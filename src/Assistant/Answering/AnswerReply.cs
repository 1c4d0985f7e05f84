using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.Retrieval;

namespace Assistant.Answering;

/// <summary>An answer as the API and the command line give it.</summary>
/// <param name="Answer">Markdown with <c>[n]</c> markers.</param>
/// <param name="Filters">What the question was limited to; null where all documents were searched.</param>
public sealed record AnswerReply(
    string ConversationId,
    string AnswerId,
    string Question,
    string? RewrittenQuestion,
    RetrievalFilter? Filters,
    string Answer,
    bool Grounded,
    AnswerSupport Support,
    string? SupportReason,
    AnswerMode Mode,
    string? Model,
    IReadOnlyList<CitationReply> Citations,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<PassageReply> Nearest,
    IReadOnlyList<string> SuggestedQuestions,
    IReadOnlyList<string> Notices,
    DateTimeOffset AskedAt,
    double ElapsedMs)
{
    /// <summary>See <see cref="Answer.IsStopped"/>.</summary>
    public bool IsStopped { get; init; }

    /// <param name="find">The summary of a document by its id; null for one that is not held any more.</param>
    public static AnswerReply Of(Answer answer, Func<string, DocumentSummary?> find) => new(
        answer.ConversationId, answer.AnswerId, answer.Question, answer.RewrittenQuestion, answer.Filter, answer.Text, answer.Grounded, answer.Support,
        answer.SupportReason, answer.Mode, answer.Model, [.. answer.Citations.Select(citation => CitationReply.Of(citation, find))],
        answer.Statements, [.. answer.Nearest.Select(PassageReply.Of)], answer.SuggestedQuestions, answer.Notices, answer.AskedAt, answer.ElapsedMs)
    { IsStopped = answer.IsStopped };
}
