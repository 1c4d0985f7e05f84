using Assistant.Answering;
using Assistant.Corpus;

namespace Assistant.Memos;

/// <summary>Checks each citation of a memo file against the corpus as it is now.</summary>
public sealed class MemoVerifier(CorpusStore corpus, TimeProvider time)
{
    /// <summary>Citations whose note was removed from the memo since it was written are left out.</summary>
    /// <exception cref="UnreadableMemoException">The file is no memo of ours, or is damaged.</exception>
    public VerificationReport Verify(byte[] memo)
    {
        var read = MemoReader.Read(memo);
        var places = new CitedPlaces(corpus);
        var notes = read.Notes.Select(note => Digest.Squeeze(note)).ToList();
        var checks = new List<CitationCheck>();
        foreach (var citation in read.Record.Citations)
        {
            if (VisibleQuote(citation, read.Notes, notes) is { } quote) checks.Add(Check(citation, quote, places));
        }
        return new(read.Record.Title, time.GetUtcNow(), checks);
    }

    /// <summary>The quote as a person reads it in the memo now; null where its note is gone.</summary>
    private static string? VisibleQuote(RecordedCitation citation, IReadOnlyList<string> notes, List<string> squeezed)
    {
        var recorded = Digest.Squeeze(citation.Quote);
        if (squeezed.Exists(note => note.Contains(recorded, StringComparison.Ordinal))) return citation.Quote;
        var place = Digest.Squeeze($"（{citation.SourceFile}");
        // Several notes may cite the same clause: the one that still looks most like the record is its note.
        var best = -1;
        var most = 0.3;
        for (var i = 0; i < notes.Count; i++)
        {
            if (!squeezed[i].Contains(place, StringComparison.Ordinal)) continue;
            var likeness = TextComparison.Likeness(recorded, Quoted(notes[i]) is { } text ? Digest.Squeeze(text) : "");
            if (likeness > most) (best, most) = (i, likeness);
        }
        return best < 0 ? null : Quoted(notes[best]);
    }

    private static string? Quoted(string note)
    {
        var open = note.IndexOf('“', StringComparison.Ordinal);
        var close = note.LastIndexOf("”（", StringComparison.Ordinal);
        return open >= 0 && close > open ? note[(open + 1)..close] : null;
    }

    private static CitationCheck Check(RecordedCitation cited, string quote, CitedPlaces places)
    {
        if (places.Document(cited) is not { } held)
        {
            return new(cited.Number, cited.DocumentTitle, cited.Clause, quote, CitationStatus.Missing, null, [], ClauseChanged: false,
                DocumentState.InForce, null, "文库里没有这份文件了。 The corpus no longer holds this document.");
        }
        var (document, file) = held;
        var clause = CitedPlaces.Clause(document, cited);
        if (clause is not null && SourceText.Find(file, clause.Span, quote) is { } here)
        {
            var changed = !string.Equals(cited.ClauseSha256, Digest.Of(clause.Text()), StringComparison.Ordinal);
            return Result(CitationStatus.Verbatim, here, changed
                ? "引文一字未改，但该条款的其他文字有变化。 The quote stands word for word; other words of the clause have changed."
                : "引文与文库现行文本一致。 The quote stands word for word.") with { ClauseChanged = changed };
        }
        if (SourceText.Find(file, document.Span, quote) is { } elsewhere)
        {
            var label = QuoteLocator.At(cited.Number, document, file, elsewhere).Clause;
            return Result(CitationStatus.Moved, elsewhere, label.Length > 0
                ? $"同样的文字现在在{label}。 The same words now stand in {label}."
                : "同样的文字现在不在编号条款之下。 The same words now stand under no number.");
        }
        if (clause is null) return Result(CitationStatus.Missing, null, $"文件里没有{cited.Clause}了，也没有这段文字。 The document no longer holds {cited.Clause} or these words.");
        var words = TextComparison.Nearest(quote, clause.Text());
        return Result(CitationStatus.Changed, SourceText.Find(file, clause.Span, words), "该条款的文字与引文不同。 The clause does not read as quoted.") with
        {
            Difference = TextComparison.Compare(quote, words),
        };

        CitationCheck Result(CitationStatus status, TextSpan? span, string explanation) => new(
            cited.Number, cited.DocumentTitle, cited.Clause, quote, status, span is { } s ? QuoteLocator.At(cited.Number, document, file, s) : null,
            [], ClauseChanged: false, document.Status.State, places.RepealedBy(document), explanation);
    }
}
