using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>
/// 不得, 应当, 可以 and 鼓励 must govern the same acts in the sentence as in the cited text. Where the clause has the sentence's words beside such a word, that
/// word decides; else the parts of the clause that tell the same act do, with the words that govern them.
/// </summary>
internal static class ModalityCheck
{
    // The act stands behind the word, so the words behind count for more.
    private const double ActWeight = 2;
    private const double SamePlace = 0.85;

    // The share of the words around it that a place of the clause must hold to be telling the same act, and how much less another may fit that tells it as well.
    private const double SameAct = 0.5;
    private const double SureAct = 0.7;
    private const double AsGood = 0.12;
    private const double Doubt = 0.4;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var acts = new Lazy<List<GovernedPlace>>(() => GovernedPlace.All(evidence));
        var alignment = new ContextAlignment(sentence, evidence, ContextWeights.OfActs);
        foreach (var word in sentence.ModalWords)
        {
            if (word.Modality is Modality.Denial || (word.End < sentence.Folded.Length && word.Modality is Modality.Prohibition && sentence.Folded[word.End] is '只' or '仅' or '单')) continue;
            if (TurnedRound.Explains(word, sentence, evidence)) continue;
            if (Contradicts(word, sentence, evidence) is { } source) return new GroundingVerdict(GroundingProblem.OtherModality, Printed(word, sentence), source, 0);
            if (AtSamePlace(word, sentence, evidence, out var problem) ? problem is not null : (problem = OfSameAct(word, sentence, evidence, acts.Value, alignment)) is not null) return problem;
        }
        return LostProhibition.Check(sentence, evidence);
    }

    /// <summary>应当作虚假… where the clause has 不得作虚假… and the act nowhere else: the clause's word; null otherwise.</summary>
    private static string? Contradicts(ModalWord word, GroundingText sentence, GroundingText evidence)
    {
        const int act = 3;
        if (word.IsWeak || word.Modality is not (Modality.Prohibition or Modality.Duty or Modality.Permission) || word.End + act > sentence.Folded.Length) return null;
        var words = sentence.Folded.Substring(word.End, act);
        var at = evidence.Folded.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || !words.All(HanText.IsHan) || evidence.Folded.IndexOf(words, at + 1, StringComparison.Ordinal) >= 0) return null;
        return evidence.ModalWords.FirstOrDefault(other => other.End == at && !other.IsWeak) is { Modality: Modality.Prohibition or Modality.Duty or Modality.Permission } source
            && (source.Modality is Modality.Prohibition) != (word.Modality is Modality.Prohibition) ? Printed(source, evidence) : null;
    }

    /// <summary>Whether the clause has a place with nearly the same words beside it; then what governs it there.</summary>
    private static bool AtSamePlace(ModalWord word, GroundingText sentence, GroundingText evidence, out GroundingVerdict? problem)
    {
        var places = evidence.ModalWords.Where(one => !IsCondition(evidence, one) || IsCondition(sentence, word)).Take(ContextAlignment.MostPlaces).Select(one => (one.Modality, Printed: evidence.Folded[one.Start..one.End], Alike: Alike(one.Start, one.End))).ToList();
        // The act may stand in the clause with no such word before it.
        foreach (var at in Places(sentence.Folded, word.End, evidence.Folded))
        {
            if (!evidence.ModalWords.Any(modal => modal.End == at)) places.Add((GovernedPlace.Before(evidence, at)?.Modality ?? Modality.None, "", Alike(at, at)));
        }
        var best = places.Count == 0 ? 0 : places.Max(place => place.Alike);
        problem = null;
        if (best < SamePlace) return false;
        var close = places.Where(place => place.Alike >= best - (best >= 0.95 ? 0.03 : 0.1)).ToList();
        if (close.Exists(place => Agree(word.Modality, new HashSet<Modality> { place.Modality })) || TurnedRound.Consents(word, sentence, evidence)) return true;
        if (close.TrueForAll(place => place.Modality == Modality.None)) return false;
        problem = new GroundingVerdict(GroundingProblem.OtherModality, Printed(word, sentence), close[0].Printed, 0);
        return true;

        double Alike(int start, int end) => NearWords.Similarity(sentence.Folded, word.Start, word.End, evidence.Folded, start, end, 1, ActWeight);
    }

    /// <summary>不能当场答复的，…: says when a rule applies, and is none.</summary>
    private static bool IsCondition(GroundingText text, ModalWord word)
    {
        var (_, end) = text.Stretches.Around(word.Start, word.End, Stretch.Part);
        return end < text.Folded.Length && text.Folded[end] == ',' && text.Folded[end - 1] == '的';
    }

    private static GroundingVerdict? OfSameAct(ModalWord word, GroundingText sentence, GroundingText evidence, List<GovernedPlace> places, ContextAlignment alignment)
    {
        var matches = alignment.Match((word.Start, word.End), places.ConvertAll(place => (place.Start, place.End)));
        if (matches.Length == 0) return null;
        var best = matches.MaxBy(match => match.Fit);
        if (best.Held < (word.IsWeak ? SureAct : SameAct)) return null;
        var same = places.Where((_, i) => matches[i].Fit >= best.Fit - AsGood).ToList();
        var first = places[Array.FindIndex(matches, match => match == best)];
        // A part that nothing governs may be told with 应当 or 可以; beside one that something governs it decides nothing.
        var modalities = same.SelectMany(place => place.Modalities).Where(modality => modality is not Modality.None || first.Modalities.Contains(Modality.None)).ToHashSet();
        if (places.Exists(place => place.Modalities.Contains(word.Modality) && SpeaksAsMuch(place))) return null;
        if (Agree(word.Modality, modalities) || TurnedRound.Consents(word, sentence, evidence) || TurnedRound.Excepts(word, sentence, evidence, first) || TurnedRound.Chooses(word, sentence, evidence, same)) return null;
        // A clause that merely states the act forbids it in words of its own (拒绝, 未), or the sentence made the prohibition up.
        if (word.Modality is Modality.Prohibition && same.Exists(place => place.Part(evidence).IndexOfAny(RuleWords.Denying) >= 0)) return null;
        if (modalities.Count == 1 && modalities.Contains(Modality.None) && best.Held < SureAct) return null;
        return new GroundingVerdict(GroundingProblem.OtherModality, Printed(word, sentence), same.Select(place => place.Printed).FirstOrDefault(printed => printed.Length > 0) ?? "", 0);

        // A place that says the same and has words of the sentence that the best has not may be the one meant.
        bool SpeaksAsMuch(GovernedPlace place)
        {
            var (forPlace, forFirst) = alignment.Weigh((word.Start, word.End), (place.Start, place.End), (first.Start, first.End));
            return forPlace > forFirst * Doubt;
        }
    }

    private static bool Agree(Modality said, HashSet<Modality> source) => source.Contains(said) || said switch
    {
        // A duty is often told without its word, and a clause often states one without it.
        Modality.Duty or Modality.Encouragement or Modality.Permission => source.Contains(Modality.None),
        Modality.Prohibition => source.Contains(Modality.Denial),
        _ => false,
    };

    private static string Printed(ModalWord word, GroundingText sentence) => sentence.Folded[word.Start..word.End];

    /// <summary>Where the first two characters of the act stand in the clause; at most a few places are looked at.</summary>
    private static IEnumerable<int> Places(string sentence, int act, string evidence)
    {
        if (act + 2 > sentence.Length) yield break;
        var start = sentence.Substring(act, 2);
        var at = -1;
        for (var i = 0; i < 8 && (at = evidence.IndexOf(start, at + 1, StringComparison.Ordinal)) >= 0; i++) yield return at;
    }
}
