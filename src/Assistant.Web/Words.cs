using System.Text.Json;
using Assistant.Corpus;
using Assistant.Corpus.Terms;

namespace Assistant.Web;

/// <summary>Every word that the application says to a reader, once for each language. Placeholders are those of <see cref="string.Format(string, object?)"/>.</summary>
public sealed partial record Words
{
    public static Words In(string? language) => string.Equals(language, "en", StringComparison.Ordinal) ? English : Chinese;

    /// <summary>Chinese and English in one line: who starts the program has chosen no language yet.</summary>
    public static string AtTerminal(Func<Words, string> sentence) => InBoth(sentence).InBoth;

    /// <summary>For where the reader is not known yet.</summary>
    public static Wording InBoth(Func<Words, string> sentence) => new(sentence(Chinese), sentence(English));

    /// <summary>What the engine says.</summary>
    public string Of(Wording wording) => wording.In(english: ReferenceEquals(this, English));

    /// <summary>The value of <c>lang</c> in HTML.</summary>
    public required string HtmlLanguage { get; init; }

    public bool IsEnglish => ReferenceEquals(this, English);

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
    public required string UnknownHost { get; init; }
    public required string PageExpired { get; init; }
    public required string Fault { get; init; }
    public required string TopOutOfRange { get; init; }
    public required string NoSuchDocument { get; init; }
    public required string NoSuchAnswer { get; init; }
    public required string NoSuchConversation { get; init; }
    public required string NoSuchMemo { get; init; }
    public required string UploadEmpty { get; init; }
    public required string UploadWithoutName { get; init; }
    public required string UploadUnreadable { get; init; }

    // The frame of every page
    public required string Product { get; init; }
    public required string SkipToContent { get; init; }
    public required string MainNavigation { get; init; }
    public required string Menu { get; init; }
    public required string Ask { get; init; }
    public required string Documents { get; init; }
    public required string Search { get; init; }
    public required string Status { get; init; }
    public required string PageNotFound { get; init; }
    public required string PageNotFoundHint { get; init; }
    public required string BackToChat { get; init; }

    // What the library line says
    public required string Reading { get; init; }
    public required string ReadingBegins { get; init; }
    public required string ReadingFailed { get; init; }
    public required string LibraryHolds { get; init; }
    public required string FilesFailed { get; init; }

    // Asking
    public required string NewConversation { get; init; }
    public required string Conversations { get; init; }
    public required string NoConversations { get; init; }
    public required string FindConversation { get; init; }
    public required string AllConversations { get; init; }
    public required string ConversationsFound { get; init; }
    public required string QuestionCount { get; init; }
    public required string Today { get; init; }
    public required string Yesterday { get; init; }
    public required string Delete { get; init; }
    public required string DeleteConversation { get; init; }
    public required string DeleteConversationConfirm { get; init; }
    public required string Welcome { get; init; }
    public required string WelcomeHint { get; init; }
    public required string TryAsking { get; init; }
    public required string AskNext { get; init; }
    public required string YourQuestion { get; init; }
    public required string QuestionPlaceholder { get; init; }
    public required string FollowUpPlaceholder { get; init; }
    public required string QuestionHint { get; init; }
    public required string Send { get; init; }
    public required string Stop { get; init; }

    // Answers
    public required string UnderstoodAs { get; init; }
    public required string Answered { get; init; }
    public required string WeaklySupported { get; init; }
    public required string NotFoundInCorpus { get; init; }
    public required string Mind { get; init; }
    public required string Citations { get; init; }
    public required string OutsideClauses { get; init; }
    public required string Unsupported { get; init; }
    public required string UnsupportedMarked { get; init; }
    public required string UnsupportedHidden { get; init; }
    public required string UnsupportedHide { get; init; }
    public required string UnsupportedShow { get; init; }
    public required string UnsupportedChoice { get; init; }
    public required string UnsupportedMark { get; init; }
    public required string UnsupportedLeaveOut { get; init; }
    public required string Scope { get; init; }
    public required string ScopeAll { get; init; }
    public required string ScopeAmong { get; init; }
    public required string ScopeTitle { get; init; }
    public required string ScopeTitleHint { get; init; }
    public required string ScopeClear { get; init; }
    public required string ScopeEmpty { get; init; }
    public required string ScopeTooWide { get; init; }
    public required string NoDate { get; init; }
    public required string InForceOnly { get; init; }
    public required string InForceOnlyHint { get; init; }
    public required string DatedFrom { get; init; }
    public required string DatedTo { get; init; }
    public required string ListSeparator { get; init; }
    public required string AskEverywhere { get; init; }
    public required string StillReading { get; init; }
    public required string NotSearched { get; init; }
    public required string AskThisDocument { get; init; }
    public required string NearestClauses { get; init; }
    public required string PassagesFound { get; init; }
    public required string Copy { get; init; }
    public required string Copied { get; init; }
    public required string CopiedReason { get; init; }
    public required string CopiedCitation { get; init; }
    public required string Retry { get; init; }
    public required string Edit { get; init; }
    public required string EditingQuestion { get; init; }
    public required string ReplacesLater { get; init; }
    public required string Extractive { get; init; }
    public required string Generative { get; init; }
    public required string Seconds { get; init; }
    public required string Searching { get; init; }
    public required string Writing { get; init; }
    public required string AnswerComplete { get; init; }
    public required string Stopped { get; init; }
    public required string StoppedAnswer { get; init; }
    public required string StoppedMidway { get; init; }
    public required string StoppedBefore { get; init; }
    public required string CheckedSoFar { get; init; }
    public required string ConnectionLost { get; init; }
    public required string BroughtByReference { get; init; }
    public required string PageNumber { get; init; }

    // Memos
    public required string Memos { get; init; }
    public required string AddToMemo { get; init; }
    public required string NewMemo { get; init; }
    public required string AddedToMemo { get; init; }
    public required string QuotedTitle { get; init; }
    public required string MemoTitle { get; init; }
    public required string Addressee { get; init; }
    public required string Author { get; init; }
    public required string Introduction { get; init; }
    public required string Conclusion { get; init; }
    public required string NoMemos { get; init; }
    public required string MemoHolds { get; init; }
    public required string Download { get; init; }
    public required string SaveMemo { get; init; }
    public required string DeleteMemo { get; init; }
    public required string DeleteMemoConfirm { get; init; }
    public required string SectionHeading { get; init; }
    public required string MoveUp { get; init; }
    public required string MoveDown { get; init; }
    public required string RemoveSection { get; init; }
    public required string EditedByHand { get; init; }
    public required string MemoHint { get; init; }
    public required string MemoSaved { get; init; }
    public required string MemoUnsupported { get; init; }
    public required string AddSentence { get; init; }
    public required string AddSentenceHint { get; init; }
    public required string RestsOn { get; init; }
    public required string RestsOnNothing { get; init; }
    public required string VerifyMemo { get; init; }
    public required string VerifyHint { get; init; }
    public required string Verify { get; init; }
    public required string VerifyResult { get; init; }
    public required string VerifyHolds { get; init; }
    public required string VerifyFails { get; init; }
    public required string VerifyNothing { get; init; }
    public required string VerifyAnother { get; init; }
    public required string DifferenceOfQuote { get; init; }
    public required string DifferenceOfExport { get; init; }
    public required string NotesRemoved { get; init; }
    public required string NotesUnrecorded { get; init; }
    public required string MemoChangedMeanwhile { get; init; }

    public required string MemoNotTakenOver { get; init; }
    public required string Verbatim { get; init; }
    public required string Moved { get; init; }
    public required string Changed { get; init; }
    public required string Missing { get; init; }
    public required string RepealedBy { get; init; }

    // Sources and documents
    public required string Source { get; init; }
    public required string OpenDocument { get; init; }
    public required string Close { get; init; }
    public required string Cancel { get; init; }
    public required string CloseHint { get; init; }
    public required string NoLongerHeld { get; init; }
    public required string AndOthers { get; init; }
    public required string ReferenceUnheld { get; init; }
    public required string QuoteMoved { get; init; }
    public required string ShowFileText { get; init; }
    public required string FileTextHint { get; init; }
    public required string FilePart { get; init; }
    public required string Outline { get; init; }
    public required string Kind { get; init; }
    public required string Standing { get; init; }
    public required string DocumentNumber { get; init; }
    public required string Issuers { get; init; }
    public required string Date { get; init; }
    public required string EffectiveDate { get; init; }
    public required string CarriedBy { get; init; }
    public required string Carries { get; init; }
    public required string Repeals { get; init; }
    public required string SourceFile { get; init; }
    public required string Warnings { get; init; }
    public required string LineNumber { get; init; }
    public required string DeleteDocument { get; init; }
    public required string DeleteDocumentConfirm { get; init; }
    public required string TitleOrNumber { get; init; }
    public required string MoreFilters { get; init; }
    public required string Untitled { get; init; }
    public required string Any { get; init; }
    public required string Filter { get; init; }
    public required string DocumentsFound { get; init; }
    public required string ClauseCount { get; init; }
    public required string DocumentsShown { get; init; }
    public required string Pager { get; init; }
    public required string PagerPrevious { get; init; }
    public required string PagerNext { get; init; }
    public required string AddFiles { get; init; }
    public required string ChooseFiles { get; init; }
    public required string Upload { get; init; }
    public required string AddFilesHint { get; init; }
    public required string FileRead { get; init; }
    public required string SearchHint { get; init; }
    public required string NothingFound { get; init; }
    public required string NothingNear { get; init; }

    // Status
    public required string Ready { get; init; }
    public required string NotReady { get; init; }
    public required string IndexEmbedded { get; init; }
    public required string IndexQdrant { get; init; }
    public required string CorpusHolds { get; init; }
    public required string PdfFiles { get; init; }
    public required string PdfRead { get; init; }
    public required string PdfNotRead { get; init; }
    public required string Models { get; init; }
    public required string RerankModel { get; init; }
    public required string NoRerankModel { get; init; }
    public required string CheckModels { get; init; }
    public required string ModelAnswers { get; init; }
    public required string ModelFails { get; init; }
    public required string Installation { get; init; }
    public required string CorpusFolder { get; init; }
    public required string CorpusIsSample { get; init; }
    public required string DataFolder { get; init; }
    public required string ProgramVersion { get; init; }
    public required string ChatModel { get; init; }
    public required string NoChatModel { get; init; }
    public required string EmbeddingModel { get; init; }
    public required string NoEmbeddingModel { get; init; }
    public required string Ingestion { get; init; }
    public required string LastRead { get; init; }

    /// <summary>Each takes a document's title.</summary>
    public required IReadOnlyList<string> SuggestedForms { get; init; }

    public required IReadOnlyDictionary<DocumentState, string> States { get; init; }

    public string Of(DocumentState state) => States[state];

    public string Of(DocumentKind kind) => Of(DocumentKinds.NameOf(kind));

    /// <summary>What the scripts say, as JSON that is safe inside a script element.</summary>
    public string ForScript() => JsonSerializer.Serialize(
        new { UnderstoodAs, Searching, Writing, Unsupported, AnswerComplete, Stopped, ConnectionLost, Copied, CopiedReason, CopiedCitation, Retry, Edit, Fault, PassagesFound, BroughtByReference, FollowUpPlaceholder, CheckedSoFar, ReplacesLater, AddedToMemo, QuotedTitle },
        JsonSerializerOptions.Web);
}
