using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Whether the sentence's words stand in the cited text at all, and which run of them does not.</summary>
internal static class CoverageCheck
{
    // Words of grammar and of reporting: they may come and go.
    private const string Light = "的了和与及或在是为对于由以而且也并等其该此这那将被把向从到至则即所之者有个中上下内外时后前按依照据根";

    private const double FactWeight = 3;

    // What an answer says of itself and of the clause, and not of the matter.
    private static readonly string[] Framing =
    [
        "换句话说", "用大白话说", "大白话说", "通俗地说", "通俗来说", "通俗地讲", "说白了", "打个比方", "举个例子", "简言之", "简而言之", "换言之", "换个角度看", "反过来说", "对老百姓来说", "总之", "的话", "这意味着", "意味着", "也就是说", "简单来说", "简单说", "具体来说", "具体而言", "总的来看", "总体来看", "总的来说", "需要注意的是", "需要注意", "值得注意的是", "要特别留意", "特别提醒", "根据该条", "按照该条", "依据该条", "该条列出的", "该条规定", "条文列举的",
        "同样符合该条", "该条", "举例来说", "例如", "比如", "因此", "所以", "由此", "根据规定", "按照规定", "依照规定", "根据条文", "从条文看", "一般情况下", "通常情况下", "原则上", "通常",
    ];

    /// <param name="Share">Of the sentence's words, 0 to 1; 1 where it has none.</param>
    /// <param name="Longest">The longest run of Han characters of which no pair stands in the cited text.</param>
    public readonly record struct Result(double Share, string Longest);

    public static Result Measure(GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        var text = sentence.Folded;
        var (covered, framing) = (new bool[text.Length], new bool[text.Length]);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (evidence.Has(text[i], text[i + 1]) || known.Has(text[i], text[i + 1])) covered[i] = covered[i + 1] = true;
        }
        foreach (var words in Framing)
        {
            for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal)) Array.Fill(framing, true, at, words.Length);
        }
        double all = 0, found = 0;
        // A number, date or code says as much as a word of some characters; whether it may stand there at all is not asked here.
        foreach (var fact in sentence.Facts)
        {
            if (fact.Kind is not (FactKind.Quantity or FactKind.Date or FactKind.Latin or FactKind.DocumentNumber)) continue;
            all += FactWeight;
            if (evidence.Facts.Any(fact.SaysSameAs)) found += FactWeight;
            Array.Fill(framing, true, fact.Start, fact.End - fact.Start);
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (framing[i] || !HanText.IsHan(text[i]) || Light.Contains(text[i], StringComparison.Ordinal)) continue;
            all++;
            if (covered[i]) found++;
            // A character alone is weak evidence: 设备 and 设立 share one.
            else if (evidence.Has(text[i])) found += 0.3;
        }
        return new Result(all == 0 ? 1 : found / all, LongestRun(text, [.. covered.Zip(framing, (one, other) => one || other)], sentence));
    }

    /// <summary>The share of the sentence's pairs of Han characters that stand in a part of the clause.</summary>
    public static double PairShare(GroundingText sentence, string part) => Pairs.Share(sentence.Folded, part, HanText.IsHan);

    private static string LongestRun(string text, bool[] covered, GroundingText sentence)
    {
        var longest = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (covered[i] || !HanText.IsHan(text[i]) || InNumber(sentence, i)) continue;
            var end = i;
            while (end < text.Length && !covered[end] && HanText.IsHan(text[end]) && !InNumber(sentence, end)) end++;
            if (Weight(text.AsSpan(i, end - i)) > Weight(longest)) longest = text[i..end];
            i = end;
        }
        return longest;
    }

    /// <summary>How many characters of a run say something: neither grammar nor the words around bounds and duties.</summary>
    public static int Weight(ReadOnlySpan<char> run)
    {
        var weight = 0;
        foreach (var c in run)
        {
            if (!Light.Contains(c, StringComparison.Ordinal) && !"要须应可达少最高低得会能".Contains(c, StringComparison.Ordinal)) weight++;
        }
        return weight;
    }

    private static bool InNumber(GroundingText sentence, int at) =>
        sentence.Facts.Any(fact => fact.Kind is FactKind.Quantity or FactKind.Provision && fact.Start <= at && at < fact.End);
}
