using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;
using Assistant.Corpus;
using Assistant.Corpus.Labels;

namespace Assistant.Answering.Composition;

public sealed record ChineseAnswerWords : AnswerWords
{
    public static ChineseAnswerWords Instance { get; } = new();

    public override string Separator => "；";

    public override string NothingNear => "没有检索到含有问题用词的条款";

    public override string ArticleFound => "问题指明的条文在文库中，已全文列出";

    public override string NoSuchArticle(IReadOnlyList<ArticleNumber> articles) =>
        $"检索到的文件中没有{string.Join('、', articles.Select(article => $"第{ChineseNumeral.Format(article.Number)}条{(article.Insertion > 0 ? "之" + ChineseNumeral.Format(article.Insertion) : "")}"))}";

    public override string Status(DocumentState state) => state switch
    {
        DocumentState.Repealed => "（已废止）",
        DocumentState.Replaced => "（已被取代）",
        DocumentState.NotYetEffective => "（尚未施行）",
        _ => "",
    };

    public override string PerhapsAbout => "条款说到了问题中的事，是不是所问的内容请核对原文";

    public override string NotAbout => "检索到的条款与问题用词相近，没有写到所问的事";

    public override string NotAnAnswer => "与问题相近的条款，不是答案";

    public override string NearestHeading => "与问题最接近的条款（供参考，不是答案）：";

    public override string AnswerOpening => "";

    public override string ItemsLeftOut(int count) => $"（其后还有 {count} 项，见原文）";

    public override string NoSuchDocument(MissingDocument missing) =>
        missing.Year is { } year ? $"文库中的《{missing.Name}》不是{year}年的文本" : $"文库中没有《{missing.Name}》，所引为其他文件的条款";

    public override string Validity(DocumentState state) => state switch
    {
        DocumentState.Repealed => "文库中有文件写明它已经废止",
        DocumentState.Replaced => "文库中有文件写明它已被取代",
        DocumentState.NotYetEffective => "所引条款写明了它的施行日期，现在尚未施行",
        _ => "所引条款写明了它的施行日期，文库中没有文件废止它",
    };

    public override string LeftToOthers => "条款写明所问事项另行规定，文库中没有写出";

    public override string LimitMissing => "所引条款没有写明金额的上限";

    public override string KindMissing(IReadOnlyList<AskedKind> kinds) => $"检索到的条款中没有写明所问的{string.Join('、', Names(kinds, english: false))}";

    public override string KindsFound(IReadOnlyList<AskedKind> kinds, IReadOnlyList<string> said)
    {
        var named = Names(kinds, english: false);
        if (named.Count > 0) return $"所引条款写明了所问的{string.Join('、', named)}";
        return said.Count > 0 ? $"所引条款写到了{string.Concat(said.Select(word => $"“{word}”"))}" : "所引条款写到了所问的事";
    }

    public override string WordsMissing(IReadOnlyList<string> words) => $"所引条款没有提到{string.Concat(words.Select(word => $"“{word}”"))}";

    public override string WeakOpening(string reason) => $"以下条款与问题相近，但依据不足：{reason}。";

    public override string NotFound(string reason, int documents, int clauses, IReadOnlyList<string> terms) =>
        $"文库中没有找到能回答这个问题的条款：{reason}。已检索 {documents} 份政策文件、{clauses} 个条款"
        + (terms.Count > 0 ? $"，检索词：{string.Join('、', terms)}。" : "。");

    public override string File(string path) => $"文件 {path}";
}
