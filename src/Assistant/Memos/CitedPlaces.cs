using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Terms;

namespace Assistant.Memos;

/// <summary>Finds what a recorded citation points at in the corpus as it is now. Lives for one verification; documents are read once.</summary>
internal sealed class CitedPlaces(CorpusStore corpus, bool english)
{
    private readonly Dictionary<string, (PolicyDocument, SourceFile)?> _documents = new(StringComparer.Ordinal);
    private IReadOnlyList<DocumentSummary>? _summaries;

    /// <summary>The document by its id; when that is gone, because its file was renamed, the only one with its title and number. Null when there is none.</summary>
    public (PolicyDocument Document, SourceFile File)? Document(RecordedCitation cited)
    {
        if (_documents.TryGetValue(cited.DocumentId, out var known)) return known;
        var document = corpus.FindDocument(cited.DocumentId) ?? Renamed(cited);
        (PolicyDocument, SourceFile)? found = document is not null && corpus.FindSourceFile(document.SourcePath) is { } file ? (document, file) : null;
        return _documents[cited.DocumentId] = found;
    }

    /// <summary>The clause by its id or, in a renamed document, by its labels; null when neither is there.</summary>
    public static Clause? Clause(PolicyDocument document, RecordedCitation cited)
    {
        var address = cited.ClauseId.Length > cited.DocumentId.Length ? cited.ClauseId[cited.DocumentId.Length..] : "";
        return document.AllClauses().FirstOrDefault(clause => clause.Id.AsSpan(document.Id.Length).Equals(address, StringComparison.Ordinal));
    }

    /// <summary>How a clause of the annex reads now; null when the corpus does not hold it, which its citations tell.</summary>
    public string? Now(MemoRecord record, RecordedClause clause) => record.Citations
        .Where(cited => clause.ClauseId.StartsWith(cited.DocumentId, StringComparison.Ordinal)).Take(1)
        .Select(cited => Document(cited) is { } held ? Clause(held.Document, cited with { ClauseId = clause.ClauseId })?.Text() : null).FirstOrDefault();

    /// <summary>《title》 and clause that repeal or replace the document; null while it is in force.</summary>
    public string? RepealedBy(PolicyDocument document)
    {
        if (document.Status.ByDocumentId is not { } id || corpus.FindDocument(id) is not { } by) return null;
        var clause = by.AllClauses().FirstOrDefault(clause => string.Equals(clause.Id, document.Status.ByClauseId, StringComparison.Ordinal));
        return CitedPlace.Of(TitleMarks.Titled(by.Title, by.SourcePath), clause is null ? "" : ClausePath.Citable(ClausePath.To(by, clause.LeadSpan)), english);
    }

    private PolicyDocument? Renamed(RecordedCitation cited)
    {
        if (cited.DocumentTitle.Length == 0) return null;
        _summaries ??= corpus.Documents();
        var same = _summaries.Where(summary => string.Equals(summary.Title, cited.DocumentTitle, StringComparison.Ordinal)
            && (cited.DocumentNumber is null || string.Equals(summary.DocumentNumber, cited.DocumentNumber, StringComparison.Ordinal))).Take(2).ToList();
        return same.Count == 1 ? corpus.FindDocument(same[0].Id) : null;
    }
}
