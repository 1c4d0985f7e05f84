namespace Assistant.Answering.Generation;

/// <summary>What a model's answers are bounded by.</summary>
/// <param name="Model">Kept with each answer; null where the server has one model alone.</param>
/// <param name="MaxReplyLength">In UTF-16 units.</param>
/// <param name="SmallTaskTimeout">Of rewriting, translating and suggesting.</param>
/// <param name="UnsupportedSentences">Where the reader does not choose.</param>
public sealed record GenerationOptions(string? Model, int MaxReplyLength, TimeSpan SmallTaskTimeout, UnsupportedSentences UnsupportedSentences);
