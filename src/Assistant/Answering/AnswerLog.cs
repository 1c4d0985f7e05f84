namespace Assistant.Answering;

public sealed record ConversationSummary(string Id, string Title, DateTimeOffset StartedAt, DateTimeOffset LastAskedAt, int Answers);

/// <summary>Conversations and answers, kept in the corpus database so that an answer can be explained, exported and verified later.</summary>
public sealed class AnswerLog
{
    public void Append(Answer answer) => throw new NotImplementedException();

    /// <summary>Null when there is none.</summary>
    public Answer? Find(string answerId) => throw new NotImplementedException();

    /// <summary>Latest first.</summary>
    public IReadOnlyList<ConversationSummary> Conversations(int limit) => throw new NotImplementedException();

    /// <summary>In the order asked; empty for an unknown conversation.</summary>
    public IReadOnlyList<Answer> InConversation(string conversationId) => throw new NotImplementedException();

    /// <summary>False when there was none.</summary>
    public bool DeleteConversation(string conversationId) => throw new NotImplementedException();
}
