using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>
/// Whether what the sentence affirms is affirmed by the clause, and what it denies is denied there: 适用 where the clause has 不适用, 视为不同意 for 视为同意.
/// Where an act stands in the clause both ways, the place that the words around speak for decides.
/// </summary>
internal static class DenialCheck
{
    private const int MostPlaces = 8;

    // The share of the words around it that the place must hold, and how much better than any place that says otherwise it must fit.
    private const double SamePlace = 0.6;
    private const double Margin = 0.25;

    // The one character before an act, so the last of 拒绝 and 禁止 too.
    private const string Denying = "不未无非免没勿拒绝禁止";

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var text = evidence.Folded;
        ContextAlignment? alignment = null;
        foreach (var act in Acts(evidence))
        {
            var at = sentence.Folded.IndexOf(act, StringComparison.Ordinal);
            if (at < 0) continue;
            var isDenied = IsDenied(sentence, at);
            // A sentence that denies something else may mean just that: 发生过事故的不符合条件.
            if (!isDenied && sentence.ModalWords.Any(word => word.Modality is Modality.Denial or Modality.Prohibition)) continue;
            var places = text.PlacesOf(act).Take(MostPlaces).ToList();
            var matches = (alignment ??= new ContextAlignment(sentence, evidence, ContextWeights.OfFacts)).Match((at, at + act.Length), places.ConvertAll(place => (place, place + act.Length)));
            var (best, other) = (-1, 0.0);
            for (var i = 0; i < places.Count; i++)
            {
                if (IsDenied(evidence, places[i]) == isDenied) other = Math.Max(other, matches[i].Fit);
                else if (best < 0 || matches[i].Fit > matches[best].Fit) best = i;
            }
            if (best < 0 || matches[best].Held < SamePlace || matches[best].Fit < other + Margin) continue;
            // What is excepted from a rule is rightly told by its denial.
            if (evidence.MakesExceptionAt(places[best])) continue;
            return new GroundingVerdict(GroundingProblem.OtherModality, isDenied ? sentence.Folded[(at - 1)..(at + act.Length)] : act, text[Math.Max(0, places[best] - 1)..(places[best] + act.Length)], 0);
        }
        return null;
    }

    /// <summary>The first two characters of what the clause denies in so many words: 不适用, 未发生, 不受理.</summary>
    private static HashSet<string> Acts(GroundingText evidence)
    {
        var acts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in evidence.ModalWords)
        {
            // 未经批准不得占用 is told as 占用须经批准.
            if (word.End < evidence.Folded.Length && evidence.Folded[word.End] is '经' or '取' or '获' or '办') continue;
            if (word is { IsWeak: true, Modality: Modality.Denial } && word.End + 2 <= evidence.Folded.Length && evidence.Folded.AsSpan(word.End, 2) is var act && HanText.IsHan(act[0]) && HanText.IsHan(act[1])) acts.Add(act.ToString());
        }
        return acts;
    }

    private static bool IsDenied(GroundingText text, int at) => at > 0 && (Denying.Contains(text.Folded[at - 1], StringComparison.Ordinal) || (at > 1 && text.Folded[at - 2] is '不' or '未' && text.Folded[at - 1] is '再' or '予' or '得' or '能' or '应' or '可' or '会' or '需' or '须' or '被'));
}
