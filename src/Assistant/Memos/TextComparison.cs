using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Assistant.Memos;

/// <summary>How two wordings of a clause differ.</summary>
internal static class TextComparison
{
    /// <summary>From <paramref name="before"/> to <paramref name="after"/>, character by character; runs of one kind joined.</summary>
    public static IReadOnlyList<TextDifference> Compare(string before, string after)
    {
        var model = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, CharacterChunker.Instance);
        var differences = new List<TextDifference>();
        foreach (var piece in model.Lines)
        {
            var change = piece.Type switch
            {
                ChangeType.Inserted => TextChange.Added,
                ChangeType.Deleted => TextChange.Removed,
                _ => TextChange.Same,
            };
            if (differences.Count > 0 && differences[^1].Change == change) differences[^1] = differences[^1] with { Text = differences[^1].Text + piece.Text };
            else differences.Add(new(change, piece.Text));
        }
        return differences;
    }

    /// <summary>The run of whole sentences of <paramref name="text"/> that is most like <paramref name="quote"/>.</summary>
    public static string Nearest(string quote, string text)
    {
        var ends = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '。' or '；' or '！' or '？' or '\n' or '：' || i == text.Length - 1) ends.Add(i + 1);
        var (best, most) = (text, -1.0);
        for (var from = 0; from < ends.Count - 1; from++)
        {
            for (var to = from + 1; to < ends.Count; to++)
            {
                var run = text[ends[from]..ends[to]].Trim();
                // Longer runs only lose: what is not in the quote counts against them.
                if (run.Length > quote.Length * 2 && to > from + 1) break;
                var likeness = Likeness(quote, run);
                if (likeness > most) (best, most) = (run, likeness);
            }
        }
        return best;
    }

    /// <summary>Dice's coefficient over character bigrams: 1 for equal texts, 0 for texts that share no two neighbouring characters.</summary>
    public static double Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2) return string.Equals(one, other, StringComparison.Ordinal) ? 1 : 0;
        var counts = new Dictionary<(char, char), int>();
        for (var i = 0; i + 1 < one.Length; i++) counts[(one[i], one[i + 1])] = counts.GetValueOrDefault((one[i], one[i + 1])) + 1;
        var shared = 0;
        for (var i = 0; i + 1 < other.Length; i++)
        {
            if (counts.GetValueOrDefault((other[i], other[i + 1])) is var left and > 0)
            {
                counts[(other[i], other[i + 1])] = left - 1;
                shared++;
            }
        }
        return 2.0 * shared / (one.Length + other.Length - 2);
    }
}
