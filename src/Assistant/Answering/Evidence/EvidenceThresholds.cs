namespace Assistant.Answering.Evidence;

/// <summary>When a sentence is good enough to be added, and how far an answer reaches around it. Values are probabilities, lengths characters.</summary>
/// <param name="Next">For a further find.</param>
/// <param name="NextOfSeveral">For a further find where two sides or several things are asked for.</param>
/// <param name="Neighbour">For the sentence beside one that was chosen.</param>
/// <param name="ShortBlock">A block shorter than this takes a neighbour along in any case.</param>
/// <param name="LongestBlock">A block grows no further, unless a lead-in or a dangling sentence needs its neighbour.</param>
public sealed record EvidenceThresholds(double Next = 0.02, double NextOfSeveral = 0.01, double Neighbour = 0.02, int ShortBlock = 60, int LongestBlock = 320);
