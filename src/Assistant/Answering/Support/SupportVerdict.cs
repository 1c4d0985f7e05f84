namespace Assistant.Answering.Support;

/// <param name="Reason">What decided, in words for a reader.</param>
public sealed record SupportVerdict(AnswerSupport Support, string Reason);
