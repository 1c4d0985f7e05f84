using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Retrieval;
using Assistant.Web.Documents;
using Assistant.Web.Search;

namespace Assistant.Web.Chat;

/// <param name="ConversationId">Null starts a new conversation.</param>
/// <param name="UnsupportedSentences"><c>mark</c> or <c>leaveOut</c>: what becomes of a model's sentence that no clause bears; null leaves it to the settings.</param>
public sealed record QuestionRequest(
    string? Question, string? ConversationId = null, RetrievalFilter? Filters = null, UnsupportedSentences? UnsupportedSentences = null);

/// <param name="Title">The first question.</param>
public sealed record ConversationReply(string Id, string Title, IReadOnlyList<AnswerReply> Answers);

public static class AskEndpoints
{
    /// <summary>As many as a person will scroll through.</summary>
    public const int ConversationsListed = 100;

    public static void MapAsk(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").WithTags("answers");

        api.MapPost("ask", async (
            QuestionRequest request, HttpRequest http, QuestionAnswering answering, AnswerEventStream stream, DocumentCatalogue catalogue, Words words,
            CancellationToken cancellationToken) =>
        {
            var asked = new AskRequest(Question.Checked(request.Question), NullIfBlank(request.ConversationId), request.Filters) { UnsupportedSentences = request.UnsupportedSentences };
            return WantsEvents(http)
                ? TypedResults.ServerSentEvents(stream.StreamAsync(asked, cancellationToken))
                : Results.Ok(AnswerReply.Of(await answering.AnswerAsync(asked, cancellationToken), catalogue.Find));
        });

        api.MapGet("answers/{id}", (string id, AnswerLog log, DocumentCatalogue catalogue, Words words) =>
            AnswerReply.Of(log.Find(id) ?? throw NotFound(words.NoSuchAnswer), catalogue.Find));

        api.MapGet("conversations", (AnswerLog log) => log.Conversations(ConversationsListed));

        api.MapGet("conversations/{id}", (string id, AnswerLog log, DocumentCatalogue catalogue, Words words) =>
            log.InConversation(id) is { Count: > 0 } answers
                ? new ConversationReply(id, answers[0].Question, [.. answers.Select(answer => AnswerReply.Of(answer, catalogue.Find))])
                : throw NotFound(words.NoSuchConversation));

        api.MapDelete("conversations/{id}", (string id, AnswerLog log, Words words) =>
            log.DeleteConversation(id) ? Results.NoContent() : throw NotFound(words.NoSuchConversation));
    }

    internal static bool WantsEvents(HttpRequest http) =>
        http.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase));

    private static string? NullIfBlank(string? id) => string.IsNullOrWhiteSpace(id) ? null : id;

    private static RequestRefusedException NotFound(string sentence) => new(StatusCodes.Status404NotFound, sentence);
}
