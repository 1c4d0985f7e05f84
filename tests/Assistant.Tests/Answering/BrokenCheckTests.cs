using System.Runtime.CompilerServices;
using Assistant.Answering;
using Assistant.Answering.Generation;
using Assistant.Answering.Questions;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Answering;

/// <summary>What breaks in the program itself while a model's answer is checked: no reader is left without an answer.</summary>
public sealed class BrokenCheckTests
{
    [Fact]
    public async Task A_check_that_breaks_leaves_its_sentence_unsupported_and_is_logged()
    {
        await using var application = new ModelApplication(null, "");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        var found = await application.Get<PassageRetriever>().RetrieveAsync(SampleRegulation.Question, 3, null, CancellationToken.None);
        var log = new Kept();
        // Without a corpus, looking around a passage for what it does not hold breaks.
        var grounder = new SentenceGrounder(null!, [new GivenPassage(1, found.Passages[0])], log);

        var grounded = grounder.Ground("逾期不改正的，处九万元罚款。", [1]);

        Assert.False(grounded.Verdict.Supported);
        Assert.Contains("未能核对", grounded.Reason?.Chinese, StringComparison.Ordinal);
        Assert.Contains("could not be checked", grounded.Reason?.English, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(log.Errors));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)] // A cancellation that the caller knows nothing of, such as a time limit's.
    public async Task Whatever_breaks_once_the_clauses_are_found_they_are_quoted(bool cancelled)
    {
        await using var application = new ModelApplication(null, "");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        var answering = ActivatorUtilities.CreateInstance<QuestionAnswering>(application.Get<IServiceProvider>(), new Breaking(cancelled ? new OperationCanceledException() : new OverflowException()));

        var answer = await answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.NotEmpty(answer.Citations);
        Assert.DoesNotContain("半句", answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Notices, notice => notice.Contains("程序出错", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_caller_alone_can_end_an_answer()
    {
        await using var application = new ModelApplication(null, "");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        using var leaving = new CancellationTokenSource();
        var answering = ActivatorUtilities.CreateInstance<QuestionAnswering>(application.Get<IServiceProvider>(), new Breaking(new OverflowException(), leaving.Cancel));

        await Assert.ThrowsAnyAsync<Exception>(() => answering.AnswerAsync(new AskRequest(SampleRegulation.Question, "left"), leaving.Token));

        Assert.Empty(application.Get<AnswerLog>().InConversation("left"));
    }

    private sealed class Breaking(Exception fault, Action? before = null) : IAnswerer
    {
        public async IAsyncEnumerable<AnswerEvent> AnswerAsync(AnswerContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new AnswerEvent.Token("半句");
            before?.Invoke();
            throw fault;
        }
    }

    private sealed class Kept : ILogger
    {
        public List<Exception?> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Error) Errors.Add(exception);
        }
    }
}
