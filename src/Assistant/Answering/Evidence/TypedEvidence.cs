using Assistant.Answering.Asking;
using Assistant.Corpus.Text;

namespace Assistant.Answering.Evidence;

/// <summary>Finds the kind of thing asked in a sentence.</summary>
public static class TypedEvidence
{
    /// <summary>Where the sentence (folded) holds such a thing: offsets of each, ascending; empty where it does not.</summary>
    public static IReadOnlyList<int> Find(AskedFor asked, string sentence)
    {
        var found = new List<int>();
        foreach (var match in AskedForms.Of(asked.Kind).HoldingOf(asked).EnumerateMatches(sentence))
        {
            if (asked is { Kind: AskedKind.Count, Unit: null } && IsLabel(sentence, match.Index, match.Length)) continue;
            if (asked is { Kind: AskedKind.Count, Unit: { } unit } && !FollowedBy(sentence, match.Index + match.Length, unit)) continue;
            found.Add(match.Index);
        }
        return found;
    }

    /// <summary>2. and （二） at the head of an item count nothing.</summary>
    private static bool IsLabel(string sentence, int at, int length)
    {
        var end = at + length;
        return (at == 0 || (at == 1 && sentence[0] == '(')) && end < sentence.Length && sentence[end] is '.' or '、' or ')';
    }

    /// <summary>多少项: 370余项. The first character of the unit, or its symbol, within four of the number's end.</summary>
    private static bool FollowedBy(string sentence, int end, string unit)
    {
        // A unit of English questions is a plural word and cannot be looked for.
        if (!HanText.IsHan(unit[0])) return true;
        var near = sentence.AsSpan(end, Math.Min(4, sentence.Length - end));
        return near.Contains(unit[0]) || near.StartsWith("%") || Symbols(unit).Any(symbol => sentence.AsSpan(end).StartsWith(symbol));
    }

    /// <summary>The ways documents print a measure that people ask for in words.</summary>
    private static string[] Symbols(string unit) => unit switch
    {
        "公斤" => ["kg", "千克"],
        "千克" => ["kg", "公斤"],
        "公里" or "千米" => ["km", "千米", "公里"],
        "毫克" => ["mg"],
        "毫米" => ["mm"],
        "米" => ["m"],
        "平方" => ["m2", "㎡", "m²"],
        "立方" => ["m3", "m³"],
        "吨" => ["t"],
        "千瓦" => ["kw"],
        "度" or "摄氏" => ["℃", "°"],
        _ => [],
    };
}
