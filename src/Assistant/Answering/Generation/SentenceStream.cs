using System.Text;
using Assistant.Answering.Citations;

namespace Assistant.Answering.Generation;

/// <summary>Pieces of a streamed reply in, whole sentences out as soon as they are whole, with the markers that follow them.</summary>
internal sealed class SentenceStream
{
    private readonly StringBuilder _pending = new();

    /// <returns>The sentences that are complete now, with white space and markers around them.</returns>
    public IEnumerable<string> Add(string piece)
    {
        _pending.Append(piece);
        while (Next() is { } end)
        {
            var sentence = _pending.ToString(0, end);
            _pending.Remove(0, end);
            yield return sentence;
        }
    }

    /// <summary>Whether a sentence has come to its end, markers included.</summary>
    public static bool IsWhole(string sentence) => sentence.TrimEnd() is [.., '。' or '！' or '？' or ']' or '】'];

    /// <summary>What is left when the reply has ended.</summary>
    public string Rest()
    {
        var rest = _pending.ToString();
        _pending.Clear();
        return rest;
    }

    /// <summary>Where the first sentence ends, markers behind it included; null while that is not known.</summary>
    private int? Next()
    {
        var text = _pending.ToString();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text, i)) continue;
            var end = i + 1;
            while (end < text.Length)
            {
                if (text[end] is '”' or '’' or '」' or '』' or '）' or ')' or '》' or '"' or '*' or ' ' or '。') end++;
                else if (text[end] is '[' or '【' && CloseOf(text, end) is { } close) end = close;
                else if (CitationParser.EndsInsideMarker(text[end..])) return null;
                else return end;
            }
            // A marker may still follow.
            return text[i] == '\n' ? end : null;
        }
        return null;
    }

    private static bool IsEnd(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '\n' => true,
        // A full stop ends an English sentence before a blank, but not 3.5, Art. 5 or a list's 1.
        '.' or '!' or '?' => at + 1 < text.Length && text[at + 1] is ' ' or '\n' or '[' && at >= 3 && (char.IsAsciiLetterLower(text[at - 1]) || text[at - 1] is ')' or '%' or ']' || (char.IsAsciiDigit(text[at - 1]) && !IsListNumber(text, at))),
        _ => false,
    };

    private static bool IsListNumber(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        return start == 0 || text[start - 1] == '\n';
    }

    private static int? CloseOf(string text, int open)
    {
        var close = text.AsSpan(open).IndexOfAny(']', '】');
        if (close < 0) return null;
        var marker = text[open..(open + close + 1)];
        return CitationParser.Parse(marker).Numbers.Count > 0 ? open + close + 1 : null;
    }
}
