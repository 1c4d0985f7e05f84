namespace Assistant.Answering.Evidence;

/// <summary>Running Chinese (or English) text into sentences.</summary>
public static class SentenceSplitter
{
    private const string Closers = "”’」』）》)\"";

    /// <summary>Whole sentences in order, trimmed, with their closing marks. A full stop inside （） or “” ends one only where the mark closes behind it.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var sentences = new List<string>();
        int start = 0, depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                Add(start, i);
                (start, depth) = (i + 1, 0);
            }
            else if (c is '（' or '《' or '“' or '「') depth++;
            else if (c is '）' or '》' or '”' or '」') depth = Math.Max(0, depth - 1);
            // An opening mark that is never closed must not swallow the paragraph: past 200 characters it no longer counts.
            else if (c is '。' or '！' or '？')
            {
                for (; i + 1 < text.Length && Closers.Contains(text[i + 1], StringComparison.Ordinal); i++) depth--;
                if (depth > 0 && i - start <= 200) continue;
                Add(start, i + 1);
                (start, depth) = (i + 1, 0);
            }
        }
        Add(start, text.Length);
        return sentences;

        void Add(int from, int to)
        {
            var sentence = text[from..to].Trim();
            if (sentence.Length > 0) sentences.Add(sentence);
        }
    }
}
