using Assistant.Retrieval;

namespace Assistant.Answering.Questions;

/// <param name="ConversationId">Null starts a new conversation; one that is not held (deleted meanwhile) starts anew under the same id.</param>
public sealed record AskRequest(string Question, string? ConversationId = null, RetrievalFilter? Filter = null)
{
    /// <summary>What becomes of a model's sentence that the clauses do not bear; null leaves it to the settings.</summary>
    public UnsupportedSentences? UnsupportedSentences { get; init; }

    /// <summary>
    /// An answer of this conversation that is asked anew: with the new answer it leaves the conversation, and so do those after it. The question is
    /// understood from what stands before. Null, or an answer that does not stand in this conversation, replaces nothing; nor does an answer that stands
    /// in for a model that failed.
    /// </summary>
    public string? Replaces { get; init; }

    /// <summary>What the answer will be called, chosen by who has to name it before it is there; null leaves the choice.</summary>
    public string? AnswerId { get; init; }

    /// <summary>False for questions that are no reader's own (a script's, the command line's): their conversation is kept, and is in no reader's list.</summary>
    public bool IsListed { get; init; } = true;

    /// <summary>In UTF-16 units: all that is read of a question.</summary>
    public const int LongestQuestion = PassageRetriever.LongestQuestion;

    /// <summary>Why it cannot be asked; null when it can.</summary>
    public Wording? Problem()
    {
        if (string.IsNullOrWhiteSpace(Question) || !Question.Any(char.IsLetterOrDigit))
            return new("问题是空的：请写下要问的内容。", "The question is empty: say what you want to know.");
        if (Question.Length > LongestQuestion)
        {
            return new(
                $"问题有 {Question.Length} 个字符，最多 {LongestQuestion} 个：请缩短问题；要查一段长文字，请摘出其中关键的一两句。",
                $"The question has {Question.Length} characters and may have {LongestQuestion}: shorten it; of a long text, take the sentence or two that matter.");
        }
        if (ConversationId is { } id && (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            return new("会话编号无效：请新建会话。", "The conversation id is not valid: start a new conversation.");
        return null;
    }
}
