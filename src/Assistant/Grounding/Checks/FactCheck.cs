using Assistant.Corpus.Terms;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Numbers, dates, names and quoted words of a sentence against the cited text: each must stand there, and in the same place.</summary>
internal static class FactCheck
{
    // So many pairs of characters around a number must speak for another place, and no more than this share of them for its own: then the sentence has
    // exchanged the two. Names and dates stand further from what is said of them and need twice as many.
    private const double Telling = 1;
    private const double Doubt = 0.25;

    // How much worse than the best a place may fit and still be asked for its bound.
    private const double WideMargin = 0.5;

    // The share of the words around a number that another place must hold to be the place that is spoken of.
    private const double SamePlace = 0.5;

    // …and to be thought of where next to nothing speaks for the number's own place.
    private const double LikePlace = 0.35;

    // …and to be the very place, so that what the title says, or the writer reckons, does not count.
    private const double VeryPlace = 0.8;

    // The very characters beside another value, and not beside this one: then places that fit as well do not excuse it (1—3家).
    private const double SameCharacters = 0.95;
    private const double OtherCharacters = 0.08;
    private const double AsGood = 0.1;

    // Quotation marks around so few words may only set off a name for what the clause says (“三同时”): half of its pairs must stand there.
    private const int LongestCoinage = 10;
    private const double Coined = 0.5;

    /// <param name="known">Titles and numbers of the cited document and clause: true, though not in the clause's own words.</param>
    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence, GroundingText known)
    {
        (sentence, evidence) = (sentence.WrittenOut, evidence.WrittenOut);
        var alignment = new ContextAlignment(sentence, evidence, ContextWeights.OfFacts);
        var ofDates = new ContextAlignment(sentence, evidence, ContextWeights.OfDates);
        foreach (var fact in sentence.Facts)
        {
            var problem = fact.Kind switch
            {
                FactKind.Title => HasTitle(known, fact.Key) ? null : evidence.Facts.Any(fact.SaysSameAs) || HasTitle(evidence, fact.Key) ? null : Missing(fact),
                FactKind.Quotation => evidence.Contains(fact.Key) || known.Contains(fact.Key) || (fact.Key.Length <= LongestCoinage && PairShare(fact.Key, evidence, known) >= Coined) ? null : Missing(fact),
                // GDP may stand for 国内生产总值.
                FactKind.Latin => Stands(fact, evidence) || Stands(fact, known) || Glossary.Find(fact.Key.ToLowerInvariant()).Any(evidence.Contains) ? null : Missing(fact),
                _ => Compare(fact, sentence, evidence, known, fact.Kind == FactKind.Date ? ofDates : alignment),
            };
            if (problem is not null) return problem;
        }
        return null;
    }

    private static GroundingVerdict? Compare(Fact fact, GroundingText sentence, GroundingText evidence, GroundingText known, ContextAlignment alignment)
    {
        // 1:1.3 counts nothing with its 1, and one of something is not counted where the clause merely says 一次.
        if (fact.Kind == FactKind.Quantity && fact.Values[0] == 1 && fact.Unit.Length == 0) return null;
        // 第12项 may be the item that begins with 12.
        if (fact.Kind == FactKind.Provision && fact.Key[0] is '项' && evidence.Contains(fact.Key[1..].Split('.')[0] + ".")) return null;
        if (fact.Kind == FactKind.Quantity && fact.Values[0] == 1 && fact.Bound is Bound.None && evidence.Contains("一" + fact.Printed[^1])) return null;
        // The number of a list's item is in nobody's place.
        var places = evidence.Facts.Where(other => fact.SaysSameAs(other) || ((fact.IsComparableTo(other) || AreDurations(fact, other)) && IsRival(fact, other))).Take(ContextAlignment.MostPlaces).ToList();
        var matches = alignment.Match((fact.Start, fact.End), places.ConvertAll(place => (place.Start, place.End)));
        var same = Best(places, matches, fact.SaysSameAs);
        var rival = Best(places, matches, other => !fact.SaysSameAs(other));

        if (same is null)
        {
            if (Stands(fact, known) && !(rival is { Match.Held: >= VeryPlace })) return null;
            if (!(rival is { Match.Held: >= VeryPlace }) && WritersNumbers.Explain(fact, sentence, evidence)) return null;
            if (fact.Kind == FactKind.Name && NameScanner.IsKnown(fact.Printed, evidence.Folded, known.Folded)) return null;
            if (fact.Kind == FactKind.Name && !(rival is { Match.Held: >= VeryPlace }) && IsWritten(fact, evidence, known)) return null;
            return rival is { Match.Held: >= SamePlace } ? Exchanged(fact, rival.Value.Fact) : Missing(fact);
        }
        if (Beside(fact, sentence, evidence, places, matches, same.Value, alignment) is { } exact) return Exchanged(fact, exact);
        if (Speaking(fact, places, matches, alignment) is { } other && !(Stands(fact, known) && rival!.Value.Match.Held < VeryPlace)) return Exchanged(fact, other);
        return fact.Kind == FactKind.Quantity
            ? BoundCheck.Check(fact, sentence, evidence, [same.Value.Fact, .. places.Where((one, i) => fact.SaysSameAs(one) && matches[i].Fit >= same.Value.Match.Fit - WideMargin)], same.Value.Match.Held)
            : null;
    }

    private static (Fact Fact, PlaceMatch Match)? Best(List<Fact> places, PlaceMatch[] matches, Func<Fact, bool> which)
    {
        (Fact Fact, PlaceMatch Match)? best = null;
        for (var i = 0; i < places.Count; i++)
        {
            if (which(places[i]) && (best is null || matches[i].Fit > best.Value.Match.Fit)) best = (places[i], matches[i]);
        }
        return best;
    }

    /// <summary>Another value that stands between the very characters of the sentence, where no place of the same value does; null where there is none.</summary>
    private static Fact? Beside(Fact fact, GroundingText sentence, GroundingText evidence, List<Fact> places, PlaceMatch[] matches, (Fact Fact, PlaceMatch Match) own, ContextAlignment alignment)
    {
        var alike = places.ConvertAll(place => NearWords.Similarity(sentence.Folded, fact.Start, fact.End, evidence.Folded, place.Start, place.End));
        var best = places.Select((place, i) => fact.SaysSameAs(place) ? alike[i] : 0).Max();
        for (var i = 0; i < places.Count; i++)
        {
            if (fact.SaysSameAs(places[i]) || alike[i] < SameCharacters || alike[i] <= best + OtherCharacters || matches[i].Fit < own.Match.Fit - AsGood) continue;
            var (forOwn, forOther) = alignment.Weigh((fact.Start, fact.End), (own.Fact.Start, own.Fact.End), (places[i].Start, places[i].End));
            if (forOwn <= Math.Max(forOther, Telling) / 2) return places[i];
        }
        return null;
    }

    /// <summary>Another value whose place the words around speak for, while next to nothing speaks for the place of this one; null where there is none.</summary>
    private static Fact? Speaking(Fact fact, List<Fact> places, PlaceMatch[] matches, ContextAlignment alignment)
    {
        var telling = fact.Kind is FactKind.Name or FactKind.Date ? 2 * Telling : Telling;
        var own = places.FindAll(fact.SaysSameAs);
        for (var i = 0; i < places.Count; i++)
        {
            if (fact.SaysSameAs(places[i]) || matches[i].Held < LikePlace) continue;
            if (own.TrueForAll(one => alignment.Weigh((fact.Start, fact.End), (one.Start, one.End), (places[i].Start, places[i].End)) is var (forOwn, forOther) && forOther >= telling && forOwn <= forOther * Doubt)) return places[i];
        }
        return null;
    }

    /// <summary>三十日 may have been put for 二十个工作日.</summary>
    private static bool AreDurations(Fact one, Fact other) => one.Kind == FactKind.Quantity && other.Kind == FactKind.Quantity && IsDuration(one.Unit) && IsDuration(other.Unit);

    private static bool IsDuration(string unit) => unit is "日" or "工作日" or "个月" or "小时" or "周" or "季度";

    private static bool IsRival(Fact fact, Fact other) => fact.Kind switch
    {
        FactKind.Quantity => other.Unit.Length > 0 || fact.Unit.Length == 0,
        FactKind.Provision => fact.Key[0] == other.Key[0],
        _ => true,
    };

    private static bool Stands(Fact fact, GroundingText text) => text.Facts.Any(fact.SaysSameAs);

    /// <summary>Names are guessed from their endings: one whose characters mostly stand in the clause side by side is no other name.</summary>
    private static bool IsWritten(Fact name, GroundingText evidence, GroundingText known)
    {
        // 财政部门 may stand for 财政局: what it deals with must be there.
        if (name.Printed.EndsWith("部门", StringComparison.Ordinal) && name.Printed is [.., var first, var second, _, _]) return evidence.Has(first, second) || known.Has(first, second);
        return PairShare(name.Printed, evidence, known) >= 0.6;
    }

    private static double PairShare(string words, GroundingText evidence, GroundingText known)
    {
        var pairs = words.Length - 1;
        return pairs < 1 ? 0 : (double)Enumerable.Range(0, pairs).Count(i => evidence.Has(words[i], words[i + 1]) || known.Has(words[i], words[i + 1])) / pairs;
    }

    /// <summary>A title may be cited short: without 中华人民共和国, or by its last words.</summary>
    private static bool HasTitle(GroundingText text, string title) =>
        text.Contains(title) || (title.StartsWith("中华人民共和国", StringComparison.Ordinal) && title.Length > 8 && text.Contains(title[7..]));

    private static GroundingVerdict Missing(Fact fact) => new(GroundingProblem.NotInClause, fact.Printed, "", 0);

    private static GroundingVerdict Exchanged(Fact fact, Fact source) => new(GroundingProblem.OtherInClause, fact.Printed, source.Printed, 0);
}
