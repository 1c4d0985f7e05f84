using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Questions;
using Assistant.Retrieval;
using Assistant.Web.Chat.Answers;
using Assistant.Web.Documents;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Chat;

/// <summary>
/// An answer as server-sent events: <c>passages</c> once, <c>token</c> and <c>citation</c> interleaved (a citation before the first token that
/// names it; one that brings a sentence no clause bears gives its words and the reason as <c>unsupported</c>), <c>restarted</c> where the model failed and all tokens and citations so far are void, then one of <c>done</c> and <c>error</c>. The data of
/// each is a JSON object.
/// </summary>
public sealed partial class AnswerEventStream(
    QuestionAnswering answering, AnswerLog log, DocumentCatalogue catalogue, IOptions<AssistantOptions> options, TimeProvider time, Words words, ILogger<AnswerEventStream> logger)
{
    /// <summary>
    /// For a person at a page. Begins with <c>asked</c>, which names the conversation and, as <c>answerId</c>, the answer that will stand in it, also if it
    /// is stopped or the page left: the question and what was said so far. A question that cannot be asked is an <c>error</c> alone.
    /// </summary>
    public async IAsyncEnumerable<SseItem<object>> StreamToReaderAsync(AskRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Problem() is { } problem)
        {
            yield return Item(new AnswerEvent.Error(problem));
            yield break;
        }
        var (conversationId, answerId) = (request.ConversationId ?? AnswerLog.NewId(), request.AnswerId ?? AnswerLog.NewId());
        var asked = request with { ConversationId = conversationId, AnswerId = answerId };
        var started = time.GetTimestamp();
        var chat = options.Value.Chat;
        var soFar = new AnswerSoFar(asked, conversationId, answerId, time.GetUtcNow(), chat.IsConfigured ? chat.Model ?? chat.Endpoint : null);
        yield return new SseItem<object>(new { conversationId, answerId }, "asked");
        try
        {
            await foreach (var item in StreamAsync(asked, soFar.Saw, cancellationToken)) yield return item;
        }
        finally
        {
            // Also where the reader leaves while an event is on its way. What it was to replace stays: half an answer is worth less than a whole one.
            // A conversation that was deleted meanwhile is not brought back by it.
            if (!soFar.IsOver && cancellationToken.IsCancellationRequested && (request.ConversationId is null || log.Holds(conversationId)))
                log.Append(soFar.Stopped(time.GetElapsedTime(started)));
        }
    }

    public IAsyncEnumerable<SseItem<object>> StreamAsync(AskRequest request, CancellationToken cancellationToken) => StreamAsync(request, _ => { }, cancellationToken);

    private async IAsyncEnumerable<SseItem<object>> StreamAsync(AskRequest request, Action<AnswerEvent> saw, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var events = answering.AskAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            SseItem<object>? item;
            var last = false;
            try
            {
                if (!await events.MoveNextAsync()) yield break;
                saw(events.Current);
                item = Item(events.Current);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                yield break; // The reader has left or pressed stop: nobody is there to be told.
            }
#pragma warning disable CA1031 // The reply has begun, so no status can carry the fault: it goes into the stream.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFault(logger, exception);
                item = new SseItem<object>(new { message = words.Fault }, "error");
                last = true;
            }
            yield return item.Value;
            if (last) yield break;
        }
    }

    private SseItem<object> Item(AnswerEvent happened) => happened switch
    {
        AnswerEvent.PassagesFound found => new(new { passages = found.Passages.Select(PassageReply.Of), found.RewrittenQuestion }, "passages"),
        AnswerEvent.Token { Unsupported: { } sentence } token => new(new { token.Text, unsupported = new { words = sentence.Text, sentence.Reason } }, "token"),
        AnswerEvent.Token token => new(new { token.Text }, "token"),
        AnswerEvent.CitationFound found => new(CitationReply.Of(found.Citation, catalogue.Find), "citation"),
        AnswerEvent.Restarted restarted => new(new { restarted.Reason }, "restarted"),
        AnswerEvent.Done done => new(AnswerReply.Of(done.Answer, catalogue.Find), "done"),
        AnswerEvent.Error error => new(new { message = words.Of(error.Sentence) }, "error"),
        _ => throw new InvalidOperationException($"An event without a name: {happened.GetType()}"),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer was cut off")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
