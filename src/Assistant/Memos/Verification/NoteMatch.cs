namespace Assistant.Memos.Verification;

/// <summary>
/// Which note of a memo belongs to which citation of its record. A memo is edited: notes are rewritten, removed, added and moved, and only their words
/// tell whose they are. Each note serves one citation, so that a note which still stands cannot vouch for one that was rewritten.
/// </summary>
internal sealed class NoteMatch
{
    /// <summary>What counting a character costs, against looking at it.</summary>
    private const int Counted = 20;

    private readonly ComparisonBudget budget;
    private readonly IReadOnlyList<RecordedCitation> citations;
    private readonly List<NoteClaim> free;
    private readonly NoteClaim?[] matched;
    private readonly string[] words;
    private readonly string[] asWritten;
    private readonly NotePlace[] places;

    /// <exception cref="UnreadableMemoException">Too much to compare.</exception>
    public NoteMatch(MemoRecord record, IReadOnlyList<ReadNote> notes, ComparisonBudget budget)
    {
        this.budget = budget;
        citations = record.Citations;
        free = [.. notes.Select(NoteClaim.Of)];
        matched = new NoteClaim?[citations.Count];
        words = [.. citations.Select(citation => ComparableText.Of(citation.Quote))];
        asWritten = [.. citations.Select((citation, i) => ComparableText.Of($"：“{words[i]}”（{citation.SourceFile}"))];
        places = [.. citations.Select(citation => new NotePlace(citation))];

        // From the surest sign to the faintest.
        MatchEqual();
        Match((claim, i) => QuotesAsRecorded(claim, i) && places[i].IsNamedBy(claim));
        Match(QuotesAsRecorded);
        MatchLikest((claim, i) => places[i].IsNamedBy(claim));
        Match((claim, i) => claim.Note.Number == citations[i].Number && (claim.Quote is not null || places[i].DocumentIsNamedBy(claim)));
        MatchLikest((claim, i) => claim.Quote is not null && places[i].DocumentIsNamedBy(claim));
    }

    /// <summary>By the citation's place in the record; null where its note is gone.</summary>
    public NoteClaim? this[int citation] => matched[citation];

    /// <summary>The note quotes the record's words, no more and no fewer.</summary>
    public bool QuotesAsRecorded(int citation) => matched[citation] is { } claim && QuotesAsRecorded(claim, citation);

    /// <summary>The note gives the recorded document, number and clause before its quote.</summary>
    public bool NamesPlace(int citation) => matched[citation] is { } claim && places[citation].IsNamedBy(claim);

    /// <summary>Notes that cite something and belong to no citation of the record: nothing here can vouch for them.</summary>
    public IEnumerable<NoteClaim> Unrecorded => free.Where(claim => claim.IsCitation);

    // Title and file may hold quotation marks themselves; where they are as recorded, it does not matter.
    private bool QuotesAsRecorded(NoteClaim claim, int i) =>
        string.Equals(claim.Words, words[i], StringComparison.Ordinal) || claim.Whole.Contains(asWritten[i], StringComparison.Ordinal);

    /// <summary>The usual case, without looking at each pair: the note says what was recorded.</summary>
    private void MatchEqual()
    {
        var byWords = free.ToLookup(claim => claim.Words, StringComparer.Ordinal);
        var taken = new HashSet<NoteClaim>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < matched.Length; i++)
        {
            matched[i] = byWords[words[i]].FirstOrDefault(claim => !taken.Contains(claim) && places[i].IsNamedBy(claim));
            if (matched[i] is { } claim) taken.Add(claim);
        }
        free.RemoveAll(taken.Contains);
    }

    private void Match(Func<NoteClaim, int, bool> belongs)
    {
        for (var i = 0; i < matched.Length && free.Count > 0; i++)
        {
            if (matched[i] is not null || free.FindIndex(claim => Affordable(claim) && belongs(claim, i)) is not (>= 0 and var at)) continue;
            matched[i] = free[at];
            free.RemoveAt(at);
        }
    }

    private bool Affordable(NoteClaim claim)
    {
        budget.Spend(claim.Note.Text.Length + 50);
        return true;
    }

    private double Likeness(int i, NoteClaim claim)
    {
        budget.Spend(Counted * ((long)words[i].Length + claim.Words.Length));
        return TextComparison.Likeness(words[i], claim.Words);
    }

    /// <summary>Several notes may name one place: the pairs that look most alike find each other first.</summary>
    private void MatchLikest(Func<NoteClaim, int, bool> belongs)
    {
        var pairs = Enumerable.Range(0, matched.Length).Where(i => matched[i] is null)
            .SelectMany(i => free.Where(claim => Affordable(claim) && belongs(claim, i)).Select(claim => (i, claim, Likeness: Likeness(i, claim))))
            .OrderByDescending(pair => pair.Likeness).ToList();
        foreach (var (i, claim, _) in pairs)
        {
            if (matched[i] is null && free.Remove(claim)) matched[i] = claim;
        }
    }
}
