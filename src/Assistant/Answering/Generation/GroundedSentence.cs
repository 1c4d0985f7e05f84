using Assistant.Corpus.Text;
using Assistant.Grounding;
using Assistant.Retrieval;

namespace Assistant.Answering.Generation;

/// <param name="Within">Where in the source the words stand.</param>
internal sealed record Support(RetrievedPassage Passage, TextSpan Within, string Words);

/// <summary>A sentence with the words that bear it, or the reason why none do.</summary>
/// <param name="Supports">Empty where the sentence is not supported.</param>
internal sealed record GroundedSentence(GroundingVerdict Verdict, IReadOnlyList<Support> Supports)
{
    /// <summary>Not borne out because the check itself broke.</summary>
    public static GroundedSentence NotChecked { get; } = new(new GroundingVerdict(GroundingProblem.NoCitation, "", "", 0), []);

    public Wording? Reason => ReferenceEquals(this, NotChecked) ? FaultedCheck.Reason : Verdict.Reason;
}
