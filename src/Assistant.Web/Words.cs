namespace Assistant.Web;

/// <summary>Every word that the application says to a reader, once for each language. Placeholders are those of <see cref="string.Format(string, object?)"/>.</summary>
public sealed partial record Words
{
    public static Words In(string? language) => string.Equals(language, "en", StringComparison.Ordinal) ? English : Chinese;

    /// <summary>The value of <c>lang</c> in HTML.</summary>
    public required string HtmlLanguage { get; init; }

    // At the terminal
    public required string Listening { get; init; }
    public required string CorpusMissing { get; init; }
    public required string PortInUse { get; init; }
    public required string CouldNotStart { get; init; }

    // What was refused, and why
    public required string RequestFailed { get; init; }
    public required string RequestTooLarge { get; init; }
    public required string RequestMalformed { get; init; }
    public required string ForeignWrite { get; init; }
    public required string Fault { get; init; }
    public required string QuestionEmpty { get; init; }
    public required string QuestionTooLong { get; init; }
    public required string TopOutOfRange { get; init; }
    public required string NoSuchDocument { get; init; }
    public required string NoSuchAnswer { get; init; }
    public required string NoSuchConversation { get; init; }
    public required string NoSuchMemo { get; init; }
    public required string UploadEmpty { get; init; }
    public required string UploadWithoutName { get; init; }
    public required string UploadUnreadable { get; init; }
}
