using Assistant.Corpus.Text;

namespace Assistant.Indexing.Lexical;

/// <summary>
/// Text to terms: every two neighbouring Han characters (overlapping bigrams), and Latin words and numbers whole. Single characters count too,
/// but are read from the text of the candidates when they are scored and need no postings. No word segmenter: words are weaker than bigrams on
/// these texts (statutes R@10: words 45, bigrams 48, with unigrams 50).
/// </summary>
/// <remarks>
/// Full-width forms and case are folded character by character, so a folded text has the length of the original. A term is a number: the two
/// characters side by side, or a hash with the highest bit set for a Latin word.
/// </remarks>
public static class ChineseTokenizer
{
    /// <summary>Part of the index fingerprint: goes up when the same text gives other terms.</summary>
    public const int Version = 1;

    private const ulong WordBit = 1UL << 63;

    private static readonly char[] FoldTable = BuildFoldTable();

    /// <summary>Full-width to half-width, upper to lower case, ideographic space to space; anything else as it is.</summary>
    public static char Fold(char c) => FoldTable[c];

    /// <summary>Whether the character takes part in bigrams. Halves of surrogate pairs do: rare characters are then found all the same.</summary>
    public static bool IsHan(char c) => HanText.IsHan(c) || char.IsSurrogate(c);

    /// <summary>Takes a folded character.</summary>
    public static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    public static ulong Bigram(char first, char second) => ((ulong)first << 16) | second;

    public static bool IsBigram(ulong term) => (term & WordBit) == 0;

    /// <summary>Adds the terms of <paramref name="text"/> in order, repetitions included.</summary>
    public static void AddTerms(ReadOnlySpan<char> text, List<ulong> terms)
    {
        var previous = '\0';
        for (var i = 0; i < text.Length;)
        {
            var c = FoldTable[text[i]];
            if (IsHan(c))
            {
                if (previous != '\0') terms.Add(Bigram(previous, c));
                previous = c;
                i++;
            }
            else if (IsWordCharacter(c))
            {
                terms.Add(ReadWord(text, i, out i));
                previous = '\0';
            }
            else
            {
                // A line broken inside a word must not lose its bigram.
                if (c is not ('\n' or '\r' or ' ')) previous = '\0';
                i++;
            }
        }
    }

    /// <summary>
    /// The word that starts at <paramref name="start"/>: letters and digits, a decimal point between digits kept, a thousands separator left out
    /// (1,000 is 1000), the plural s of a long word left out.
    /// </summary>
    /// <param name="end">The first offset behind it.</param>
    public static ulong ReadWord(ReadOnlySpan<char> text, int start, out int end)
    {
        Span<char> word = stackalloc char[64];
        var length = 0;
        var digitsOnly = true;
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = FoldTable[text[i]];
            if (!IsWordCharacter(c))
            {
                var nextIsDigit = i > start && i + 1 < text.Length && char.IsAsciiDigit(FoldTable[text[i - 1]]) && char.IsAsciiDigit(FoldTable[text[i + 1]]);
                if (c == ',' && nextIsDigit && digitsOnly && HasThreeDigits(text, i + 1)) continue;
                if (c != '.' || !nextIsDigit) break;
                digitsOnly = false;
            }
            else if (!char.IsAsciiDigit(c))
            {
                digitsOnly = false;
            }
            if (length < word.Length) word[length++] = c;
        }
        end = i;
        if (length > 3 && word[length - 1] == 's' && word[length - 2] is not 's' and >= 'a' and <= 'z') length--;
        return Hash(word[..length]) | WordBit;
    }

    private static bool HasThreeDigits(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < start + 3; i++)
            if (i >= text.Length || !char.IsAsciiDigit(FoldTable[text[i]])) return false;
        return start + 3 >= text.Length || !char.IsAsciiDigit(FoldTable[text[start + 3]]);
    }

    /// <summary>FNV-1a, 64 bits: stable over processes, which string.GetHashCode is not.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }

    private static char[] BuildFoldTable()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = i == '\u00A0' ? ' ' : HanText.HalfWidth((char)i);
            if (c is >= 'A' and <= 'Z') c = (char)(c + 32);
            table[i] = c;
        }
        return table;
    }
}
