using Assistant.Corpus;

namespace Assistant.Answering.Asking;

/// <summary>What a question asks, as far as its words tell.</summary>
/// <param name="Folded">See <see cref="FoldedText"/>; for an English question with its spaces.</param>
/// <param name="Asked">In the order asked; empty where the words name no kind.</param>
/// <param name="TermGroups">What is asked about, weighed.</param>
/// <param name="Titles">Folded, of the documents named in 《》.</param>
/// <param name="Articles">The articles named.</param>
/// <param name="WantsWholeArticle">第十二条规定了什么: the article itself is the answer.</param>
public sealed record QuestionReading(
    string Folded,
    IReadOnlyList<AskedFor> Asked,
    IReadOnlyList<TermGroup> TermGroups,
    IReadOnlyList<string> Titles,
    IReadOnlyList<ArticleNumber> Articles,
    bool WantsWholeArticle)
{
    /// <summary>Several things are asked for: the list is given complete.</summary>
    public bool WantsList { get; } = Asked.Any(asked => asked.Kind == AskedKind.Enumeration);

    public bool IsEnglish { get; init; }

    /// <summary>Two sides are asked for.</summary>
    public bool Compares { get; init; }

    /// <summary>Whether the clause is an article that the question names.</summary>
    public bool Names(Clause clause) =>
        clause.Level == ClauseLevel.Article && Articles.Any(article => clause.Number == article.Number && clause.Insertion == article.Insertion);

    /// <summary>What was searched for, as a reader recognises it: the phrases of a Chinese question, the translations of English words.</summary>
    public IReadOnlyList<string> SearchedWords() =>
        [.. TermGroups.Where(group => group is { IsSingle: false, At: < 0 }).Select(group => group.Texts[0]).Concat(QuestionPhrases.Of(Folded)).Distinct(StringComparer.Ordinal).Take(12)];

    /// <summary>
    /// The terms right before the asking words (最高罚款 of 最高罚款多少): what the thing asked belongs to. All terms where none stands there.
    /// </summary>
    public IReadOnlyList<TermGroup> Focus(AskedFor asked)
    {
        var from = Math.Max(0, asked.At - 10);
        var piece = Folded.LastIndexOfAny([',', '。', ';', '?', ':'], Math.Max(0, asked.At - 1));
        if (piece >= from && piece < asked.At - 2) from = piece + 1;
        var near = TermGroups.Where(term => !term.IsSingle && term.At >= from && term.At < asked.At).ToList();
        return near.Count > 0 ? near : TermGroups;
    }
}

/// <param name="Insertion">The n of 之n; 0 for none.</param>
public readonly record struct ArticleNumber(int Number, int Insertion);
