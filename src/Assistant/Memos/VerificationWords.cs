namespace Assistant.Memos;

/// <summary>What a verification says of a citation, in one language.</summary>
internal sealed record VerificationWords(bool IsEnglish, string Stands, string ClauseChanged, string ReadsOtherwise, string DocumentGone)
{
    private static VerificationWords Chinese { get; } = new(
        false, "引文与文库现行文本一致。", "引文一字未改，但该条款的其他文字有变化。", "该条款的文字与引文不同。", "文库里没有这份文件了。");

    private static VerificationWords English { get; } = new(
        true, "The quote stands word for word.", "The quote stands word for word; other words of the clause have changed.", "The clause does not read as quoted.",
        "The corpus no longer holds this document.");

    public static VerificationWords In(bool english) => english ? English : Chinese;

    /// <param name="clause">Where the words stand now; empty under no number.</param>
    public string Moved(string clause) => (IsEnglish, clause.Length > 0) switch
    {
        (false, true) => $"同样的文字现在在{clause}。",
        (false, false) => "同样的文字现在不在编号条款之下。",
        (true, true) => $"The same words now stand in {CitedPlace.Clause(clause, english: true)}.",
        (true, false) => "The same words now stand under no number.",
    };

    public string ClauseGone(string clause) => IsEnglish
        ? $"The document no longer holds {(clause.Length > 0 ? CitedPlace.Clause(clause, english: true) + " or " : "")}these words."
        : $"文件里没有{(clause.Length > 0 ? clause + "了，也没有" : "")}这段文字。";

    /// <param name="recorded">Document and clause that the quote was taken from.</param>
    public string PlaceEdited(string recorded) => IsEnglish
        ? $"The quote stands word for word, but its note names another place than it was taken from: {recorded}."
        : $"引文一字未改，但注中写明的出处与记录不同，原为{recorded}。";

    public string Place(string source, string clause) => CitedPlace.Of(source, clause, IsEnglish);
}
