using Assistant.Corpus.Text;
using Assistant.Grounding.Alignment;
using Assistant.Grounding.Facts;

namespace Assistant.Grounding.Checks;

/// <summary>Whether a sentence tells a rule without the exception that its clause makes in the same breath (除外, 另有规定) or in the next (但是).</summary>
internal static class ProvisoCheck
{
    private static readonly string[] Told = ["另有", "以外", "之外", "例外", "不适用", "不在此限", "不受此限", "不包括", "不含", "排除", "不在其内", "不在内", "不算在"];

    private static readonly string[] Hedging = ["原则上", "一般", "通常"];

    // No clause makes more exceptions than this.
    private const int Most = 40;

    // How much of the words beside an exception a sentence must hold to be telling that rule.
    private const int Neighbours = 10;
    private const double Held = 0.6;

    // How much of an exception's own words a sentence must hold to be telling it.
    private const double Retold = 0.4;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var text = evidence.Folded;
        // 原则上 of a sentence whose clause does not say it tells that there are exceptions.
        var tells = Told.Any(sentence.Contains) || Hedging.Any(word => sentence.Contains(word) && !evidence.Contains(word)) || MakesException(sentence.Folded) || Contrasts(sentence.Folded);
        // The most that any one sentence of the clause has of this one.
        var best = new Lazy<double>(() => text.Split('。', '\n').Max(part => CoverageCheck.PairShare(sentence, part)));
        return LeftOut(sentence, text, tells, best) ?? (tells ? null : Following(sentence, text, best));
    }

    private static GroundingVerdict? LeftOut(GroundingText sentence, string text, bool tells, Lazy<double> best)
    {
        var exceptions = RuleWords.Excepting.SelectMany(word => text.PlacesOf(word).Select(at => Part(text, at, at + word.Length))).Distinct().Take(Most).ToList();
        foreach (var (start, end) in exceptions)
        {
            // With one exception in the clause any telling of one is of this; with several its own words must be there.
            if (tells && (exceptions.Count == 1 || Holding(sentence, text, start, end, Retold))) continue;
            // Told as a case of its own, from the other side.
            if (Holding(sentence, text, start, end, Held)) continue;
            if (!Tells(sentence, text, start, end) || !IsAbout(sentence, text, end - 1, best)) continue;
            var apart = start == 0 || text[start - 1] is '。' or '\n';
            if (!apart || IsLeading(text, start, end)) return new GroundingVerdict(GroundingProblem.ProvisoLeftOut, "", Trimmed(text[start..end]), 0);
        }
        return null;
    }

    private static GroundingVerdict? Following(GroundingText sentence, string text, Lazy<double> best)
    {
        foreach (var at in text.PlacesOf("但").Take(Most))
        {
            if (at == 0 || text[at - 1] is not (',' or '。' or ';' or '\n' or ')')) continue;
            var proviso = text[at..EndOfSentence(text, at)];
            if (!IsRule(proviso) || Holding(sentence, text, at, at + proviso.Length, Held) || sentence.Contains(proviso[..Math.Min(6, proviso.Length)]) || !Holding(sentence, text, at - Neighbours - 1, at, Held) || !IsAbout(sentence, text, at, best)) continue;
            // An exception in the same sentence limits the rule itself; whatever else follows is pointed out.
            return new GroundingVerdict(text[at - 1] is '。' or '\n' || !Excepts(proviso) ? GroundingProblem.ProvisoFollows : GroundingProblem.ProvisoLeftOut, "", Trimmed(proviso), 0);
        }
        return null;
    }

    /// <summary>A 但 with something behind it.</summary>
    private static bool Contrasts(string text) => text.PlacesOf("但").Any(at => text.AsSpan(at, Math.Min(12, text.Length - at)).ToString().Count(HanText.IsHan) >= 6);

    /// <summary>除…外 and 除外, but not the 除 of 解除 and 扣除.</summary>
    private static bool MakesException(string text)
    {
        for (var at = text.IndexOf('除'); at >= 0; at = text.IndexOf('除', at + 1))
        {
            if ((at == 0 || !"解免扣排清删拆消去废铲根切剔开".Contains(text[at - 1], StringComparison.Ordinal)) && text.AsSpan(at, Math.Min(40, text.Length - at)).Contains('外')) return true;
        }
        return false;
    }

    /// <summary>The part of the sentence, between marks or brackets, that makes the exception.</summary>
    private static (int Start, int End) Part(string text, int wordStart, int wordEnd)
    {
        var start = wordStart;
        while (start > 0 && wordStart - start < 60 && text[start - 1] is not (',' or '。' or ';' or ':' or '\n' or '(')) start--;
        // 除…另有规定外 closes with the 外 and its comma; 另有规定的，从其规定 with the next part.
        var end = wordEnd;
        while (end < text.Length && end - wordEnd < 30 && text[end] is not (',' or '。' or ';' or ')' or '\n')) end++;
        return (start, end);
    }

    private static bool Tells(GroundingText sentence, string text, int start, int end)
    {
        // 除A外，B: the rule stands behind; B，A除外 and B（A除外）: before.
        return IsLeading(text, start, end)
            ? Holding(sentence, text, end, end + Neighbours + 1, Held)
            : Holding(sentence, text, BeforeContrast(text, start) - Neighbours - 1, start, Held);
    }

    private static bool IsLeading(string text, int start, int end) =>
        text.AsSpan(start, Math.Min(12, end - start)).Contains('除') && !text.AsSpan(start, end - start).EndsWith("除外");

    /// <summary>The sentence tells the rule of the very sentence the exception stands in (or follows), not of a neighbour that uses the same words.</summary>
    private static bool IsAbout(GroundingText sentence, string text, int at, Lazy<double> best)
    {
        var start = at;
        while (start > 0 && at - start < 800 && text[start - 1] is not ('。' or '\n')) start--;
        // 但是 may open a sentence of its own: then the one before is meant.
        if (start >= at - 1 && start > 1) for (start--; start > 0 && at - start < 800 && text[start - 1] is not ('。' or '\n'); start--) { }
        var end = text.AsSpan(at).IndexOfAny('。', '\n');
        var own = CoverageCheck.PairShare(sentence, text[start..(end < 0 ? text.Length : at + end)]);
        // A sentence that stands whole in one place is about that place alone; one put together of several may be about each.
        return own >= 0.4 && own >= best.Value * (best.Value >= 0.75 ? 0.9 : 0.5);
    }

    /// <summary>但是，A除外: the rule stands before the 但是.</summary>
    private static int BeforeContrast(string text, int start) =>
        start >= 4 && text.AsSpan(start - 4, 4).Contains('但') ? start - 4 : start;

    /// <summary>Whether the sentence holds that share of the pairs of characters between two places.</summary>
    private static bool Holding(GroundingText sentence, string text, int from, int to, double share)
    {
        from = Math.Max(0, from);
        to = Math.Min(text.Length, to);
        int found = 0, all = 0;
        for (var i = from; i + 1 < to; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) || !char.IsLetterOrDigit(text[i + 1])) continue;
            all++;
            if (sentence.Has(text[i], text[i + 1])) found++;
        }
        return all >= 3 && found >= all * share;
    }

    /// <summary>A 但 that contrasts two facts is no exception to a rule.</summary>
    private static bool IsRule(string proviso) =>
        proviso.Contains("除外", StringComparison.Ordinal) || ModalityScanner.Scan(proviso).Exists(word => !word.IsWeak) || proviso.Contains("不适用", StringComparison.Ordinal);

    private static bool Excepts(string proviso) => proviso.Contains("除外", StringComparison.Ordinal) || proviso.Contains("不适用", StringComparison.Ordinal);

    private static int EndOfSentence(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('。' or '\n' or ';') && end - at < 120) end++;
        return end;
    }

    private static string Trimmed(string words) => words.Trim(',', '。', ';', '(', ')', ' ', '\n');
}
