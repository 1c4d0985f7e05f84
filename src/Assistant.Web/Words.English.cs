namespace Assistant.Web;

public sealed partial record Words
{
    public static Words English { get; } = new()
    {
        HtmlLanguage = "en",

        Listening = "Listening on {0} (Ctrl+C stops)",
        CorpusMissing = "The corpus folder does not exist: {0}. Name an existing folder with --corpus (or Assistant__CorpusPath).",
        PortInUse = "The port is in use. Stop the program that uses it, or choose another with --urls http://localhost:PORT.",
        CouldNotStart = "Could not start:",

        RequestFailed = "The request could not be completed",
        RequestTooLarge = "The request is too large.",
        RequestMalformed = "The request is malformed; check the fields of the JSON or the form.",
        ForeignWrite = "Requests from other sites are not accepted.",
        Fault = "Something went wrong on our side and this was not completed. Nothing was lost; try again, and look into the log if it happens again.",
        QuestionEmpty = "The question is empty. Type what you want to know.",
        QuestionTooLong = "The question is too long ({0} characters); keep it within {1}.",
        TopOutOfRange = "top must be from 1 to {0}.",
        NoSuchDocument = "There is no such document in the corpus; it may have been deleted.",
        NoSuchAnswer = "There is no such answer; it may have been deleted with its conversation.",
        NoSuchConversation = "There is no such conversation; it may have been deleted.",
        NoSuchMemo = "There is no such memo.",
        UploadEmpty = "No file was received. Choose at least one.",
        UploadWithoutName = "The file name cannot be used; rename the file and upload it again.",
        UploadUnreadable = "The file cannot be read.",
    };
}
