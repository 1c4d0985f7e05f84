namespace Assistant.Answering.Asking;

/// <summary>All kinds of things asked. A new kind is a row here, with its patterns.</summary>
internal static class AskedForms
{
    /// <summary>Of two readings of the same words the first in this list stays: 多少万元 is an amount and not also a count.</summary>
    public static IReadOnlyList<AskedForm> All { get; } =
    [
        new(AskedKind.Percentage, AskingPatterns.ChinesePercentage(), AskingPatterns.EnglishPercentage(), HoldingPatterns.Percentage(), new("比例", "percentage")) { Tells = FormTells.Always },
        // 要加多少钱 is answered by 水价的二倍 as well, 补多少万元 is not.
        new(AskedKind.Amount, AskingPatterns.ChineseAmount(), AskingPatterns.EnglishAmount(), HoldingPatterns.AmountOrRate(), new("金额", "amount"))
            { HoldingUnit = HoldingPatterns.Amount(), Tells = FormTells.Always },
        new(AskedKind.Duration, AskingPatterns.ChineseDuration(), AskingPatterns.EnglishDuration(), HoldingPatterns.Duration(), new("期限", "period")) { Tells = FormTells.Always },
        new(AskedKind.Date, AskingPatterns.ChineseDate(), AskingPatterns.EnglishDate(), HoldingPatterns.Date(), new("日期", "date")) { Tells = FormTells.Always },
        new(AskedKind.Document, AskingPatterns.ChineseDocument(), AskingPatterns.EnglishDocument(), HoldingPatterns.Document(), new("文件或文号", "document or its number")),
        new(AskedKind.Body, AskingPatterns.ChineseBody(), AskingPatterns.EnglishBody(), HoldingPatterns.Body(), new("机关或单位", "body"))
            { HoldingUnit = HoldingPatterns.Company(), Tells = FormTells.WithUnit },
        new(AskedKind.Article, AskingPatterns.ChineseArticle(), AskingPatterns.EnglishArticle(), HoldingPatterns.Article(), new("条款号", "article")),
        new(AskedKind.Contact, AskingPatterns.ChineseContact(), AskingPatterns.EnglishContact(), HoldingPatterns.Contact(), new("联系方式或地址", "contact or address")) { Tells = FormTells.Always },
        new(AskedKind.Count, AskingPatterns.ChineseCount(), AskingPatterns.EnglishCount(), HoldingPatterns.Number(), new("数字", "number")) { Tells = FormTells.Always },
        .. AskedMatters.All,
        new(AskedKind.Definition, AskingPatterns.ChineseDefinition(), AskingPatterns.EnglishDefinition(), HoldingPatterns.Definition(), new("含义", "meaning")),
        new(AskedKind.Enumeration, AskingPatterns.ChineseEnumeration(), AskingPatterns.EnglishEnumeration(), HoldingPatterns.Enumeration(), null),
        new(AskedKind.YesNo, AskingPatterns.ChineseYesNo(), AskingPatterns.EnglishYesNo(), HoldingPatterns.Modal(), null),
    ];

    private static readonly Dictionary<AskedKind, AskedForm> ByKind = All.ToDictionary(form => form.Kind);

    public static AskedForm Of(AskedKind kind) => ByKind[kind];
}
