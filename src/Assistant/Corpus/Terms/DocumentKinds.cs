namespace Assistant.Corpus.Terms;

/// <summary>What the kinds of documents are called.</summary>
public static class DocumentKinds
{
    private static readonly Dictionary<DocumentKind, Wording> Names = new()
    {
        [DocumentKind.Unknown] = new("文件", "Document"),
        [DocumentKind.Law] = new("法律", "Law"),
        [DocumentKind.Regulation] = new("规章制度", "Regulation"),
        [DocumentKind.Notice] = new("通知", "Notice"),
        [DocumentKind.Plan] = new("规划方案", "Plan"),
        [DocumentKind.Interpretation] = new("解读", "Interpretation"),
        [DocumentKind.Letter] = new("函", "Letter"),
        [DocumentKind.News] = new("新闻", "News"),
        [DocumentKind.QuestionsAndAnswers] = new("问答", "Q&A"),
        [DocumentKind.Catalogue] = new("目录清单", "Catalogue"),
        [DocumentKind.Article] = new("文章", "Article"),
    };

    public static Wording NameOf(DocumentKind kind) => Names[kind];

    /// <summary>The kind of that name in either language, or as the API names it; null for any other word.</summary>
    public static DocumentKind? Named(string name) =>
        Names.Where(kind => name.Equals(kind.Value.Chinese, StringComparison.Ordinal)
            || name.Equals(kind.Value.English, StringComparison.OrdinalIgnoreCase) || name.Equals(kind.Key.ToString(), StringComparison.OrdinalIgnoreCase))
            .Select(kind => (DocumentKind?)kind.Key).FirstOrDefault();
}
