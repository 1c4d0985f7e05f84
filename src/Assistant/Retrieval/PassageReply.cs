using Assistant.Corpus.Terms;

namespace Assistant.Retrieval;

/// <summary>A passage as the API and the command line give it: the span unfolded into start and end.</summary>
/// <param name="Source">The document as a reader cites it, 《title》, or the file where it has no title.</param>
public sealed record PassageReply(
    string DocumentId,
    string DocumentTitle,
    string Source,
    string ClauseId,
    string Clause,
    IReadOnlyList<string> Path,
    string SourceFile,
    int Start,
    int End,
    int? Page,
    string Text,
    double Score,
    string? BroughtBy)
{
    public static PassageReply Of(RetrievedPassage passage) => new(
        passage.DocumentId, passage.DocumentTitle, TitleMarks.Titled(passage.DocumentTitle, passage.SourceFile), passage.ClauseId, passage.Clause, passage.Path,
        passage.SourceFile, passage.Span.Start, passage.Span.End, passage.Page, passage.Text, passage.Score, passage.BroughtBy);
}
