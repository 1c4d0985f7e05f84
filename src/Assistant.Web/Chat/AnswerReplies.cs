using Assistant.Answering;
using Assistant.Corpus;
using Assistant.Retrieval;
using Assistant.Web.Documents;
using Assistant.Web.Search;

namespace Assistant.Web.Chat;

/// <summary>A citation with what a reader wants to know of its document today: a document may have been repealed since the answer was given.</summary>
/// <param name="DocumentStatus">Null where the corpus does not hold the document any more.</param>
public sealed record CitationReply(
    int Number,
    string DocumentId,
    string DocumentTitle,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    int Start,
    int End,
    int? Page,
    string Quote,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DocumentState? DocumentStatus)
{
    public static CitationReply Of(Citation citation, DocumentCatalogue catalogue)
    {
        var document = catalogue.Find(citation.DocumentId);
        return new CitationReply(
            citation.Number, citation.DocumentId, citation.DocumentTitle, citation.ClauseId, citation.Clause, citation.Path, citation.SourceFile,
            citation.Start, citation.End, citation.Page, citation.Quote, document?.DocumentNumber, document?.Issuers ?? [], document?.Date,
            document?.Status.State);
    }
}

/// <summary>An answer as the API gives it.</summary>
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
    public static AnswerReply Of(Answer answer, DocumentCatalogue catalogue) => new(
        answer.ConversationId, answer.AnswerId, answer.Question, answer.RewrittenQuestion, answer.Filter, answer.Text, answer.Grounded, answer.Support,
        answer.SupportReason, answer.Mode, answer.Model, [.. answer.Citations.Select(citation => CitationReply.Of(citation, catalogue))],
        answer.Statements, [.. answer.Nearest.Select(PassageReply.Of)], answer.SuggestedQuestions, answer.Notices, answer.AskedAt, answer.ElapsedMs);
}
