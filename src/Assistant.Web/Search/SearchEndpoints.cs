using System.Diagnostics;
using Assistant.Retrieval;
using Assistant.Web.Layout;

namespace Assistant.Web.Search;

/// <param name="Top">The most passages to return, from 1 to 200.</param>
public sealed record SearchRequest(string? Question, int? Top = null, RetrievalFilter? Filters = null);

public sealed record SearchReply(IReadOnlyList<PassageReply> Passages, double ElapsedMs, IReadOnlyList<string> Notices);

/// <summary>A passage as the API gives it: the span unfolded into start and end.</summary>
public sealed record PassageReply(
    string DocumentId,
    string DocumentTitle,
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
        passage.DocumentId, passage.DocumentTitle, passage.ClauseId, passage.Clause, passage.Path, passage.SourceFile, passage.Span.Start,
        passage.Span.End, passage.Page, passage.Text, passage.Score, passage.BroughtBy);
}

public static class SearchEndpoints
{
    private const int DefaultTop = 10;
    private const int MostPassages = 200;

    public static void MapSearch(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/search", async (SearchRequest request, PassageRetriever retriever, Words words, CancellationToken cancellationToken) =>
        {
            var question = Question.Checked(request.Question);
            if (request.Top is < 1 or > MostPassages)
                throw new RequestRefusedException(StatusCodes.Status400BadRequest, string.Format(words.TopOutOfRange, MostPassages));
            var started = Stopwatch.GetTimestamp();
            var found = await retriever.RetrieveAsync(question, request.Top ?? DefaultTop, request.Filters, cancellationToken);
            return new SearchReply([.. found.Passages.Select(PassageReply.Of)], Stopwatch.GetElapsedTime(started).TotalMilliseconds, [.. found.Notices.Select(words.Of)]);
        }).WithTags("search");
    }
}
