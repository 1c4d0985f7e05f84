using Assistant.Answering;
using Assistant.Answering.Questions;

namespace Assistant.Web.Search;

/// <summary>What may be asked.</summary>
public static class Question
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = AskRequest.LongestQuestion;

    /// <summary>The question without white space around it.</summary>
    /// <exception cref="QuestionRefusedException">It is empty or too long.</exception>
    public static string Checked(string? question)
    {
        var trimmed = question?.Trim() ?? "";
        return new AskRequest(trimmed).Problem() is { } problem ? throw new QuestionRefusedException(problem) : trimmed;
    }
}
