using System.Diagnostics;
using Assistant.Retrieval;

namespace Assistant.Web.Search;

/// <param name="Top">The most passages to return, from 1 to 200.</param>
public sealed record SearchRequest(string? Question, int? Top = null, RetrievalFilter? Filters = null);

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
            return SearchReply.Of(found, Stopwatch.GetElapsedTime(started), words.IsEnglish);
        }).WithTags("search");
    }
}
