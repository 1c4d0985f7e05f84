namespace Assistant.Grounding.Facts;

/// <summary>
/// 分别 pairs two lists in one breath: A、B占比分别提高到11%、23%. What goes with what is told by order alone, so each pair is also written out (A提高到11%),
/// and then compared like any other words.
/// </summary>
internal static class DistributedList
{
    private const string Word = "分别";
    private const int LongestSide = 200;
    private const int LongestList = 8;

    /// <returns>The text, followed by the pairs written out, a sentence each; the text itself where there is nothing to write out.</returns>
    public static string WrittenOut(string folded)
    {
        var pairs = new List<string>();
        for (var at = folded.IndexOf(Word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(Word, at + 1, StringComparison.Ordinal))
        {
            var values = Values(Behind(folded, at + Word.Length));
            if (values.Count is < 2 or > LongestList) continue;
            var subjects = Before(folded, at).Split(Joints, StringSplitOptions.RemoveEmptyEntries);
            if (subjects.Length < values.Count) continue;
            subjects = subjects[^values.Count..];
            var tail = Tail(subjects);
            pairs.AddRange(values.Select((value, i) => subjects[i] + (i < values.Count - 1 ? tail : "") + value));
        }
        return pairs.Count == 0 ? folded : $"{folded}\n{string.Join('。', pairs)}。";
    }

    private static readonly string[] Joints = ["以及", "、", ",", "和", "与", "及"];

    /// <summary>What is said of all subjects stands behind the last: the 占比 of 货运量、周转量占比, the 效率 of A型和B型的效率.</summary>
    private static string Tail(string[] subjects)
    {
        var last = subjects[^1];
        var aside = last.IndexOf('(', StringComparison.Ordinal);
        var at = last.IndexOf('的', Math.Max(0, last.LastIndexOf(')')));
        if (at < 0) at = (aside < 0 ? last : last[..aside]).LastIndexOf(subjects[0][^1]) + 1;
        return at <= 0 ? "" : last[at..];
    }

    private static string Before(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestSide && text[start - 1] is not ('。' or ';' or ':' or '\n')) start--;
        return text[start..at];
    }

    private static string Behind(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < LongestSide && text[end] is not ('。' or ';' or ',' or '\n')) end++;
        return text[at..end];
    }

    /// <summary>The numbers of the second list, each with the words before the first (不低于) and behind the last (左右).</summary>
    private static List<string> Values(string words)
    {
        var pieces = words.Split(Joints, StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length < 2 || NumberAt(pieces[0]) is not (>= 0 and var first) || !Array.TrueForAll(pieces[1..], piece => NumberAt(piece) is >= 0 and <= 6)) return [];
        var before = pieces[0][..first];
        return [.. pieces.Select((piece, i) => i == 0 || NumberAt(piece) > 0 ? piece : before + piece)];
    }

    /// <summary>Where the first number begins; -1 where there is none.</summary>
    private static int NumberAt(string piece)
    {
        for (var i = 0; i < piece.Length; i++)
        {
            if (char.IsAsciiDigit(piece[i]) || HanNumeral.Read(piece, i) is not null) return i;
        }
        return -1;
    }
}
