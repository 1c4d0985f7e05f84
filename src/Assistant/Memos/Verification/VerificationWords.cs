namespace Assistant.Memos.Verification;

/// <summary>What a verification says of a citation, in one language.</summary>
internal sealed record VerificationWords(bool IsEnglish, string Stands, string ClauseChanged, string ReadsOtherwise, string DocumentGone)
{
    private static VerificationWords Chinese { get; } = new(
        false, "引文与文库现行文本一致。", "引文一字未改，但该条款的其他文字有变化。", "备忘录中的引文与文库里该条款的现行文本不一致。", "文库里没有这份文件了。");

    private static VerificationWords English { get; } = new(
        true, "The quote stands word for word.", "The quote stands word for word; other words of the clause have changed.", "The quote in the memo and the clause in the corpus differ.",
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

    public string SentenceEdited => IsEnglish
        ? "This sentence was edited in the file after export: its citation now stands for another sentence."
        : "这一句在导出之后被改过或删去，所标的引用现在对应的是另外的文字。";

    public string Unsupported => IsEnglish
        ? "The memo was exported with this sentence although the clauses cited do not bear it out."
        : "导出时所引条款就不支持这一句。";

    public string AnnexEdited(string address) => IsEnglish ? $"The annex no longer gives {address} as it was exported." : $"附件中{address}的文字或出处在导出之后被改过。";

    public string AnnexOutdated(string address) => IsEnglish ? $"The annex gives {address} other words than the corpus does now." : $"附件所附{address}全文与文库现行文本不同。";

    public string AnnexAdded => IsEnglish ? "These words were written into the annex of the clauses cited after export." : "这些文字是导出之后写进引用条款附件的。";

    public string RecordEdited(int number) => IsEnglish
        ? $"The quote of citation {number} in the embedded record was altered: it does not fit its checksum."
        : $"内嵌记录中第{number}处引用的引文被改过，与其校验值不符。";

    public string NotCompared => IsEnglish
        ? "The memo carries no record of its sentences and annex (older export, or taken out): only its notes were checked. Export it anew to have all of it checked."
        : "备忘录里没有正文和附件的记录（早先导出的，或记录已被去掉），只核对了注释。重新导出后可以全部核验。";

    public string Place(string source, string clause) => CitedPlace.Of(source, clause, IsEnglish);
}
