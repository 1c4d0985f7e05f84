using Assistant.Corpus.Text;

namespace Assistant.Answering.Asking;

/// <summary>One thing the question speaks of, in any of its spellings: a term of the question, or the Chinese candidates of an English word.</summary>
/// <param name="Texts">Folded.</param>
/// <param name="Idf">Of the rarest spelling the corpus has.</param>
/// <param name="At">Where it first stands in the folded question, UTF-16; -1 where it does not.</param>
public sealed record TermGroup(IReadOnlyList<string> Texts, double Idf, int At)
{
    /// <summary>A single Han character: weak evidence, counted apart.</summary>
    public bool IsSingle { get; } = Texts.All(text => text.Length == 1 && HanText.IsHan(text[0]));

    public bool StandsIn(string folded)
    {
        foreach (var text in Texts)
            if (folded.Contains(text, StringComparison.Ordinal)) return true;
        return false;
    }
}
