using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Corpus.Terms;

namespace Assistant.Memos;

/// <summary>Answers as a document that can be filed, and checked again later.</summary>
/// <param name="Addressee">主送机关; empty for none.</param>
/// <param name="Author">Who signs (落款); empty for none.</param>
/// <param name="Date">成文日期.</param>
/// <param name="Sections">One for each answer, in the order of the memo.</param>
/// <param name="Citations">Every place the sections rest on, each once, numbered from 1 in order of first use.</param>
/// <param name="Clauses">The whole articles (under no article: the clauses) that the citations stand in, each once: the annex prints them.</param>
/// <param name="IsEnglish">The memo's own words (headings of the annex, of the provenance page) are English; answers stay as they are.</param>
public sealed record Memo(
    string Id,
    string Title,
    string Addressee,
    string Author,
    DateOnly Date,
    string Introduction,
    string Conclusion,
    IReadOnlyList<MemoSection> Sections,
    IReadOnlyList<MemoCitation> Citations,
    IReadOnlyList<MemoClause> Clauses,
    bool IsEnglish,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt);

/// <summary>One answer in a memo.</summary>
/// <param name="Heading">What stands above it; the question until somebody changes it.</param>
/// <param name="Grounded">False where the corpus did not answer the question; the memo then says so.</param>
/// <param name="Model">Null for an extractive answer.</param>
public sealed record MemoSection(
    string AnswerId,
    string Question,
    string Heading,
    IReadOnlyList<MemoStatement> Statements,
    bool Grounded,
    AnswerMode Mode,
    string? Model,
    DateTimeOffset AnsweredAt);

/// <summary>One sentence of a memo.</summary>
/// <param name="Citations">Numbers in <see cref="Memo.Citations"/>.</param>
/// <param name="Supported">False where the cited clauses do not bear it; the memo marks it.</param>
/// <param name="IsEdited">Changed by a person since it was answered; checked again then.</param>
public sealed record MemoStatement(string Text, IReadOnlyList<int> Citations, bool Supported, string? Reason, bool IsEdited = false);

/// <summary>A citation with what it takes to check it a year later.</summary>
/// <param name="Number">In the memo, from 1.</param>
/// <param name="DocumentNumber">发文字号; null where the document has none.</param>
/// <param name="FileSha256">Of the source file when the memo was made.</param>
/// <param name="WholeClauseId">The clause of <see cref="Memo.Clauses"/> that it stands in.</param>
/// <param name="ClauseSha256">Of the cited clause's words when the memo was made (<see cref="RecordedCitation.ClauseSha256"/>).</param>
public sealed record MemoCitation(int Number, Citation Citation, string? DocumentNumber, string FileSha256, string WholeClauseId, string ClauseSha256)
{
    /// <summary>《title》 as a reader cites it, or the file where the text has no title.</summary>
    public string Source => TitleMarks.Titled(Citation.DocumentTitle, Citation.SourceFile);
}

/// <summary>A clause as it read when the memo was made.</summary>
/// <param name="Address">《title》 and label, as the memo's language cites them.</param>
public sealed record MemoClause(string Id, string Address, string Text);
