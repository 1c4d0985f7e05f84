using System.Runtime.InteropServices;
using Assistant.Indexing.Lexical;

namespace Assistant.Indexing.Qdrant;

/// <summary>A sparse vector: positions, each once, and their values.</summary>
public sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values);

/// <summary>
/// Single characters, bigrams and Latin words as sparse vectors. A passage's value for a term is BM25 without idf, tf′(k + 1)/(tf′ + k) with the formula of <see cref="LexicalSearch"/>;
/// a question's is the weight of the word. The server multiplies both with its idf, and their dot product is BM25.
/// </summary>
public static class SparseWords
{
    /// <summary>Part of the fingerprint: goes up when the same passage gives another vector.</summary>
    public const int Version = 1;

    /// <summary>
    /// Characters of a passage whose length is neither an advantage nor a drawback. A constant, not the mean of the corpus: what is stored of a passage
    /// must not depend on what else is stored.
    /// </summary>
    private const double TypicalLength = 150;

    private static readonly LexicalWeights Weights = new();

    public static SparseVector OfPassage(string text, string context)
    {
        var inText = Count(text);
        var inContext = Count(context);
        var length = text.Length / TypicalLength;
        var values = new SortedDictionary<uint, float>();
        foreach (var term in inText.Keys.Union(inContext.Keys))
        {
            var frequency = LexicalSearch.Frequency(inText.GetValueOrDefault(term), inContext.GetValueOrDefault(term), length, Weights);
            values[term] = (float)(frequency * (Weights.Saturation + 1) / (frequency + Weights.Saturation));
        }
        return new SparseVector([.. values.Keys], [.. values.Values]);
    }

    /// <summary>Every word of every alternative, with the weight of the heaviest group that asks for it.</summary>
    public static SparseVector OfQuery(LexicalQuery query)
    {
        var values = new SortedDictionary<uint, float>();
        foreach (var group in query.Groups)
            foreach (var alternative in group.Alternatives)
                foreach (var term in Count(alternative).Keys) values[term] = Math.Max(values.GetValueOrDefault(term), (float)group.Weight);
        return new SparseVector([.. values.Keys], [.. values.Values]);
    }

    /// <summary>
    /// Two characters side by side are 32 bits as they are, and one character has the upper half empty; a word's hash is folded to 32, and collides once
    /// in billions of pairs.
    /// </summary>
    private static uint PositionOf(ulong term) => ChineseTokenizer.IsBigram(term) ? (uint)term : (uint)(term ^ (term >> 32));

    private static Dictionary<uint, int> Count(string text)
    {
        var terms = new List<ulong>();
        ChineseTokenizer.AddTerms(text, terms);
        var counts = new Dictionary<uint, int>();
        foreach (var term in terms) CollectionsMarshal.GetValueRefOrAddDefault(counts, PositionOf(term), out _)++;
        foreach (var c in text)
            if (ChineseTokenizer.IsHan(ChineseTokenizer.Fold(c))) CollectionsMarshal.GetValueRefOrAddDefault(counts, ChineseTokenizer.Fold(c), out _)++;
        return counts;
    }
}
