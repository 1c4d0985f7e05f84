using Assistant.Corpus;

namespace Assistant.Cli.Commands;

/// <summary>What <c>outline --json</c> prints: documents in file order.</summary>
internal sealed record OutlineJson(IReadOnlyList<OutlineDocument> Documents, IReadOnlyList<ParseWarning> Warnings)
{
    public static OutlineJson Of(SourceFile source, IReadOnlyList<PolicyDocument> documents) => new(
        [.. documents.OrderBy(document => document.Span.Start).Select(document => OutlineDocument.Of(source, document))], source.Warnings);
}

internal sealed record OutlineDocument(
    string Id,
    string Title,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DateOnly? EffectiveDate,
    DocumentKind Kind,
    string? CoverId,
    IReadOnlyList<RepealedTitle> Repeals,
    int Start,
    int End,
    IReadOnlyList<ParseWarning> Warnings,
    IReadOnlyList<ClauseReply> Clauses)
{
    public static OutlineDocument Of(SourceFile source, PolicyDocument document) => new(
        document.Id, document.Title, document.DocumentNumber, document.Issuers, document.Date, document.EffectiveDate, document.Kind, document.CoverId,
        document.Repeals, document.Span.Start, document.Span.End, document.Warnings, [.. document.Clauses.Select(clause => ClauseReply.Of(source, clause, references: null))]);
}
