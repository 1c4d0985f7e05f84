namespace Assistant.Answering.Evidence;

/// <param name="Value">How likely the sentence is to answer, 0 to 1.</param>
public sealed record RankedSentence(EvidenceSentence Sentence, double[] Features, double Value);
