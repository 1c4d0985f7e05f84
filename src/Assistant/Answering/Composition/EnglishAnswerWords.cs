using System.Globalization;
using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;
using Assistant.Corpus;

namespace Assistant.Answering.Composition;

public sealed record EnglishAnswerWords : AnswerWords
{
    public static EnglishAnswerWords Instance { get; } = new();

    public override string Separator => "; ";

    public override string NothingNear => "no clause holds the words of the question";

    public override string ArticleFound => "the article named in the question is in the corpus and given in full";

    public override string NoSuchArticle(IReadOnlyList<ArticleNumber> articles) =>
        $"the documents found have no {string.Join(", ", articles.Select(article => string.Create(CultureInfo.InvariantCulture, $"article {article.Number}") + (article.Insertion > 0 ? string.Create(CultureInfo.InvariantCulture, $"-{article.Insertion}") : "")))}";

    public override string Status(DocumentState state) => state switch
    {
        DocumentState.Repealed => " (repealed)",
        DocumentState.Replaced => " (replaced)",
        DocumentState.NotYetEffective => " (not yet in force)",
        _ => "",
    };

    public override string PerhapsAbout => "the clauses speak of the matter; please check whether they say what is asked";

    public override string NotAbout => "the clauses found use similar words but do not tell what is asked";

    public override string NotAnAnswer => "A clause near the question, not an answer";

    public override string NearestHeading => "The nearest clauses (for reference, not an answer):";

    public override string AnswerOpening => "These clauses answer the question, quoted verbatim:";

    public override string ItemsLeftOut(int count) => count == 1 ? "(one more item follows in the document)" : $"({count} more items follow in the document)";

    public override string NoSuchDocument(MissingDocument missing) =>
        missing.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"the corpus has 《{missing.Name}》, but not its text of {year}") : $"the corpus does not have 《{missing.Name}》; the clauses are those of other documents";

    public override string Validity(DocumentState state) => state switch
    {
        DocumentState.Repealed => "a document in the corpus says that it is repealed",
        DocumentState.Replaced => "a document in the corpus says that it is replaced",
        DocumentState.NotYetEffective => "the clauses cited say from when it applies; it is not in force yet",
        _ => "the clauses cited say from when it applies; no document in the corpus repeals it",
    };

    public override string LeftToOthers => "the clause leaves what is asked to another document, which the corpus does not have";

    public override string LimitMissing => "the clauses cited state no upper limit of an amount";

    public override string KindMissing(IReadOnlyList<AskedKind> kinds) => $"the clauses found do not state the {string.Join(" or ", Names(kinds, english: true))} asked for";

    public override string KindsFound(IReadOnlyList<AskedKind> kinds, IReadOnlyList<string> said)
    {
        var named = Names(kinds, english: true);
        return named.Count == 0 ? "the clauses cited hold the substance of the question" : $"the clauses cited state the {string.Join(" and ", named)} asked for";
    }

    public override string WordsMissing(IReadOnlyList<string> words) => $"the clauses do not mention {string.Join(", ", words.Select(word => $"“{word}”"))}";

    public override string WeakOpening(string reason) => $"These clauses bear on the question, but the support is weak: {reason}.";

    public override string NotFound(string reason, int documents, int clauses, IReadOnlyList<string> terms) =>
        $"No clause in the corpus answers this question: {reason}. Searched {documents} documents and {clauses} clauses"
        + (terms.Count > 0 ? $" for: {string.Join(", ", terms)}." : ".");

    public override string File(string path) => $"File {path}";
}
