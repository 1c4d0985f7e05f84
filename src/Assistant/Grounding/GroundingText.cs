using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding;

/// <summary>A sentence or a clause, taken apart once for all the comparisons made with it.</summary>
internal sealed class GroundingText
{
    private readonly HashSet<int> _bigrams = [];
    private readonly HashSet<char> _characters = [];
    private readonly Lazy<IReadOnlyList<Fact>> _facts;
    private readonly Lazy<IReadOnlyList<ModalWord>> _modalWords;
    private readonly Lazy<TextStretches> _stretches;
    private readonly Lazy<bool[]> _numbers;
    private readonly Lazy<GroundingText> _writtenOut;
    private readonly Lazy<bool> _isLatin;

    /// <summary>What is longer than any clause is compared as far as this, in UTF-16 units: the time a check takes must not depend on who wrote the document.</summary>
    private const int Longest = 60_000;

    public GroundingText(string text)
    {
        Folded = TextFolding.Fold(text.Length > Longest ? text[..Longest] : text);
        for (var i = 0; i < Folded.Length; i++)
        {
            _characters.Add(Folded[i]);
            if (i > 0) _bigrams.Add(Pair(Folded[i - 1], Folded[i]));
        }
        _facts = new(() => FactScanner.Scan(Folded));
        _modalWords = new(() => ModalityScanner.Scan(Folded));
        _stretches = new(() => new TextStretches(Folded, Facts.Where(fact => fact.Kind is FactKind.Quantity or FactKind.Date).Select(fact => fact.End).ToHashSet()));
        _numbers = new(Numbers);
        _writtenOut = new(() => DistributedList.WrittenOut(Folded) is var pairs && pairs.Length > Folded.Length ? new GroundingText(pairs) : this);
        _isLatin = new(() => Folded.Count(char.IsAsciiLetter) > 2 * Folded.Count(HanText.IsHan));
    }

    public string Folded { get; }

    public IReadOnlyList<Fact> Facts => _facts.Value;

    public IReadOnlyList<ModalWord> ModalWords => _modalWords.Value;

    public TextStretches Stretches => _stretches.Value;

    /// <summary>Whether a character belongs to a word: no mark, and no part of a number, a date or an article number.</summary>
    public bool IsWord(int at) => char.IsLetter(Folded[at]) && !_numbers.Value[at];

    /// <summary>Whether the sentence around a place makes an exception: what is said of its rule may rightly be denied of something else.</summary>
    public bool MakesExceptionAt(int at)
    {
        var (start, end) = Stretches.Around(at, at, Stretch.Sentence);
        var words = Folded.AsSpan(start, end - start);
        return words.IndexOf("除外", StringComparison.Ordinal) >= 0 || words.IndexOf("不适用", StringComparison.Ordinal) >= 0;
    }

    /// <summary>English, as far as letters tell.</summary>
    public bool IsLatin => _isLatin.Value;

    /// <summary>The text with the pairs of 分别 behind it, to compare numbers by; the text itself where it has none. Its words are no one's to quote.</summary>
    public GroundingText WrittenOut => _writtenOut.Value;

    public bool Has(char first, char second) => _bigrams.Contains(Pair(first, second));

    public bool Has(char character) => _characters.Contains(character);

    public bool Contains(string folded) => Folded.Contains(folded, StringComparison.Ordinal);

    private bool[] Numbers()
    {
        var numbers = new bool[Folded.Length];
        foreach (var fact in Facts)
        {
            if (fact.Kind is FactKind.Quantity or FactKind.Date or FactKind.Provision) Array.Fill(numbers, true, fact.Start, fact.End - fact.Start);
        }
        return numbers;
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
