namespace Assistant.Answering;

/// <summary>How an answer came about, kept with it so that it can be explained later.</summary>
/// <param name="PromptHash">SHA-256 of the prompt sent, lower-case hexadecimal; null without a model.</param>
/// <param name="PassageHashes">SHA-256 of each passage's text, in the order of <see cref="Answer.Nearest"/>.</param>
/// <param name="RewriteMs">Milliseconds to make the question stand alone.</param>
public sealed record AnswerTrace(
    string? PromptHash,
    IReadOnlyList<string> PassageHashes,
    double RewriteMs,
    double RetrievalMs,
    double AnswerMs);
