using Assistant.Retrieval;
using Assistant.Retrieval.Questions;

namespace Assistant.Answering;

/// <summary>All an answerer may use.</summary>
/// <param name="Question">As asked, trimmed.</param>
/// <param name="RewrittenQuestion">Made to stand alone from the conversation; null where the question already did.</param>
/// <param name="Passages">Best first.</param>
/// <param name="Notices">What did not work so far, in words for a reader.</param>
public sealed record AnswerContext(
    string Question,
    string? RewrittenQuestion,
    IReadOnlyList<RetrievedPassage> Passages,
    IReadOnlyList<string> Notices,
    RetrievalFilter? Filter)
{
    /// <summary>The question to answer: rewritten where it had to be.</summary>
    public string StandaloneQuestion => RewrittenQuestion ?? Question;

    /// <summary>What was searched for; empty where the retriever does not say.</summary>
    public IReadOnlyList<QuestionTerm> Terms { get; init; } = [];

    /// <summary>The reader's choice; null leaves it to the settings.</summary>
    public UnsupportedSentences? UnsupportedSentences { get; init; }

    /// <summary>The language of the words around the quotes, and of a model's answer.</summary>
    public AnswerLanguage Language { get; } = AnswerLanguages.Of(Question);
}
