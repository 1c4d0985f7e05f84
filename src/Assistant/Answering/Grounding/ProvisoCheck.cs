namespace Assistant.Answering.Grounding;

/// <summary>Whether a sentence tells a rule without the exception that its clause makes in the same breath (除外, 另有规定) or in the next (但是).</summary>
internal static class ProvisoCheck
{
    private static readonly string[] Exceptions = ["除外", "另有规定", "另有约定", "不在此限", "不受此限", "另有要求"];

    private static readonly string[] Told = ["除", "另有", "以外", "之外", "例外", "但", "不适用", "不在此限", "不受此限", "不包括", "不含", "排除", "然而", "不过"];

    // How much of the words beside an exception a sentence must hold to be telling that rule.
    private const int Neighbours = 10;
    private const double Holds = 0.6;

    public static GroundingVerdict? Check(GroundingText sentence, GroundingText evidence)
    {
        var text = evidence.Folded;
        var tells = Told.Any(sentence.Contains);
        if (!tells)
        {
            foreach (var word in Exceptions)
            {
                for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                {
                    var (start, end) = Part(text, at, at + word.Length);
                    if (!Tells(sentence, text, start, end) || !IsAbout(sentence, text, at)) continue;
                    var apart = start == 0 || text[start - 1] is '。' or '\n';
                    if (!apart || IsLeading(text, start, end)) return new GroundingVerdict(GroundingProblem.ProvisoLeftOut, "", Trimmed(text[start..end]), 0);
                }
            }
        }
        for (var at = text.IndexOf('但'); at >= 0; at = text.IndexOf('但', at + 1))
        {
            if (at == 0 || text[at - 1] is not (',' or '。' or ';' or '\n' or ')')) continue;
            var end = EndOfSentence(text, at);
            var proviso = text[at..end];
            if (!IsRule(proviso) || !IsAbout(sentence, text, at) || sentence.Contains(proviso[..Math.Min(6, proviso.Length)]) || !Holding(sentence, text, at - Neighbours - 1, at)) continue;
            // In the same sentence the clause says both or neither; a new sentence is only pointed out.
            if (text[at - 1] is not ('。' or '\n') && !tells) return new GroundingVerdict(GroundingProblem.ProvisoLeftOut, "", Trimmed(proviso), 0);
            if (!tells) return new GroundingVerdict(GroundingProblem.ProvisoFollows, "", Trimmed(proviso), 0);
        }
        return null;
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
        if (IsLeading(text, start, end)) return Holding(sentence, text, end, end + Neighbours + 1);
        return Holding(sentence, text, start - Neighbours - 1, start);
    }

    private static bool IsLeading(string text, int start, int end) =>
        text.AsSpan(start, Math.Min(12, end - start)).Contains('除') && !text.AsSpan(start, end - start).EndsWith("除外");

    /// <summary>The sentence tells the rule of the very sentence the exception stands in (or follows), not of a neighbour that uses the same words.</summary>
    private static bool IsAbout(GroundingText sentence, string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < 400 && text[start - 1] is not ('。' or '\n')) start--;
        // 但是 may open a sentence of its own: then the one before is meant.
        if (start >= at - 1 && start > 1) for (start--; start > 0 && at - start < 400 && text[start - 1] is not ('。' or '\n'); start--) { }
        var end = EndOfSentence(text, at);
        int found = 0, all = 0;
        var own = new GroundingText(text[start..end]);
        for (var i = 0; i + 1 < sentence.Folded.Length; i++)
        {
            if (!TextFolding.IsHan(sentence.Folded[i]) || !TextFolding.IsHan(sentence.Folded[i + 1])) continue;
            all++;
            if (own.Has(sentence.Folded[i], sentence.Folded[i + 1])) found++;
        }
        return found >= all * 0.4;
    }

    private static bool Holding(GroundingText sentence, string text, int from, int to)
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
        return all >= 3 && found >= all * Holds;
    }

    /// <summary>A 但 that contrasts two facts is no exception to a rule.</summary>
    private static bool IsRule(string proviso) =>
        proviso.Contains("除外", StringComparison.Ordinal) || ModalityScanner.Scan(proviso).Exists(word => !word.IsWeak) || proviso.Contains("不适用", StringComparison.Ordinal);

    private static int EndOfSentence(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is not ('。' or '\n' or ';') && end - at < 120) end++;
        return end;
    }

    private static string Trimmed(string words) => words.Trim(',', '。', ';', '(', ')', ' ', '\n');
}
