using Assistant.Answering.Asking;

namespace Assistant.Answering.Evidence;

/// <summary>Neighbouring sentences of one clause that go into an answer together, under one citation.</summary>
/// <param name="From">Index of the first sentence in its place.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Value">How likely it is to answer, 0 to 1; of its best sentence.</param>
public sealed record EvidenceBlock(EvidencePlace Place, int From, int To, double Value)
{
    /// <summary>Items of the same list that follow and are not shown, because the list is too long.</summary>
    public int LeftOut { get; init; }

    public IEnumerable<string> Sentences => Place.Sentences.Skip(From).Take(To - From);

    /// <summary>The sentences for comparing, see <see cref="FoldedText"/>.</summary>
    public IEnumerable<string> Folded => Place.FoldedSentences.Skip(From).Take(To - From);

    public int Length => Sentences.Sum(sentence => sentence.Length);
}
