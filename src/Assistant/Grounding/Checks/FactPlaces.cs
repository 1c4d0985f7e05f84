using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>A fact of a sentence and the places of the clause that it may speak of: those that say the same, and those it could have been exchanged for.</summary>
internal sealed class FactPlaces
{
    // So many pairs of characters around a number must speak for another place, and no more than this share of them for its own: then the sentence has
    // exchanged the two. Names and dates stand further from what is said of them and need twice as many.
    private const double Telling = 1;
    private const double Doubt = 0.25;

    // The share of the words around a number that another place must hold to be thought of where next to nothing speaks for the number's own place.
    private const double LikePlace = 0.35;

    // The very characters beside another value, and not beside this one: then places that fit as well do not excuse it (1—3家).
    private const double SameCharacters = 0.95;
    private const double OtherCharacters = 0.08;
    private const double AsGood = 0.1;

    // How much more of what stands beside its own place a sentence must tell, and what another number there counts for, in pairs of characters.
    private const double ToldBetter = 0.15;
    private const int OtherNumber = 2;

    private readonly Fact _fact;
    private readonly GroundingText _sentence;
    private readonly GroundingText _evidence;
    private readonly ContextAlignment _alignment;
    private readonly List<Fact> _places;
    private readonly PlaceMatch[] _matches;

    public FactPlaces(Fact fact, GroundingText sentence, GroundingText evidence, ContextAlignment alignment)
    {
        (_fact, _sentence, _evidence, _alignment) = (fact, sentence, evidence, alignment);
        // The number of a list's item is in nobody's place.
        _places = [.. evidence.Facts.Where(other => fact.SaysSameAs(other) || ((fact.IsComparableTo(other) || AreDurations(fact, other)) && IsRival(fact, other))).Take(ContextAlignment.MostPlaces)];
        // 县级人民政府民政部门 is one body, of which the scanner makes two.
        if (fact.Kind == FactKind.Name) _places.RemoveAll(place => !fact.SaysSameAs(place) && _places.Exists(other => (other.Start == place.End || other.End == place.Start) && fact.SaysSameAs(other)));
        _matches = alignment.Match((fact.Start, fact.End), _places.ConvertAll(place => (place.Start, place.End)));
        Own = Best(fact.SaysSameAs);
        Rival = Best(other => !fact.SaysSameAs(other));
    }

    /// <summary>The place of the same value that fits best; null where the clause does not have the value.</summary>
    public (Fact Fact, PlaceMatch Match)? Own { get; }

    /// <summary>The place of another value that fits best; null where there is none.</summary>
    public (Fact Fact, PlaceMatch Match)? Rival { get; }

    /// <summary>The places of the same value that fit, but for <paramref name="margin"/>, as well as the best of them.</summary>
    public IEnumerable<Fact> OwnWithin(double margin) => _places.Where((place, i) => _fact.SaysSameAs(place) && _matches[i].Fit >= Own!.Value.Match.Fit - margin);

    /// <summary>Another value that stands between the very characters of the sentence, where no place of the same value does; null where there is none.</summary>
    public Fact? Beside()
    {
        var alike = _places.ConvertAll(place => NearWords.Similarity(_sentence.Folded, _fact.Start, _fact.End, _evidence.Folded, place.Start, place.End));
        var (own, best) = (Own!.Value, _places.Select((place, i) => _fact.SaysSameAs(place) ? alike[i] : 0).Max());
        for (var i = 0; i < _places.Count; i++)
        {
            if (_fact.SaysSameAs(_places[i]) || alike[i] < SameCharacters || alike[i] <= best + OtherCharacters || _matches[i].Fit < own.Match.Fit - AsGood) continue;
            var (forOwn, forOther) = Weigh(own.Fact, _places[i]);
            if (forOwn <= Math.Max(forOther, Telling) / 2) return IsToldBetter(_places[i]) ? null : _places[i];
        }
        return null;
    }

    /// <summary>Another value whose place the words around speak for, while next to nothing speaks for the place of this one; null where there is none.</summary>
    public Fact? Speaking()
    {
        var telling = _fact.Kind is FactKind.Name or FactKind.Date ? 2 * Telling : Telling;
        var own = _places.FindAll(_fact.SaysSameAs);
        for (var i = 0; i < _places.Count; i++)
        {
            if (_fact.SaysSameAs(_places[i]) || _matches[i].Held < LikePlace) continue;
            if (own.TrueForAll(one => Weigh(one, _places[i]) is var (forOwn, forOther) && forOther >= telling && forOwn <= forOther * Doubt)) return IsToldBetter(_places[i]) || IsTaken(_places[i]) ? null : _places[i];
        }
        return null;
    }

    private (double Own, double Other) Weigh(Fact own, Fact other) => _alignment.Weigh((_fact.Start, _fact.End), (own.Start, own.End), (other.Start, other.End));

    private (Fact Fact, PlaceMatch Match)? Best(Func<Fact, bool> which)
    {
        (Fact Fact, PlaceMatch Match)? best = null;
        for (var i = 0; i < _places.Count; i++)
        {
            if (which(_places[i]) && (best is null || _matches[i].Fit > best.Value.Match.Fit)) best = (_places[i], _matches[i]);
        }
        return best;
    }

    /// <summary>
    /// Whether the sentence tells what the clause says beside the fact's own place, and leaves out what it says beside the rival's: later members of a list drop what
    /// the first one says for all (甲类的标准不低于50%，乙类的不低于30%), so the words they share speak for the first alone.
    /// </summary>
    private bool IsToldBetter(Fact rival) => _places.Where(_fact.SaysSameAs).Max(Told) >= Told(rival) + ToldBetter;

    /// <summary>The share of what stands beside a place of the clause that the sentence has as well; 0 where nothing stands beside it.</summary>
    private double Told(Fact place)
    {
        var (start, end) = _evidence.Stretches.Around(place.Start, place.End, Stretch.Part);
        var bound = BoundScanner.StartOf(_evidence.Folded, place.Start);
        var (from, to) = _sentence.Stretches.Around(_fact.Start, _fact.End, Stretch.Sentence);
        var said = _sentence.Folded.AsSpan(from, to - from);
        int found = 0, all = 0;
        for (var i = start; i + 1 < end; i++)
        {
            if (!_evidence.IsWord(i) || !_evidence.IsWord(i + 1) || (i + 1 >= bound && i < place.Start)) continue;
            all++;
            if (said.IndexOf(_evidence.Folded.AsSpan(i, 2)) >= 0) found++;
        }
        foreach (var other in _evidence.Facts)
        {
            if (other == place || other.Start < start || other.End > end || place.IsComparableTo(other) || other.Kind is not (FactKind.Quantity or FactKind.Date or FactKind.Latin)) continue;
            all += OtherNumber;
            if (_sentence.Facts.Any(one => one.Start >= from && one.End <= to && one.SaysSameAs(other))) found += OtherNumber;
        }
        return all == 0 ? 0 : (double)found / all;
    }

    /// <summary>Whether the sentence tells the rival's value as well, and in the rival's place rather than in that of the fact: 从8类扩大到12类 exchanges nothing.</summary>
    private bool IsTaken(Fact rival)
    {
        if (_fact.Kind is not (FactKind.Quantity or FactKind.Date)) return false;
        List<(int, int)> both = [(rival.Start, rival.End), .. _places.Where(_fact.SaysSameAs).Select(place => (place.Start, place.End))];
        return _sentence.Facts.Where(other => other != _fact && other.SaysSameAs(rival)).Any(other => _alignment.Match((other.Start, other.End), both) is var matches && matches[0].Fit > matches[1..].Max(match => match.Fit));
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
}
