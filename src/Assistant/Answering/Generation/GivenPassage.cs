using Assistant.Grounding;
using Assistant.Retrieval;

namespace Assistant.Answering.Generation;

/// <summary>A passage that was given to the model, taken apart for checking when first needed.</summary>
internal sealed class GivenPassage(int number, RetrievedPassage passage)
{
    private readonly Lazy<GroundingText> _text = new(() => new GroundingText(passage.Text));
    private readonly Lazy<GroundingText> _known = new(() => new GroundingText($"《{passage.DocumentTitle}》{passage.Clause}{string.Concat(passage.Path)}"));

    /// <summary>From 1, as the model cites it.</summary>
    public int Number => number;

    public RetrievedPassage Passage => passage;

    public GroundingText Text => _text.Value;

    /// <summary>What may be said of the passage though its words do not: its document's title, its label.</summary>
    public GroundingText Known => _known.Value;
}
