namespace Assistant.Indexing.Lexical;

/// <summary>
/// The terms of one question, and how often each occurs in a text: one pass over the text, two table look-ups a character, no allocation.
/// Not safe for concurrent use.
/// </summary>
internal sealed class TermScanner
{
    private readonly Dictionary<char, int> _slots = [];
    private readonly byte[] _slotLow = new byte[char.MaxValue + 1];
    private readonly int[] _pairs;
    private readonly int _stride;
    private readonly Dictionary<ulong, int> _words = [];

    /// <param name="alternatives">The texts whose terms are looked for.</param>
    public TermScanner(IEnumerable<string> alternatives)
    {
        var terms = new List<ulong>();
        var perAlternative = new List<int[]>();
        var bigrams = new Dictionary<ulong, int>();
        foreach (var text in alternatives)
        {
            var own = new HashSet<int>();
            foreach (var raw in text)
            {
                var c = ChineseTokenizer.Fold(raw);
                if (!ChineseTokenizer.IsHan(c)) continue;
                if (!_slots.TryGetValue(c, out var slot))
                {
                    // A slot is one byte; 254 distinct characters are more than a question has. Later ones find candidates by their bigrams and count nothing when those are scored.
                    if (_slots.Count == 254) continue;
                    slot = Unigrams.Count;
                    _slots.Add(c, slot);
                    _slotLow[c] = (byte)(slot + 1);
                    Unigrams.Add(c);
                }
                own.Add(-1 - slot);
            }
            terms.Clear();
            ChineseTokenizer.AddTerms(text, terms);
            foreach (var term in terms)
            {
                if (!bigrams.TryGetValue(term, out var number))
                {
                    number = Terms.Count;
                    bigrams.Add(term, number);
                    Terms.Add(term);
                }
                own.Add(number);
            }
            perAlternative.Add([.. own]);
        }
        // Numbers: first the terms that have postings, then the single characters.
        Alternatives = [.. perAlternative.Select(own => own.Select(number => number >= 0 ? number : Terms.Count - 1 - number).ToArray())];
        _stride = Unigrams.Count + 1;
        _pairs = new int[_stride * _stride];
        foreach (var (term, number) in bigrams)
        {
            if (!ChineseTokenizer.IsBigram(term)) _words[term] = number;
            else if (_slotLow[(char)(term >> 16)] is > 0 and var first && _slotLow[(char)(term & 0xFFFF)] is > 0 and var second) _pairs[first * _stride + second] = number + 1;
        }
        Weights = new float[Terms.Count + Unigrams.Count];
        InText = new int[Weights.Length];
        InContext = new int[Weights.Length];
    }

    /// <summary>Bigrams and words, as they stand in the postings.</summary>
    public List<ulong> Terms { get; } = [];

    public List<char> Unigrams { get; } = [];

    /// <summary>For each alternative the numbers of its terms.</summary>
    public int[][] Alternatives { get; }

    /// <summary>idf of each term, set by the caller.</summary>
    public float[] Weights { get; }

    public int[] InText { get; }

    public int[] InContext { get; }

    public void CountContext(ReadOnlySpan<char> context)
    {
        Array.Clear(InContext);
        Count(context, InContext);
    }

    public void CountText(ReadOnlySpan<char> text)
    {
        Array.Clear(InText);
        Count(text, InText);
    }

    private void Count(ReadOnlySpan<char> text, int[] counts)
    {
        var previous = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = ChineseTokenizer.Fold(text[i]);
            int slot = _slotLow[c];
            if (slot > 0)
            {
                counts[Terms.Count + slot - 1]++;
                var pair = _pairs[previous * _stride + slot];
                if (pair > 0) counts[pair - 1]++;
                previous = slot;
                continue;
            }
            if (ChineseTokenizer.IsWordCharacter(c))
            {
                if (_words.Count > 0 && _words.TryGetValue(ChineseTokenizer.ReadWord(text, i, out var end), out var word))
                {
                    counts[word]++;
                    i = end - 1;
                }
                else
                {
                    while (i + 1 < text.Length && ChineseTokenizer.IsWordCharacter(ChineseTokenizer.Fold(text[i + 1]))) i++;
                }
                previous = 0;
                continue;
            }
            if (c is not ('\n' or '\r' or ' ')) previous = 0;
        }
    }
}
