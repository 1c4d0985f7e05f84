using System.Globalization;

namespace Assistant.Memos.Writers;

/// <summary>A memo's own words in one language.</summary>
internal sealed record MemoWords(
    string AnnexList,
    string Annex,
    string CitedClauses,
    string Provenance,
    string Files,
    string Answers,
    string File,
    string Question,
    string MadeBy,
    string AnsweredAt,
    string Extractive,
    string Unsupported,
    string Edited,
    string NotAnswered,
    string SameAs,
    string PageFormat,
    string Colon,
    string HowToCheck,
    string Conclusion,
    string NothingCited)
{
    private bool IsEnglish { get; init; }

    public static MemoWords For(Memo memo) => memo.IsEnglish ? English : Chinese;

    public static MemoWords Chinese { get; } = new(
        "附件：", "附件", "引用条款全文", "来源与核验信息", "文件", "回答", "文件", "问题", "生成方式", "回答时间", "摘录原文（未使用语言模型）",
        "（未得到所引条款支持）", "（经人工修改）", "文库中没有找到对该问题的回答。", "同注{0}。", "第{0}页", "：",
        "本备忘录内嵌机器可读的引用信息。用“verify”命令或核验页面，可随时检查每处引用与文库现行文本是否一致。", "结论", "没有引用任何条款。");

    public static MemoWords English { get; } = new(
        "Annexes: ", "Annex", "Full text of the clauses cited", "Provenance", "Files", "Answers", "File", "Question", "Made by", "Answered at",
        "Extracts, no language model", " (not borne out by the clauses cited)", " (edited by hand)", "The corpus does not answer this question.",
        "See note {0}.", "p. {0}", ": ",
        "This memo carries its citations in machine-readable form. The command “verify”, or the verification page, tells at any time whether each still stands in the corpus.",
        "Conclusion", "No clause is cited.")
    { IsEnglish = true };

    /// <summary>附件1  引用条款全文. What verification looks for: white space may change, nothing else.</summary>
    /// <param name="number">1 or 2.</param>
    public string AnnexTitle(int number) => (IsEnglish ? $"{Annex} {number}. " : $"{Annex}{number}  ") + (number == 1 ? CitedClauses : Provenance);

    /// <summary>As memos were headed before: they are verified too.</summary>
    public string FormerAnnexTitle(int number) => $"{Annex}{number}  {(number == 1 ? CitedClauses : Provenance)}";

    public static string Date(Memo memo) => memo.IsEnglish
        ? memo.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{memo.Date.Year}年{memo.Date.Month}月{memo.Date.Day}日");

    /// <summary>A pinpoint note: document, number, clause, the quote, and where it is found.</summary>
    public string Note(MemoCitation cited)
    {
        var citation = cited.Citation;
        var place = CitedPlace.Of(cited.Source + (cited.DocumentNumber is { } number ? InBrackets(number) : ""), citation.Clause, IsEnglish);
        var file = citation.Page is { } page ? citation.SourceFile + (IsEnglish ? ", " : "，") + string.Format(CultureInfo.InvariantCulture, PageFormat, page) : citation.SourceFile;
        return $"{place}{Colon}“{citation.Quote}”{InBrackets(file)}";
    }

    private string InBrackets(string text) => IsEnglish ? $" ({text})" : $"（{text}）";
}
