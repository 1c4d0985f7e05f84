namespace Assistant.Memos.Verification;

/// <summary>
/// Which note of a memo belongs to which citation of its record. A memo is edited: notes are rewritten, removed, added and moved, and only their words
/// tell whose they are. Each note serves one citation, so that a note which still stands cannot vouch for one that was rewritten.
/// </summary>
internal sealed class NoteMatch
{
    /// <summary>What counting a character costs, against looking at it.</summary>
    private const int Counted = 20;

    private readonly ComparisonBudget _budget;
    private readonly IReadOnlyList<RecordedCitation> _citations;
    private readonly List<NoteClaim> _free;
    private readonly NoteClaim?[] _matched;
    private readonly string[] _words;
    private readonly string[] _asWritten;
    private readonly NotePlace[] _places;

    /// <exception cref="UnreadableMemoException">Too much to compare.</exception>
    public NoteMatch(MemoRecord record, IReadOnlyList<ReadNote> notes, ComparisonBudget budget)
    {
        _budget = budget;
        _citations = record.Citations;
        _free = [.. notes.Select(NoteClaim.Of)];
        _matched = new NoteClaim?[_citations.Count];
        _words = [.. _citations.Select(citation => ComparableText.Of(citation.Quote))];
        _asWritten = [.. _citations.Select((citation, i) => ComparableText.Of($"：“{_words[i]}”（{citation.SourceFile}"))];
        _places = [.. _citations.Select(citation => new NotePlace(citation))];

        // From the surest sign to the faintest.
        MatchEqual();
        Match((claim, i) => QuotesAsRecorded(claim, i) && _places[i].IsNamedBy(claim));
        Match(QuotesAsRecorded);
        MatchLikest((claim, i) => _places[i].IsNamedBy(claim));
        Match((claim, i) => claim.Note.Number == _citations[i].Number && (claim.Quote is not null || _places[i].DocumentIsNamedBy(claim)));
        MatchLikest((claim, i) => claim.Quote is not null && _places[i].DocumentIsNamedBy(claim));
    }

    /// <summary>By the citation's place in the record; null where its note is gone.</summary>
    public NoteClaim? this[int citation] => _matched[citation];

    /// <summary>The note quotes the record's words, no more and no fewer.</summary>
    public bool QuotesAsRecorded(int citation) => _matched[citation] is { } claim && QuotesAsRecorded(claim, citation);

    /// <summary>The note gives the recorded document, number and clause before its quote.</summary>
    public bool NamesPlace(int citation) => _matched[citation] is { } claim && _places[citation].IsNamedBy(claim);

    /// <summary>Notes that cite something and belong to no citation of the record: nothing here can vouch for them.</summary>
    public IEnumerable<NoteClaim> Unrecorded => _free.Where(claim => claim.IsCitation);

    // Title and file may hold quotation marks themselves; where they are as recorded, it does not matter.
    private bool QuotesAsRecorded(NoteClaim claim, int i) =>
        string.Equals(claim.Words, _words[i], StringComparison.Ordinal) || claim.Whole.Contains(_asWritten[i], StringComparison.Ordinal);

    /// <summary>The usual case, without looking at each pair: the note says what was recorded.</summary>
    private void MatchEqual()
    {
        var byWords = _free.ToLookup(claim => claim.Words, StringComparer.Ordinal);
        var taken = new HashSet<NoteClaim>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _matched.Length; i++)
        {
            _matched[i] = byWords[_words[i]].FirstOrDefault(claim => !taken.Contains(claim) && _places[i].IsNamedBy(claim));
            if (_matched[i] is { } claim) taken.Add(claim);
        }
        _free.RemoveAll(taken.Contains);
    }

    private void Match(Func<NoteClaim, int, bool> belongs)
    {
        for (var i = 0; i < _matched.Length && _free.Count > 0; i++)
        {
            if (_matched[i] is not null || _free.FindIndex(claim => Affordable(claim) && belongs(claim, i)) is not (>= 0 and var at)) continue;
            _matched[i] = _free[at];
            _free.RemoveAt(at);
        }
    }

    private bool Affordable(NoteClaim claim)
    {
        _budget.Spend(claim.Note.Text.Length + 50);
        return true;
    }

    private double Likeness(int i, NoteClaim claim)
    {
        _budget.Spend(Counted * ((long)_words[i].Length + claim.Words.Length));
        return TextComparison.Likeness(_words[i], claim.Words);
    }

    /// <summary>Several notes may name one place: the pairs that look most alike find each other first.</summary>
    private void MatchLikest(Func<NoteClaim, int, bool> belongs)
    {
        var pairs = Enumerable.Range(0, _matched.Length).Where(i => _matched[i] is null)
            .SelectMany(i => _free.Where(claim => Affordable(claim) && belongs(claim, i)).Select(claim => (i, claim, Likeness: Likeness(i, claim))))
            .OrderByDescending(pair => pair.Likeness).ToList();
        foreach (var (i, claim, _) in pairs)
        {
            if (_matched[i] is null && _free.Remove(claim)) _matched[i] = claim;
        }
    }
}
