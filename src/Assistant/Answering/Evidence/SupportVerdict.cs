namespace Assistant.Answering.Evidence;

/// <param name="Probability">That the chosen sentences answer the question, 0 to 1.</param>
/// <param name="Reason">What decided, in words for a reader.</param>
public sealed record SupportVerdict(AnswerSupport Support, double Probability, string Reason);
