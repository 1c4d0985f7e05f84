using Assistant.Memos.Writers;

namespace Assistant.Memos.Verification;

/// <summary>Compares the sentences and the annex of a memo file with what was exported.</summary>
internal static class PrintedComparison
{
    /// <param name="notes">Which citations still have their note.</param>
    public static IEnumerable<PrintedFault> Faults(ReadMemo memo, NoteMatch notes, CitedPlaces places, VerificationWords words, ComparisonBudget budget)
    {
        var record = memo.Record;
        if (record.Sentences is not { } sentences || record.Clauses is not { } clauses)
        {
            if (record.Citations.Count > 0) yield return new(PrintedFaultKind.NotCompared, "", [], words.NotCompared);
            yield break;
        }
        var printed = new PrintedText(memo.Text);
        var (annex, end) = Annex(printed);
        var found = Claimed(printed, [.. sentences.Select(sentence => sentence.Text)], 0, annex ?? printed.Length, budget);
        var stillCited = sentences.Where((_, i) => found[i]).SelectMany(sentence => sentence.Citations).ToHashSet();
        var noted = record.Citations.Where((_, i) => notes[i] is not null).Select(citation => citation.Number).ToHashSet();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (found[i])
            {
                if (!sentence.Supported) yield return new(PrintedFaultKind.Unsupported, sentence.Text, [], words.Unsupported);
                continue;
            }
            var before = ComparableText.Of(sentence.Text);
            var now = printed.Nearest(before, 0, annex ?? printed.Length, budget);
            // Taken out together with its note it is a claim no longer; the note left behind stands for words that are not in the record.
            if (now is not null || sentence.Citations.Any(number => noted.Contains(number) && !stillCited.Contains(number)))
                yield return new(PrintedFaultKind.SentenceEdited, sentence.Text, Difference(before, now, budget), words.SentenceEdited);
        }
        var (from, to) = annex is { } start ? (start, end) : (0, printed.Length);
        var texts = clauses.Select(clause => clause.Address + clause.Text).ToList();
        found = Claimed(printed, texts, from, to, budget);
        var edited = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            if (!found[i])
            {
                var before = ComparableText.Of(texts[i]);
                if (printed.Nearest(before, from, to, budget) is not { } now) continue;
                edited = true;
                yield return new(PrintedFaultKind.AnnexEdited, clauses[i].Address, Difference(before, now, budget), words.AnnexEdited(clauses[i].Address));
            }
            else if (places.Now(record, clauses[i]) is { } held && !string.Equals(Digest.Squeeze(held), Digest.Squeeze(clauses[i].Text), StringComparison.Ordinal))
            {
                yield return new(PrintedFaultKind.AnnexOutdated, clauses[i].Address, Difference(clauses[i].Text, held, budget), words.AnnexOutdated(clauses[i].Address));
            }
        }
        if (annex is null || edited) yield break;
        string[] own = [ComparableText.Of(MemoWords.Chinese.NothingCited), ComparableText.Of(MemoWords.English.NothingCited)];
        foreach (var (first, last) in printed.Unclaimed(from, to).Where(words => clauses.Count > 0 || !own.Contains(printed[words.Start, words.End], StringComparer.Ordinal)))
            yield return new(PrintedFaultKind.AnnexAdded, printed[first, last], [], words.AnnexAdded);
    }

    private static IReadOnlyList<TextDifference> Difference(string before, string? now, ComparisonBudget budget) =>
        string.IsNullOrEmpty(now) || Math.Max(before.Length, now.Length) > MemoVerifier.LongestCompared || !budget.TrySpend((long)before.Length * now.Length)
            ? []
            : TextComparison.Compare(before, now);

    /// <summary>From behind the first annex's heading to the second's; null where the memo has lost its heading.</summary>
    private static (int? Start, int End) Annex(PrintedText printed)
    {
        foreach (var own in (MemoWords[])[MemoWords.Chinese, MemoWords.English])
        {
            foreach (var title in (Func<int, string>[])[own.AnnexTitle, own.FormerAnnexTitle])
            {
                if (printed.Heading(title(1)) is not (>= 0 and var at)) continue;
                var start = at + ComparableText.Of(title(1)).Length;
                var end = printed.Heading(title(2));
                return (start, end >= start ? end : printed.Length);
            }
        }
        return (null, 0);
    }

    /// <summary>Which texts stand as recorded. The longest choose first: a sentence inside another is not taken for that one's words.</summary>
    private static bool[] Claimed(PrintedText printed, IReadOnlyList<string> texts, int from, int to, ComparisonBudget budget)
    {
        var sought = texts.Select(ComparableText.Of).ToList();
        var found = new bool[sought.Count];
        foreach (var i in Enumerable.Range(0, sought.Count).OrderByDescending(i => sought[i].Length))
            found[i] = printed.Claim(sought[i], from, to, i > 0 ? sought[i - 1] : "", i + 1 < sought.Count ? sought[i + 1] : "", budget);
        return found;
    }
}
