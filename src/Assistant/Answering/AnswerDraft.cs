using Assistant.Answering.Citations;

namespace Assistant.Answering;

/// <summary>What an answerer has written: an <see cref="Answer"/> without the circumstances it was asked in.</summary>
/// <param name="Text">Markdown with <c>[n]</c> markers.</param>
/// <param name="SupportReason">What decided <paramref name="Support"/>, in words for a reader.</param>
/// <param name="Notices">What did not work in this answerer; the context's notices not repeated.</param>
/// <param name="PromptHash">SHA-256 of the prompt sent, lower-case hexadecimal; null without a model.</param>
public sealed record AnswerDraft(
    string Text,
    AnswerSupport Support,
    string? SupportReason,
    AnswerMode Mode,
    string? Model,
    string? PromptHash,
    IReadOnlyList<Citation> Citations,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<string> SuggestedQuestions,
    IReadOnlyList<string> Notices);
