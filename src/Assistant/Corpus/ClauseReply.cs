using Assistant.Corpus.Text;

namespace Assistant.Corpus;

/// <summary>A clause with everything below it, as the API and the command line give it.</summary>
/// <param name="Text">Verbatim: without white space it equals source[start:end] without white space.</param>
/// <param name="Lead">The clause's own words up to its first child, as one reads them; <paramref name="References"/> count in it.</param>
/// <param name="Page">PDF: from 1.</param>
public sealed record ClauseReply(
    string Id,
    ClauseLevel Level,
    string Label,
    string Heading,
    string Text,
    string Lead,
    int Start,
    int End,
    int? Page,
    IReadOnlyList<ClauseReference> References,
    IReadOnlyList<ClauseReply> Children)
{
    /// <param name="references">Finds what is meant in other documents; null leaves the references as they were read.</param>
    public static ClauseReply Of(SourceFile file, Clause clause, CorpusReferences? references) => new(
        clause.Id, clause.Level, clause.Label, clause.Heading, SourceText.Read(file, clause.Span), clause.Lead, clause.Span.Start, clause.Span.End,
        file.PageOf(clause.Span.Start), references?.Resolve(clause.References) ?? clause.References, [.. clause.Children.Select(child => Of(file, child, references))]);
}
