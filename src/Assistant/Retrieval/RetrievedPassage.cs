using Assistant.Corpus.Text;
using Assistant.Retrieval.Questions;

namespace Assistant.Retrieval;

/// <summary>A passage of one document as retrieval returns it, best first.</summary>
/// <param name="ClauseId">The clause that was found; where a passage joins neighbours, they may stand in other clauses before or after it.</param>
/// <param name="Clause">
/// The citable label of the text, from the article or first heading down: 第二十五条（一）; where neighbours are joined, from the first to the last:
/// 第十一条至第十二条.
/// </param>
/// <param name="Path">The printed labels of the clause that was found, from the top.</param>
/// <param name="Text">The passage as one reads it. Its non-white characters stand in <paramref name="Span"/> in this order.</param>
/// <param name="Score">Comparable within one result list only; higher is better.</param>
/// <param name="BroughtBy">The clause id whose cross-reference brought this passage along; null when it was found itself.</param>
public sealed record RetrievedPassage(
    string DocumentId,
    string DocumentTitle,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    TextSpan Span,
    int? Page,
    string Text,
    double Score,
    string? BroughtBy = null);

/// <summary>What retrieval found and how.</summary>
/// <param name="Passages">Best first.</param>
/// <param name="Notices">What did not work on the way: the embedding server did not answer, ….</param>
public sealed record RetrievalResult(IReadOnlyList<RetrievedPassage> Passages, IReadOnlyList<Wording> Notices)
{
    /// <summary>What was searched for, scaffolding dropped and English words translated; empty where the retriever does not say.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    /// <summary>
    /// False where no passage says a quarter of what was searched for, by the rarity of its words: they are the nearest there are, and may be about something
    /// else. Of the sample questions that have an answer, 8 in 60 fall below, all asked in words of their own; of eleven about things that no document
    /// there is about, ten do.
    /// </summary>
    public bool IsNear => TermMatches.BestShare(Passages, Terms) >= 0.25;
}
