using System.Text;
using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Questions;
using Assistant.Retrieval;

namespace Assistant.Web.Chat.Answers;

/// <summary>What of an answer has been sent, so that one that is stopped stays in its conversation as far as it came.</summary>
/// <param name="chatModel">Null without one.</param>
public sealed class AnswerSoFar(AskRequest request, string conversationId, string answerId, DateTimeOffset askedAt, string? chatModel)
{
    private readonly StringBuilder _text = new();
    private readonly List<Citation> _citations = [];
    private readonly List<Statement> _unsupported = [];
    private string? _model = chatModel;
    private string? _rewritten;
    private IReadOnlyList<RetrievedPassage> _passages = [];

    /// <summary>An answer, or the reason for none, was sent: there is nothing to keep.</summary>
    public bool IsOver { get; private set; }

    public void Saw(AnswerEvent happened)
    {
        switch (happened)
        {
            case AnswerEvent.PassagesFound found:
                (_passages, _rewritten) = (found.Passages, found.RewrittenQuestion);
                break;
            case AnswerEvent.Token token:
                _text.Append(token.Text);
                if (token.Unsupported is { } sentence) _unsupported.Add(sentence);
                break;
            case AnswerEvent.CitationFound found:
                _citations.Add(found.Citation);
                break;
            case AnswerEvent.Restarted:
                _text.Clear();
                _citations.Clear();
                _unsupported.Clear();
                _model = null; // The clauses are quoted from here on.
                break;
            case AnswerEvent.Done or AnswerEvent.Error:
                IsOver = true;
                break;
        }
    }

    public Answer Stopped(TimeSpan elapsed) => new(
        conversationId, answerId, request.Question.Trim(), _rewritten, _text.ToString(), Grounded: false, AnswerSupport.Weak, SupportReason: null,
        _model is null ? AnswerMode.Extractive : AnswerMode.Generative, _model, _citations, _unsupported, _passages, [], [], askedAt, elapsed.TotalMilliseconds)
    {
        IsStopped = true,
        ToReplace = request.Replaces,
        Filter = RetrievalFilter.IsOpen(request.Filter) ? null : request.Filter,
    };
}
