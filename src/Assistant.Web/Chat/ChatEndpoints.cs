using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Web.Chat.Answers;
using Assistant.Web.Chat.Questions;
using Assistant.Web.Documents;
using Assistant.Web.Search;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Assistant.Web.Chat;

/// <summary>What the pages post where no script runs, and the pieces of pages that scripts fetch where one does.</summary>
public static class ChatEndpoints
{
    /// <summary>How often a stopped answer is looked for: for three seconds in all.</summary>
    private const int StoppedLooks = 60;

    private static readonly TimeSpan StoppedWait = TimeSpan.FromMilliseconds(50);

    public static void MapChat(this IEndpointRouteBuilder app)
    {
        // Every form's token is asked for, also of those that bind no field; what is only fetched needs none.
        var chat = app.MapGroup("").ExcludeFromDescription().WithMetadata(new RequireAntiforgeryTokenAttribute());

        chat.MapPost("ask", async Task<IResult> (
            IFormCollection form, HttpRequest http, QuestionAnswering answering, AnswerLog log, AnswerEventStream stream, DocumentCatalogue catalogue, UnsupportedChoice unsupported,
            Words words, CancellationToken cancellationToken) =>
        {
            var chosen = UnsupportedChoice.Read(form["unsupportedSentences"]);
            if (chosen is { } choice) unsupported.Remember(choice);
            var asked = new AskRequest(
                Question.Checked(form["question"]), form["conversationId"] is [{ Length: > 0 } conversation] ? conversation : null, ScopeForm.Read(form, catalogue, words))
            {
                UnsupportedSentences = chosen ?? unsupported.Current,
                Replaces = form["replaces"] is [{ Length: > 0 } replaced] ? replaced : null,
            };
            if (AskEndpoints.WantsEvents(http)) return TypedResults.ServerSentEvents(stream.StreamToReaderAsync(asked, cancellationToken));
            // Without script nothing has asked the reader whether later turns may go: the form that changes the question says so.
            if (form["again"] is [{ Length: > 0 } again] && log.Find(again) is { } old && StandingFrom(log, asked) > 1) return SeeOther(ToChange(old));
            var answer = await answering.AnswerAsync(asked, cancellationToken);
            return SeeOther(ToAnswer(answer));
        });

        chat.MapPost("choices/unsupported", ([FromForm] string? choice, [FromForm] string? answerId, UnsupportedChoice unsupported, AnswerLog log, Words words) =>
        {
            if (UnsupportedChoice.Read(choice) is { } chosen) unsupported.Remember(chosen);
            return SeeOther(log.Find(answerId ?? "") is { } answer ? ToAnswer(answer) : "/");
        });

        chat.MapPost("conversations/{id}/delete", (string id, AnswerLog log) =>
        {
            log.DeleteConversation(id); // Gone already is as good.
            return SeeOther("/");
        });

        chat.MapPost("documents/upload", async (IFormFileCollection files, Uploads uploads, Words words, CancellationToken cancellationToken) =>
        {
            if (files.Count == 0) throw new RequestRefusedException(StatusCodes.Status400BadRequest, words.UploadEmpty);
            var results = await uploads.AddAsync(files, cancellationToken);
            return Fragment<UploadResultPage>(new { Results = results });
        });

        chat.MapPost("documents/{id}/delete", async (string id, Uploads uploads, CancellationToken cancellationToken) =>
        {
            await uploads.RemoveDocumentAsync(id, cancellationToken);
            return SeeOther("/documents");
        });

        chat.MapGet("pieces/answers/{id}", (string id, AnswerLog log, Words words) =>
            Fragment<AnswerView>(new { Answer = log.Find(id) ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, words.NoSuchAnswer) }));

        // The server notices a little later than the reader that he has stopped.
        // It may as well have been completed in that moment.
        chat.MapGet("pieces/stopped/{id}", async Task<IResult> (string id, AnswerLog log, TimeProvider time, CancellationToken cancellationToken) =>
        {
            for (var look = 0; look < StoppedLooks; look++)
            {
                if (log.Find(id) is { } answer) return Fragment<AnswerView>(new { Answer = answer });
                await Task.Delay(StoppedWait, time, cancellationToken);
            }
            return Results.NoContent();
        });

        // The limits as they stand in the box, with a title in them resolved to its documents; or those of an answer.
        chat.MapGet("pieces/scope", (HttpRequest http, string? answer, AnswerLog log, DocumentCatalogue catalogue, Words words) => Fragment<ScopeFields>(new
        {
            Filter = answer is null ? ScopeForm.Read(http.Query, catalogue, words) : log.Find(answer)?.Filter,
            Open = answer is null,
        }));

        chat.MapGet("pieces/conversations", (string? current) => Fragment<ConversationList>(new { Current = current }));

        chat.MapGet("pieces/library", (Status.LibraryIngestion ingestion) => Fragment<Status.LibraryLine>(new { ingestion.Status }));

        chat.MapGet("pieces/documents/{id}", (string id, int? start, int? end) => Fragment<DocumentText>(new { Id = id, Start = start, End = end, InPane = true }));
    }

    private static string ToAnswer(Answer answer) => $"/conversations/{Uri.EscapeDataString(answer.ConversationId)}#answer-{answer.AnswerId}";

    private static string ToChange(Answer answer) => $"/conversations/{Uri.EscapeDataString(answer.ConversationId)}?edit={answer.AnswerId}#question-form";

    /// <summary>How many turns an answer will take the place of: 0 for one that comes last.</summary>
    private static int StandingFrom(AnswerLog log, AskRequest request) => request is { ConversationId: { } id, Replaces: { } replaced }
        ? log.InConversation(id).SkipWhile(answer => !string.Equals(answer.AnswerId, replaced, StringComparison.Ordinal)).Count()
        : 0;

    /// <summary>After a post: the browser gets the page by itself, and reloading it posts nothing again.</summary>
    private static SeeOther SeeOther(string address) => new(address);

    private static RazorComponentResult<T> Fragment<T>(object parameters) where T : Microsoft.AspNetCore.Components.IComponent => new(parameters);
}

/// <summary>303: get this address next, whatever the method was.</summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
