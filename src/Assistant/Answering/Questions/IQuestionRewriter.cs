namespace Assistant.Answering.Questions;

/// <summary>Makes a follow-up question stand alone before retrieval: by rule (<see cref="FollowUpRewriter"/>) or by a language model.</summary>
public interface IQuestionRewriter
{
    /// <summary>Null where the question stands alone already.</summary>
    /// <param name="history">The answers before, oldest first; not empty.</param>
    /// <exception cref="AnswererFailedException">The model did not help; the rule is used instead.</exception>
    Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken);
}
