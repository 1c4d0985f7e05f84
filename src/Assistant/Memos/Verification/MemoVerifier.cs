using Assistant.Answering.Citations;
using Assistant.Corpus;
using Assistant.Corpus.Terms;
using Assistant.Corpus.Text;

namespace Assistant.Memos.Verification;

/// <summary>Checks each citation of a memo file against the corpus as it is now.</summary>
public sealed class MemoVerifier(CorpusStore corpus, TimeProvider time)
{
    /// <summary>Longer than any quote of ours; how two such texts differ is not worked out.</summary>
    internal const int LongestCompared = 20_000;

    /// <summary>
    /// The quotes that are checked are those a person reads in the notes; the record says where they were taken from. Sentences and annex are compared
    /// with what was exported, and the annex with the corpus too.
    /// </summary>
    /// <param name="memo">Must be able to seek; stays open.</param>
    /// <param name="english">The language of the explanations.</param>
    /// <exception cref="UnreadableMemoException">The file is no memo of ours, is damaged, or there is too much in it to compare.</exception>
    public VerificationReport Verify(Stream memo, bool english, CancellationToken cancellationToken)
    {
        var budget = new ComparisonBudget(cancellationToken);
        var read = MemoReader.Read(memo);
        var words = VerificationWords.In(english);
        var places = new CitedPlaces(corpus, english);
        var notes = new NoteMatch(read.Record, read.Notes, budget);
        var checks = new List<CitationCheck>();
        for (var i = 0; i < read.Record.Citations.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (notes[i] is not { } note) continue;
            var cited = read.Record.Citations[i];
            // The record's own quote where the note has it: a format may have dropped what it cannot show.
            var check = Check(cited, notes.QuotesAsRecorded(i) ? cited.Quote : note.Quote ?? note.Note.Text.Trim(), places, words, budget);
            checks.Add(check.Status == CitationStatus.Verbatim && !notes.NamesPlace(i)
                ? check with { Status = CitationStatus.Changed, Explanation = words.PlaceEdited(words.Place(TitleMarks.Titled(cited.DocumentTitle, cited.SourceFile), cited.Clause)) }
                : check);
        }
        var faults = read.Record.Citations
            .Where(cited => !string.Equals(cited.QuoteSha256, Digest.Of(cited.Quote), StringComparison.Ordinal))
            .Select(cited => new PrintedFault(PrintedFaultKind.RecordEdited, cited.Quote, [], words.RecordEdited(cited.Number)));
        return new(
            read.Record.Title, time.GetUtcNow(), checks, read.Record.Citations.Count - checks.Count, [.. notes.Unrecorded.Select(claim => claim.Note.Text.Trim())],
            [.. faults, .. PrintedComparison.Faults(read, notes, places, words, budget)]);
    }

    private static CitationCheck Check(RecordedCitation cited, string quote, CitedPlaces places, VerificationWords words, ComparisonBudget budget)
    {
        if (places.Document(cited) is not { } held)
        {
            return new(cited.Number, cited.DocumentTitle, cited.Clause, quote, CitationStatus.Missing, null, [], ClauseChanged: false,
                DocumentState.InForce, null, words.DocumentGone);
        }
        var (document, file) = held;
        var clause = CitedPlaces.Clause(document, cited);
        if (clause is not null && SourceText.Find(file, clause.Span, quote) is { } here)
        {
            var changed = !string.Equals(cited.ClauseSha256, Digest.Of(clause.Text()), StringComparison.Ordinal);
            return Result(CitationStatus.Verbatim, here, changed ? words.ClauseChanged : words.Stands) with { ClauseChanged = changed };
        }
        if (SourceText.Find(file, document.Span, quote) is { } elsewhere)
            return Result(CitationStatus.Moved, elsewhere, words.Moved(QuoteLocator.At(cited.Number, document, file, elsewhere).Clause));
        if (clause is null) return Result(CitationStatus.Missing, null, words.ClauseGone(cited.Clause));
        if (quote.Length > LongestCompared) return Result(CitationStatus.Changed, clause.LeadSpan, words.ReadsOtherwise);
        // Finding how two texts differ takes up to the product of their lengths.
        if (TextComparison.Nearest(quote, clause.Text(), budget) is not { } nearest || !budget.TrySpend((long)quote.Length * nearest.Length))
            return Result(CitationStatus.Changed, clause.LeadSpan, words.ReadsOtherwise);
        return Result(CitationStatus.Changed, SourceText.Find(file, clause.Span, nearest), words.ReadsOtherwise) with
        {
            Difference = TextComparison.Compare(quote, nearest),
        };

        CitationCheck Result(CitationStatus status, TextSpan? span, string explanation) => new(
            cited.Number, cited.DocumentTitle, cited.Clause, quote, status, span is { } s ? QuoteLocator.At(cited.Number, document, file, s) : null,
            [], ClauseChanged: false, document.Status.State, places.RepealedBy(document), explanation);
    }
}
