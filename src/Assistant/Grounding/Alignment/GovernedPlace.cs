using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Alignment;

/// <summary>A place in a clause that says whether something must, may or must not be done: a modal word, or a part without one, under what leads to it.</summary>
/// <param name="Start">In the folded clause.</param>
/// <param name="End">Exclusive; the start itself for a part without a modal word of its own.</param>
/// <param name="Modalities">Never empty: <see cref="Modality.None"/> where nothing governs the part.</param>
/// <param name="Printed">The governing word; empty where there is none.</param>
internal sealed record GovernedPlace(int Start, int End, IReadOnlySet<Modality> Modalities, string Printed)
{
    public ReadOnlySpan<char> Part(GroundingText text)
    {
        var (start, end) = text.Stretches.Around(Start, End, Stretch.Part);
        return text.Folded.AsSpan(start, end - start);
    }

    public static List<GovernedPlace> All(GroundingText text)
    {
        var places = new List<GovernedPlace>();
        HashSet<Modality> governing = [], head = [];
        var (word, headWord) = ("", "");
        foreach (var (start, end) in text.Stretches.All(Stretch.Part))
        {
            if (places.Count >= ContextAlignment.MostPlaces) break;
            var before = start == 0 ? '。' : text.Folded[start - 1];
            if (before == ':') (head, headWord) = (governing, word);
            // 禁止下列行为：(一)…；(二)… governs all of its items; a full stop ends that, unless the next item is numbered as well.
            else if (before is '。' or '\n' && text.Folded[start] != '(') (head, headWord) = ([], "");
            if (before is not ',') (governing, word) = (head, headWord);
            // 不能当场答复的，: a condition says when a rule applies, and is none.
            var isCondition = end < text.Folded.Length && text.Folded[end] == ',' && text.Folded[end - 1] == '的';
            var own = isCondition ? [] : text.ModalWords.Where(one => one.Start >= start && one.End <= end && !(one is { IsWeak: true, Modality: Modality.Denial })).ToList();
            foreach (var one in own)
            {
                (governing, word) = ([one.Modality], text.Folded[one.Start..one.End]);
                places.Add(new GovernedPlace(one.Start, one.End, governing, word));
            }
            // 可以调整，报国务院批准后执行: only the items below a head (不得有下列行为：) are surely governed by it. What a part leads to (计算所得额时，…不得扣除)
            // may be told of it as well.
            if (own.Count == 0) places.Add(new GovernedPlace(start, start, before is ':' or ';' && head.Contains(Modality.Prohibition) ? head : [.. governing, .. Next(text, end), Modality.None], word));
        }
        return places;
    }

    /// <summary>The modality of the next part of the same segment.</summary>
    private static IEnumerable<Modality> Next(GroundingText text, int end)
    {
        var (_, segmentEnd) = text.Stretches.Around(end, end, Stretch.Segment);
        return text.ModalWords.Where(word => word.Start >= end && word.End <= segmentEnd && !word.IsWeak).Take(1).Select(word => word.Modality);
    }

    /// <summary>The last modal word before a place in the same segment, as far as 40 characters back; null where there is none.</summary>
    public static ModalWord? Before(GroundingText evidence, int at)
    {
        var words = evidence.ModalWords;
        // They stand in order: the last that ends before the place is found by halving.
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (words[middle].End <= at) low = middle + 1;
            else high = middle;
        }
        for (var i = low - 1; i >= 0 && at - words[i].End <= 40; i--)
        {
            if (words[i] is { IsWeak: true, Modality: Modality.Denial }) continue;
            return evidence.Folded.AsSpan(words[i].End, at - words[i].End).ContainsAny("。；;\n") ? null : words[i];
        }
        return null;
    }
}
