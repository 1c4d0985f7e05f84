namespace Assistant.Web.Search;

/// <summary>What may be asked.</summary>
public static class Question
{
    /// <summary>In UTF-16 units. Far above any question, far below what would slow retrieval down.</summary>
    public const int MaxLength = 2000;

    /// <summary>The question without white space around it.</summary>
    /// <exception cref="RequestRefusedException">It is empty or too long.</exception>
    public static string Checked(string? question, Words words)
    {
        var trimmed = question?.Trim() ?? "";
        if (trimmed.Length == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, words.QuestionEmpty);
        return trimmed.Length <= MaxLength
            ? trimmed
            : throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(words.QuestionTooLong, trimmed.Length, MaxLength));
    }
}
