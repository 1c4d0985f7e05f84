using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Alignment;

/// <summary>How well a place of a clause fits a place of a sentence.</summary>
/// <param name="Fit">Against the other places: 1 where all words around the sentence's place that stand around any of them stand around this one.</param>
/// <param name="Held">By itself: the share of all the words around the sentence's place that stand around this one.</param>
internal readonly record struct PlaceMatch(double Fit, double Held);

/// <summary>
/// Which place of a clause a place of a sentence speaks of. Two places are alike as far as the pairs of characters around them are the same: those in the
/// same item count for more than those in the same part, and so outwards, and a pair that stands around every place tells none of them apart. Other
/// numbers around count like words.
/// </summary>
/// <param name="weights">What a pair counts for by where it stands.</param>
internal sealed class ContextAlignment(GroundingText said, GroundingText evidence, ContextWeights weights)
{
    // Of a pair that stands around every place: without it, places told apart by nothing could not be compared at all.
    private const double Common = 0.1;

    /// <summary>No clause has more places of one kind that are worth telling apart; callers look at the first so many.</summary>
    public const int MostPlaces = 120;

    // A number beside the place tells as much as a word of some pairs: the 50% of 超过50%的部分，按40%征税.
    private const double FactWeight = 2;
    private const long Facts = 1L << 40;
    private const long Bounds = 1L << 42;

    // What is left of a word's weight where another number stands nearer to it.
    private const double Owned = 0.5;

    // The character before the place.
    private const double Beside = 2;
    private const long Neighbours = 1L << 41;

    private readonly Dictionary<(int, int), Dictionary<long, double>> _contexts = [];
    private readonly Dictionary<(int, int), Dictionary<long, double>> _sought = [];

    /// <summary>One match for each of the places, in their order.</summary>
    public PlaceMatch[] Match((int Start, int End) place, IReadOnlyList<(int Start, int End)> places)
    {
        var sought = Sought(place);
        var contexts = places.Select(Known).ToList();
        var (fits, held) = (new double[places.Count], new double[places.Count]);
        double allFits = 0, allHeld = 0;
        foreach (var (pair, weight) in sought)
        {
            double best = 0, sum = 0;
            foreach (var context in contexts)
            {
                var here = Math.Min(weight, context.GetValueOrDefault(pair));
                best = Math.Max(best, here);
                sum += here;
            }
            allHeld += weight;
            if (best == 0) continue;
            // The share of the places that lack the pair: what it tells apart.
            var telling = Common + (1 - Common) * (1 - sum / (best * contexts.Count));
            allFits += best * telling;
            for (var i = 0; i < fits.Length; i++)
            {
                // Near the one place and far from the other is no more than far from both.
                var here = Math.Min(weight, contexts[i].GetValueOrDefault(pair));
                fits[i] += here * telling;
                held[i] += here > 0 ? weight : 0;
            }
        }
        return [.. fits.Select((fit, i) => new PlaceMatch(allFits > 0 ? fit / allFits : 1, allHeld > 0 ? held[i] / allHeld : 0))];
    }

    /// <summary>What around the place of the sentence speaks for the one of two places of the clause and not for the other, and the other way round: in pairs of characters, counted by nearness.</summary>
    public (double One, double Other) Weigh((int Start, int End) place, (int Start, int End) one, (int Start, int End) other)
    {
        var (first, second) = (Known(one), Known(other));
        double forOne = 0, forOther = 0;
        foreach (var (pair, weight) in Sought(place))
        {
            var difference = Math.Min(weight, first.GetValueOrDefault(pair)) - Math.Min(weight, second.GetValueOrDefault(pair));
            if (difference > 0) forOne += difference;
            else forOther -= difference;
        }
        return (forOne, forOther);
    }

    private Dictionary<long, double> Sought((int Start, int End) place) => _sought.TryGetValue(place, out var known) ? known : _sought[place] = Context(said, place);

    private Dictionary<long, double> Known((int Start, int End) place) => _contexts.TryGetValue(place, out var known) ? known : _contexts[place] = Context(evidence, place);

    private Dictionary<long, double> Context(GroundingText text, (int Start, int End) place)
    {
        var context = new Dictionary<long, double>();
        var fact = text.Facts.FirstOrDefault(one => one.Start == place.Start && one.End == place.End && one.Kind is FactKind.Quantity);
        var rivals = fact is null ? [] : text.Facts.Where(other => other != fact && fact.Unit.Length > 0 && Math.Abs(other.Start - fact.Start) <= 2 * TextStretches.Furthest && fact.IsComparableTo(other)).ToList();
        // From the widest stretch inwards: a pair that stands in several counts for the narrowest.
        Around(Stretch.Sentence, weights.SentenceBefore, weights.SentenceBehind);
        Around(Stretch.Segment, weights.SegmentBefore, weights.SegmentBehind);
        Around(Stretch.Part, weights.Part, weights.Part);
        Around(Stretch.Item, weights.Item, weights.Item);
        // 到2030年 and 较2020年.
        if (place.Start > 0 && text.IsWord(place.Start - 1)) Add(Neighbours | text.Folded[place.Start - 1], Beside);
        return context;

        // What stands in an item with a number of its own is said of that number first.
        double Shared(int at, double weight)
        {
            if (fact is null) return weight;
            var (start, end) = text.Stretches.Around(at, at, Stretch.Item);
            return place.Start >= start && place.End <= end || !rivals.Exists(other => other.Start >= start && other.End <= end) ? weight : weight * Owned;
        }

        void Add(long key, double weight) => context[key] = Math.Max(context.GetValueOrDefault(key), weight);

        void Around(Stretch stretch, double before, double behind)
        {
            var (start, end) = text.Stretches.Around(place.Start, place.End, stretch);
            for (var i = start; i + 1 < end; i++)
            {
                if (!text.IsWord(i) || !text.IsWord(i + 1) || (i >= place.Start && i < place.End)) continue;
                Add(((long)text.Folded[i] << 16) | text.Folded[i + 1], Shared(i, i < place.Start ? before : behind));
            }
            foreach (var other in text.Facts)
            {
                if (other.Kind is not (FactKind.Quantity or FactKind.Date or FactKind.Provision or FactKind.Latin) || other.Start < start || other.End > end || (other.Start < place.End && other.End > place.Start)) continue;
                var weight = (other.Start < place.Start ? before : behind) * FactWeight;
                Add(Facts | (uint)Key(other), weight);
                if (other.Bound is not Bound.None) Add(Bounds | (uint)HashCode.Combine(Key(other), other.Bound is Bound.AtLeast or Bound.Reached), weight);
            }
        }
    }

    private static int Key(Fact fact) => fact.Kind switch { FactKind.Quantity => HashCode.Combine(fact.Values[0], fact.Unit), FactKind.Date => fact.Date.GetHashCode(), _ => fact.Key.GetHashCode(StringComparison.Ordinal) };
}
