using Assistant.Indexing.Segments;

namespace Assistant.Indexing.Lexical;

/// <summary>How rare the terms of a text are in an index.</summary>
public static class TermStatistics
{
    /// <summary>
    /// Every term of <paramref name="text"/> once, folded, with ln(1 + (N − df + .5)/(df + .5)): single Han characters, two neighbouring ones, and
    /// Latin words and numbers whole.
    /// </summary>
    public static IReadOnlyList<(string Term, double Idf)> Of(IndexSnapshot snapshot, string text)
    {
        var folded = string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++) target[i] = ChineseTokenizer.Fold(source[i]);
        });
        var total = snapshot.Views.Sum(view => view.Segment.Passages.Length);
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < folded.Length;)
        {
            if (ChineseTokenizer.IsWordCharacter(folded[i]))
            {
                var word = ChineseTokenizer.ReadWord(folded, i, out var end);
                Add(folded[i..end], snapshot.Views.Sum(view => view.Segment.TermCount(word)));
                i = end;
                continue;
            }
            if (ChineseTokenizer.IsHan(folded[i]))
            {
                var single = folded[i];
                Add(folded[i..(i + 1)], snapshot.Views.Sum(view => view.Segment.UnigramCount(single)));
                if (i + 1 < folded.Length && ChineseTokenizer.IsHan(folded[i + 1]))
                {
                    var pair = ChineseTokenizer.Bigram(single, folded[i + 1]);
                    Add(folded[i..(i + 2)], snapshot.Views.Sum(view => view.Segment.TermCount(pair)));
                }
            }
            i++;
        }
        return [.. terms.Select(term => (term.Key, term.Value))];

        void Add(string term, int frequency) => terms.TryAdd(term, Math.Log(1 + (total - frequency + 0.5) / (frequency + 0.5)));
    }
}
