using System.Text;
using Assistant.Memos.Writers;

namespace Assistant.Memos.Verification;

/// <summary>
/// What a memo prints, notes apart, in comparable form: one run of words, and the places in it where a sentence may begin and end. Each stretch of it
/// stands for one recorded text only, so that a sentence printed twice cannot vouch for its edited twin.
/// </summary>
internal sealed class PrintedText
{
    /// <summary>Stands in a text read from a file where a paragraph ends and where a note is marked.</summary>
    public const char Break = '\u0001';

    /// <summary>A text that is found so often between other words is found nowhere.</summary>
    private const int MostTries = 200;

    private readonly string _words;
    private readonly bool[] _isEdge;
    private readonly bool[] _isClaimed;

    public PrintedText(string text)
    {
        foreach (var own in (MemoWords[])[MemoWords.Chinese, MemoWords.English])
            text = text.Replace(own.Unsupported.Trim(), "\u0001", StringComparison.Ordinal).Replace(own.Edited.Trim(), "\u0001", StringComparison.Ordinal);
        var flat = new StringBuilder();
        var edges = new List<int> { 0 };
        foreach (var piece in text.Split(Break))
        {
            flat.Append(ComparableText.Of(piece));
            edges.Add(flat.Length);
        }
        _words = flat.ToString();
        _isEdge = new bool[_words.Length + 1];
        _isClaimed = new bool[_words.Length];
        foreach (var edge in edges) _isEdge[edge] = true;
        for (var i = 0; i < _words.Length; i++)
            if (_words[i] is '。' or '！' or '？' or '；' or '!' or '?' or ';') _isEdge[i + 1] = true;
    }

    public int Length => _words.Length;

    /// <summary>Where a heading with these words stands for the last time; -1 for nowhere.</summary>
    public int Heading(string heading)
    {
        var sought = ComparableText.Of(heading);
        for (var at = _words.LastIndexOf(sought, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : _words.LastIndexOf(sought, at - 1, StringComparison.Ordinal))
            if (_isEdge[at] && _isEdge[at + sought.Length]) return at;
        return -1;
    }

    /// <summary>
    /// Takes the first stretch between the two places that reads as <paramref name="text"/> and is nobody else's. It must be whole: 可以延期 does not stand
    /// in 不可以延期.
    /// </summary>
    /// <param name="text">In comparable form.</param>
    /// <param name="before">The recorded text printed before it, which may end without a full stop; empty for none.</param>
    /// <param name="after">The one printed behind it.</param>
    public bool Claim(string text, int from, int to, string before, string after, ComparisonBudget budget)
    {
        if (text.Length == 0) return true;
        for (var tries = 0; tries < MostTries && from < to; tries++)
        {
            // Looking for one text takes a small part of comparing as many characters.
            if (!budget.TrySpend((to - from) / 32)) return false;
            var at = _words.IndexOf(text, from, to - from, StringComparison.Ordinal);
            if (at < 0) return false;
            var end = at + text.Length;
            var begins = _isEdge[at] || before.Length > 0 && _words.AsSpan(0, at).EndsWith(before, StringComparison.Ordinal);
            var ends = _isEdge[end] || text[^1] is '.' || after.Length > 0 && _words.AsSpan(end).StartsWith(after, StringComparison.Ordinal);
            if (begins && ends && !_isClaimed.AsSpan(at, text.Length).Contains(true))
            {
                _isClaimed.AsSpan(at, text.Length).Fill(true);
                _isEdge[at] = _isEdge[end] = true;
                return true;
            }
            from = at + 1;
        }
        return false;
    }

    /// <summary>The words that nobody claimed and that are most like the text; null where none are. Empty where the budget is spent: it then counts as edited.</summary>
    /// <param name="text">In comparable form.</param>
    public string? Nearest(string text, int from, int to, ComparisonBudget budget)
    {
        string? best = null;
        var most = 0.5; // half of the pairs of characters are shared: an edit, not another sentence
        foreach (var (start, end) in Unclaimed(from, to))
        {
            if (!budget.TrySpend(end - start)) return "";
            var edges = Enumerable.Range(start, end - start + 1).Where(i => i == start || i == end || _isEdge[i]).ToList();
            for (var i = 0; i + 1 < edges.Count; i++)
            {
                for (var j = i + 1; j < edges.Count && (j == i + 1 || edges[j] - edges[i] <= text.Length * 2); j++)
                {
                    if (!budget.TrySpend(TextComparison.Counted * ((long)edges[j] - edges[i] + text.Length))) return "";
                    var run = _words[edges[i]..edges[j]];
                    if (TextComparison.Likeness(text, run) is var likeness && likeness > most) (best, most) = (run, likeness);
                }
            }
        }
        return best;
    }

    /// <summary>Stretches that stand for no recorded text.</summary>
    public IEnumerable<(int Start, int End)> Unclaimed(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (_isClaimed[i]) continue;
            var end = Array.IndexOf(_isClaimed, true, i, to - i);
            yield return (i, end < 0 ? to : end);
            if (end < 0) yield break;
            i = end;
        }
    }

    public string this[int start, int end] => _words[start..end];
}
