namespace Assistant.Answering.Grounding;

/// <summary>不得, 应当, 可以, 鼓励 and plain denial must govern the same acts in the sentence as in the cited text.</summary>
internal static class ModalityCheck
{
    // The act stands after the word, so the words after count for more; below this it is not clear that the same act is spoken of.
    private const double SameAct = 0.45;
    private const double SurelySameAct = 0.8;
    private const double ActWeight = 2;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        if (sentence.ModalWords.Count == 0 && !evidence.ModalWords.Any(word => word.Modality == Modality.Prohibition)) return null;
        var around = new Lazy<HashSet<Modality>>(() => OfNearestSentences(sentence, evidence));
        foreach (var word in sentence.ModalWords)
        {
            if ((Find(word, sentence, evidence, around) ?? Foreign(word, around, sentence, evidence)) is { } problem) return problem;
        }
        foreach (var word in evidence.ModalWords)
        {
            if (word.Modality is Modality.Prohibition && !word.IsWeak && LosesProhibition(word, evidence, sentence))
                return new GroundingVerdict(GroundingProblem.OtherModality, "", evidence.Folded[word.Start..Math.Min(word.End + 6, evidence.Folded.Length)], 0);
        }
        return null;
    }

    private static GroundingVerdict? Find(ModalWord word, GroundingText sentence, GroundingText evidence, Lazy<HashSet<Modality>> around)
    {
        double best = 0;
        var places = new List<(double Alike, Modality Modality, string Printed)>();
        foreach (var candidate in evidence.ModalWords)
            Add(candidate.Modality, candidate.Start, candidate.End, evidence.Folded[candidate.Start..candidate.End]);
        // The act may stand in the clause with no such word before it, or under one further to the left.
        foreach (var at in Places(sentence.Folded, word.End, evidence.Folded))
        {
            if (evidence.ModalWords.Any(modal => modal.End == at)) continue;
            var governing = Governing(evidence, at);
            Add(governing?.Modality ?? Modality.None, at, at, governing is { } modal ? evidence.Folded[modal.Start..modal.End] : "");
        }
        if (best < SameAct)
        {
            // Nowhere the same act: a strong word that the clause does not use at all has been made up.
            return !word.IsWeak && word.Modality is Modality.Prohibition && !evidence.ModalWords.Any(modal => modal.Modality is Modality.Prohibition or Modality.Denial)
                ? new GroundingVerdict(GroundingProblem.OtherModality, Printed(), "", 0)
                : null;
        }
        // At the very words of the clause only they count; a paraphrase may be as like to two places.
        var close = places.Where(place => place.Alike >= best - (best >= 0.95 ? 0.03 : 0.1)).ToList();
        if (close.Exists(place => Agree(word.Modality, place.Modality))) return null;
        if (word.IsWeak && word.Modality is Modality.Denial && best < 0.7) return null;
        if (word.IsWeak && word.Modality is Modality.Duty && close.TrueForAll(place => place.Modality == Modality.Denial)) return null;
        // The act alone was found, in other surroundings: then what its sentence says of acts decides (禁止下列行为：… 挖沙).
        if (best < SurelySameAct && close.TrueForAll(place => place.Modality == Modality.None) && around.Value.Contains(word.Modality)) return null;
        if (TurnedRound(word, close.TrueForAll(place => place.Modality == Modality.None), sentence, evidence)) return null;
        return new GroundingVerdict(GroundingProblem.OtherModality, Printed(), close[0].Printed, 0);

        void Add(Modality modality, int start, int end, string printed)
        {
            var alike = Surroundings.Similarity(sentence.Folded, word.Start, word.End, evidence.Folded, start, end, 1, ActWeight);
            best = Math.Max(best, alike);
            places.Add((alike, modality, printed));
        }

        string Printed() => sentence.Folded[word.Start..word.End];
    }

    /// <summary>
    /// A reordered sentence leaves no place to compare, but the clause's sentence it retells has words of its own: 可以 does not come out of one that
    /// only forbids.
    /// </summary>
    private static GroundingVerdict? Foreign(ModalWord word, Lazy<HashSet<Modality>> around, GroundingText sentence, GroundingText evidence)
    {
        if (word.IsWeak || word.Modality == Modality.Denial || around.Value.Count == 0 || RequiresConsent(word, sentence)) return null;
        return around.Value.Contains(word.Modality) || (word.Modality == Modality.Prohibition && around.Value.Contains(Modality.Denial))
            || OfNearestSentences(new GroundingText(PartAround(sentence.Folded, word)), evidence).Contains(word.Modality)
            ? null
            : new GroundingVerdict(GroundingProblem.OtherModality, sentence.Folded[word.Start..word.End], "", 0);
    }

    /// <summary>A sentence may retell two of the clause's, one on each side of its semicolon.</summary>
    private static string PartAround(string sentence, ModalWord word)
    {
        var start = sentence.LastIndexOf(';', word.Start) + 1;
        var end = sentence.IndexOf(';', word.End);
        return sentence[start..(end < 0 ? sentence.Length : end)];
    }

    /// <summary>The modalities of the sentences of the clause that share most with the sentence; empty where none of their words is strong.</summary>
    private static HashSet<Modality> OfNearestSentences(GroundingText sentence, GroundingText evidence)
    {
        var parts = evidence.Folded.Split('。', '\n').Select(part => (Part: part, Share: CoverageCheck.PairShare(sentence, part))).Where(one => one.Share > 0).ToList();
        if (parts.Count == 0) return [];
        var best = parts.Max(one => one.Share);
        var words = parts.Where(one => one.Share >= best * 0.5).SelectMany(one => ModalityScanner.Scan(one.Part)).ToList();
        return words.Exists(word => !word.IsWeak)
            ? [.. words.Where(word => !word.IsWeak || word.Modality != Modality.Duty || evidence.Contains("须")).Select(word => word.Modality)]
            : [];
    }

    /// <summary>Where the first two characters of the act stand in the clause; at most a few places are looked at.</summary>
    private static IEnumerable<int> Places(string sentence, int act, string evidence)
    {
        if (act + 2 > sentence.Length) yield break;
        var start = sentence.Substring(act, 2);
        var at = -1;
        for (var i = 0; i < 8 && (at = evidence.IndexOf(start, at + 1, StringComparison.Ordinal)) >= 0; i++) yield return at;
    }

    private static ModalWord? Governing(GroundingText evidence, int at)
    {
        ModalWord? found = null;
        foreach (var word in evidence.ModalWords)
        {
            if (word.End > at) break;
            if (at - word.End <= 40 && !evidence.Folded.AsSpan(word.End, at - word.End).ContainsAny("。；;\n")) found = word;
        }
        return found;
    }

    private static bool Agree(Modality said, Modality source) => said == source || (said, source) switch
    {
        // A duty is often told without its word, and a clause often states one without it.
        (Modality.Duty or Modality.Encouragement or Modality.Permission, Modality.None) => true,
        (Modality.Prohibition, Modality.Denial) or (Modality.Denial, Modality.Prohibition) => true,
        _ => false,
    };

    /// <summary>The same rule from the other side: 须经批准 for 未经批准不得, 场所禁止某人进入 for 某人不得进入场所.</summary>
    private static bool TurnedRound(ModalWord word, bool isUngoverned, GroundingText sentence, GroundingText evidence)
    {
        if (word.Modality is Modality.Duty) return RequiresConsent(word, sentence) && evidence.Contains("未经");
        if (!isUngoverned || word.Modality is not (Modality.Prohibition or Modality.Denial)) return false;
        foreach (var other in evidence.ModalWords)
        {
            if (other.Modality != Modality.Prohibition || other.End + 2 > evidence.Folded.Length) continue;
            if (sentence.Folded.IndexOf(evidence.Folded.Substring(other.End, 2), word.End, StringComparison.Ordinal) >= 0) return true;
        }
        return false;
    }

    private static bool RequiresConsent(ModalWord word, GroundingText sentence) => string.CompareOrdinal(sentence.Folded, word.End, "经", 0, 1) == 0;

    /// <summary>The forbidden act stands in the sentence, and nothing there forbids or denies it.</summary>
    private static bool LosesProhibition(ModalWord word, GroundingText evidence, GroundingText sentence)
    {
        const int act = 5;
        if (word.End + act > evidence.Folded.Length) return false;
        var words = evidence.Folded.Substring(word.End, act);
        if (!words.All(char.IsLetterOrDigit)) return false;
        var at = sentence.Folded.IndexOf(words, StringComparison.Ordinal);
        if (at < 0 || sentence.ModalWords.Any(modal => modal.Modality is Modality.Prohibition or Modality.Denial || RequiresConsent(modal, sentence))) return false;
        // The same act may also stand elsewhere in the clause, free.
        var free = evidence.Folded.IndexOf(words, StringComparison.Ordinal);
        while (free >= 0 && Governing(evidence, free)?.Modality is Modality.Prohibition) free = evidence.Folded.IndexOf(words, free + 1, StringComparison.Ordinal);
        return free < 0;
    }
}
