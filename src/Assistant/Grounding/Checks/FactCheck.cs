using Assistant.Corpus.Terms;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

using System.Globalization;

namespace Assistant.Grounding.Checks;

/// <summary>Numbers, dates, names and quoted words of a sentence against the cited text: each must stand there, and in the same place.</summary>
internal static class FactCheck
{
    // How much worse than the best a place may fit and still be asked for its bound.
    private const double WideMargin = 0.5;

    // The share of the words around a number that another place must hold to be the place that is spoken of.
    private const double SamePlace = 0.5;

    // …and to be the very place, so that what the title says, or the writer reckons, does not count.
    private const double VeryPlace = 0.8;

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
        if (CountsNothing(fact, evidence)) return null;
        var places = new FactPlaces(fact, sentence, evidence, alignment);
        if (places.Own is not { } own) return Absent(fact, sentence, evidence, known, places.Rival);
        var isVery = places.Rival is { Match.Held: >= VeryPlace };
        var other = places.Beside() ?? (isVery || !Stands(fact, known) ? places.Speaking() : null);
        if (other is not null && !Reckoning.SumsUp(fact, sentence, evidence)) return Exchanged(fact, other);
        var wrong = fact.Kind == FactKind.Quantity ? BoundCheck.Check(fact, sentence, evidence, [own.Fact, .. places.OwnWithin(WideMargin)], own.Match.Held) : null;
        return wrong is not null && fact.Bound is Bound.None && WritersNumbers.Explain(fact, sentence, evidence) ? null : wrong;
    }

    /// <summary>1:1.3 counts nothing with its 1, 第12项 may be the item that begins with 12, and one of something is not counted where the clause merely says 一次.</summary>
    private static bool CountsNothing(Fact fact, GroundingText evidence) =>
        WritersCounts.NamesItem(fact, evidence)
        || (fact.Kind == FactKind.Provision && fact.Key[0] is '项' && evidence.Contains(fact.Key[1..].Split('.')[0] + "."))
        || (fact.Kind == FactKind.Quantity && fact.Values[0] == 1 && (fact.Unit.Length == 0 || (fact.Bound is Bound.None && WritersCounts.IsSingle(fact, evidence))));

    /// <summary>A value that the clause does not have: of its title, worked out by the writer, written otherwise, or wrong.</summary>
    private static GroundingVerdict? Absent(Fact fact, GroundingText sentence, GroundingText evidence, GroundingText known, (Fact Fact, PlaceMatch Match)? rival)
    {
        // The 2012 of GB 16171-2012.
        if (fact is { Kind: FactKind.Date, Date: { Year: > 0, Month: 0 } } && evidence.Contains(fact.Date.Year.ToString(CultureInfo.InvariantCulture))) return null;
        if (fact.Kind == FactKind.Name && NameScanner.IsKnown(fact.Printed, evidence.Folded, known.Folded)) return null;
        if (rival is { Match.Held: >= VeryPlace }) return Exchanged(fact, rival.Value.Fact);
        if (Stands(fact, known) || WritersNumbers.Explain(fact, sentence, evidence) || (fact.Kind == FactKind.Name && IsWritten(fact, evidence, known))) return null;
        return rival is { Match.Held: >= SamePlace } ? Exchanged(fact, rival.Value.Fact) : Missing(fact);
    }

    private static bool Stands(Fact fact, GroundingText text) => text.Facts.Any(fact.SaysSameAs);

    /// <summary>Names are guessed from their endings: one whose characters mostly stand in the clause side by side is no other name.</summary>
    private static bool IsWritten(Fact name, GroundingText evidence, GroundingText known)
    {
        // 财政部门 may stand for 财政局: what it deals with must be there.
        if (name.Printed.EndsWith("部门", StringComparison.Ordinal) && name.Printed is [.., var first, var second, _, _]) return evidence.Has(first, second) || known.Has(first, second);
        // 养老院 may stand for 养老机构.
        if (name.Printed is [var begins, var goesOn, '院']) return evidence.Has(begins, goesOn) || known.Has(begins, goesOn);
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
