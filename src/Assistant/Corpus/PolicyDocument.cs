using Assistant.Corpus.Text;

namespace Assistant.Corpus;

public enum DocumentKind
{
    Unknown,
    Law,
    Regulation,
    Notice,
    Plan,
    Interpretation,
    Letter,
    News,
    QuestionsAndAnswers,
    Catalogue,
    Article,
}

/// <summary>Whether a document may be relied on, as far as the corpus itself tells.</summary>
public enum DocumentState
{
    InForce,

    /// <summary>Its effective date had not come when the corpus was read.</summary>
    NotYetEffective,
    Replaced,
    Repealed,
}

/// <param name="ByDocumentId">The document that repeals or replaces this one; null while in force.</param>
/// <param name="ByClauseId">The clause that says so.</param>
public sealed record DocumentStatus(DocumentState State, string? ByDocumentId = null, string? ByClauseId = null)
{
    public static DocumentStatus InForce { get; } = new(DocumentState.InForce);
}

/// <summary>What a document says it repeals or replaces: 同时废止.</summary>
/// <param name="Title">Without 《》.</param>
/// <param name="DocumentNumber">Null where the clause names none.</param>
/// <param name="ClauseId">The clause that says so.</param>
public sealed record RepealedTitle(string Title, string? DocumentNumber, string ClauseId, bool IsReplacement);

/// <summary>One policy text with its own title; a source file may hold several. Unknown metadata is null or empty, never guessed.</summary>
/// <param name="Id">Derived from source path, title and order among equal titles: stable over re-ingestion. Safe in a URL.</param>
/// <param name="Title">Without outer 《》, unwrapped onto one line; empty where the text carries none.</param>
/// <param name="Span">From the title to the last character that belongs to the document.</param>
/// <param name="Issuers">All signatories, in the order printed.</param>
/// <param name="Date">When it was signed or issued (成文日期).</param>
/// <param name="EffectiveDate">施行日期.</param>
/// <param name="CoverId">The notice that carries this text (印发《…》的通知); null for a document that stands alone.</param>
/// <param name="Clauses">Top-level clauses in file order. Every word of the document's body stands in exactly one <see cref="Clause.Lead"/>.</param>
public sealed record PolicyDocument(
    string Id,
    string Title,
    string SourcePath,
    TextSpan Span,
    DocumentKind Kind,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DateOnly? EffectiveDate,
    DocumentStatus Status,
    string? CoverId,
    IReadOnlyList<RepealedTitle> Repeals,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<ParseWarning> Warnings)
{
    /// <summary>All clauses, parents before children, in file order.</summary>
    public IEnumerable<Clause> AllClauses()
    {
        var stack = new Stack<Clause>(Clauses.Reverse());
        while (stack.TryPop(out var clause))
        {
            yield return clause;
            for (var i = clause.Children.Count - 1; i >= 0; i--) stack.Push(clause.Children[i]);
        }
    }
}
