using Assistant.Answering.Composition;

namespace Assistant.Answering;

/// <summary>An extractive answer, held ready while a model writes one.</summary>
internal sealed class StandbyAnswer
{
    private readonly List<AnswerEvent> _events;
    private readonly AnswerDraft _draft;

    private StandbyAnswer(List<AnswerEvent> events, AnswerDraft draft) => (_events, _draft) = (events, draft);

    public AnswerSupport Support => _draft.Support;

    public IEnumerable<AnswerEvent> Events => [.. _events, new AnswerEvent.Drafted(_draft)];

    /// <param name="events">Of an answerer, up to its <see cref="AnswerEvent.Drafted"/>.</param>
    public static async Task<StandbyAnswer> ReadAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        var before = new List<AnswerEvent>();
        await foreach (var answerEvent in events)
        {
            if (answerEvent is AnswerEvent.Drafted { Draft: var draft }) return new StandbyAnswer(before, draft);
            before.Add(answerEvent);
        }
        throw new InvalidOperationException("An answerer ends with a draft.");
    }

    /// <summary>In the place of a model that failed. Where it read these very clauses and found no answer in them, they are not shown as one.</summary>
    public IEnumerable<AnswerEvent> InPlaceOf(AnswererFailedException failure, AnswerLanguage language)
    {
        var draft = _draft with { Notices = [failure.Message, .. _draft.Notices] };
        if (failure.FoundNoAnswer && draft.Support == AnswerSupport.Answered)
        {
            var reason = NoAnswer.In(language);
            var opening = MarkdownText.Escape(AnswerWords.For(language).WeakOpening(reason)) + "\n\n";
            draft = draft with { Text = opening + draft.Text, Support = AnswerSupport.Weak, SupportReason = reason };
            yield return new AnswerEvent.Token(opening);
        }
        foreach (var answerEvent in _events) yield return answerEvent;
        yield return new AnswerEvent.Drafted(draft);
    }

    private static readonly Wording NoAnswer = new("模型没有从这些条文中找到答案", "the model found no answer in them");
}
