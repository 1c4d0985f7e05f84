namespace Assistant.Answering.Grounding;

/// <summary>A sentence or a clause, taken apart once for all the comparisons made with it.</summary>
internal sealed class GroundingText
{
    private readonly HashSet<int> _bigrams = [];
    private readonly HashSet<char> _characters = [];
    private readonly Lazy<IReadOnlyList<Fact>> _facts;
    private readonly Lazy<IReadOnlyList<ModalWord>> _modalWords;

    public GroundingText(string text)
    {
        Folded = TextFolding.Fold(text);
        for (var i = 0; i < Folded.Length; i++)
        {
            _characters.Add(Folded[i]);
            if (i > 0) _bigrams.Add(Pair(Folded[i - 1], Folded[i]));
        }
        _facts = new(() => FactScanner.Scan(Folded));
        _modalWords = new(() => ModalityScanner.Scan(Folded));
    }

    public string Folded { get; }

    public IReadOnlyList<Fact> Facts => _facts.Value;

    public IReadOnlyList<ModalWord> ModalWords => _modalWords.Value;

    /// <summary>English, as far as letters tell.</summary>
    public bool IsLatin => Folded.Count(char.IsAsciiLetter) > 2 * Folded.Count(TextFolding.IsHan);

    public bool Has(char first, char second) => _bigrams.Contains(Pair(first, second));

    public bool Has(char character) => _characters.Contains(character);

    public bool Contains(string folded) => Folded.Contains(folded, StringComparison.Ordinal);

    private static int Pair(char first, char second) => (first << 16) | second;
}
