using Assistant.Retrieval;

namespace Assistant.Answering;

/// <param name="ConversationId">Null starts a new conversation.</param>
public sealed record AskRequest(string Question, string? ConversationId = null, RetrievalFilter? Filter = null);

/// <summary>A question in, an answer out in which every citation is verbatim, or an honest no.</summary>
public sealed class QuestionAnswering
{
    /// <summary>Answers while the caller reads; the answer is logged before <see cref="AnswerEvent.Done"/> is sent.</summary>
    public IAsyncEnumerable<AnswerEvent> AskAsync(AskRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The same, waited for.</summary>
    /// <exception cref="ArgumentException">The question is empty or too long.</exception>
    public Task<Answer> AnswerAsync(AskRequest request, CancellationToken cancellationToken) => throw new NotImplementedException();
}
