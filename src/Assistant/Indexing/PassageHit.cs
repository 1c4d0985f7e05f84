using Assistant.Indexing.Segments;

namespace Assistant.Indexing;

/// <summary>A passage found in one index.</summary>
/// <param name="Passage">Its number in the <see cref="IndexSnapshot"/> that was searched.</param>
/// <param name="Score">Comparable within one list only; higher is better.</param>
public readonly record struct PassageHit(int Passage, double Score);
