using System.Text.Json.Serialization;
using Assistant.Answering.Citations;
using Assistant.Retrieval;

namespace Assistant.Answering;

[JsonConverter(typeof(JsonStringEnumConverter<AnswerMode>))]
public enum AnswerMode
{
    [JsonStringEnumMemberName("extractive")]
    Extractive,

    [JsonStringEnumMemberName("generative")]
    Generative,
}

/// <summary>How far the corpus carries an answer: the three states a reader sees.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnswerSupport>))]
public enum AnswerSupport
{
    [JsonStringEnumMemberName("answered")]
    Answered,

    [JsonStringEnumMemberName("weak")]
    Weak,

    [JsonStringEnumMemberName("notFound")]
    NotFound,
}

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">Without markers.</param>
/// <param name="Citations">Numbers of the citations it rests on.</param>
/// <param name="Supported">False where the cited clauses do not bear it.</param>
/// <param name="Reason">Why not supported, or what to mind (a proviso left out); null when there is nothing to say.</param>
public sealed record Statement(string Text, IReadOnlyList<int> Citations, bool Supported, string? Reason);

/// <param name="Text">Markdown with <c>[n]</c> markers.</param>
/// <param name="Grounded">False where the corpus does not answer the question; <paramref name="Text"/> then says so.</param>
/// <param name="SupportReason">What decided <paramref name="Support"/>, in words for a reader.</param>
/// <param name="Nearest">The passages considered, best first: evidence where answered, the nearest clauses where not.</param>
/// <param name="Notices">What did not work on the way (the model did not answer, …), in words for a reader.</param>
public sealed record Answer(
    string ConversationId,
    string AnswerId,
    string Question,
    string? RewrittenQuestion,
    string Text,
    bool Grounded,
    AnswerSupport Support,
    string? SupportReason,
    AnswerMode Mode,
    string? Model,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<RetrievedPassage> Nearest,
    IReadOnlyList<string> SuggestedQuestions,
    IReadOnlyList<string> Notices,
    DateTimeOffset AskedAt,
    double ElapsedMs)
{
    /// <summary>Null in answers that were not made by <see cref="QuestionAnswering"/>.</summary>
    public AnswerTrace? Trace { get; init; }

    /// <summary>The reader stopped it: <see cref="Text"/> is what was written until then, and nothing is said about the question as a whole.</summary>
    public bool IsStopped { get; init; }

    /// <summary>
    /// Of an answer that was stopped, or that stands in for a model that failed: the answer whose place it was to take, and that it left standing. Null
    /// for any other.
    /// </summary>
    public string? ToReplace { get; init; }

    /// <summary>What the reader limited the question to; null where all documents were searched.</summary>
    public RetrievalFilter? Filter { get; init; }
}

/// <summary>What happens while an answer is made, in this order: passages once, tokens and citations interleaved, then one of done and error.</summary>
public abstract record AnswerEvent
{
    private AnswerEvent() { }

    public sealed record PassagesFound(IReadOnlyList<RetrievedPassage> Passages, string? RewrittenQuestion) : AnswerEvent;

    /// <summary>The next piece of the answer's Markdown.</summary>
    public sealed record Token(string Text) : AnswerEvent
    {
        /// <summary>The sentence that this piece marks as borne by no clause, and nothing else than it; null in any other piece.</summary>
        public Statement? Unsupported { get; init; }
    }

    /// <summary>Sent before the first token whose marker names it.</summary>
    public sealed record CitationFound(Citation Citation) : AnswerEvent;

    /// <summary>Throw away the tokens and citations so far: another answerer starts from the beginning.</summary>
    public sealed record Restarted(string Reason) : AnswerEvent;

    /// <summary>From an <see cref="IAnswerer"/> only: what it has written. <see cref="QuestionAnswering"/> makes <see cref="Done"/> of it.</summary>
    public sealed record Drafted(AnswerDraft Draft) : AnswerEvent;

    public sealed record Done(Answer Answer) : AnswerEvent;

    /// <summary>Nothing was answered; the sentence says what is wrong and what to do.</summary>
    public sealed record Error(Wording Sentence) : AnswerEvent;
}
