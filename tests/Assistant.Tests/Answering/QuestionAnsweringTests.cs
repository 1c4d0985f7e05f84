using Assistant.Answering;
using Assistant.Answering.Questions;

namespace Assistant.Tests.Answering;

public sealed class QuestionAnsweringTests(AnsweringCorpus corpus) : IClassFixture<AnsweringCorpus>
{
    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("？？！")]
    public async Task An_empty_question_is_refused_in_words(string question)
    {
        var error = await Assert.ThrowsAsync<QuestionRefusedException>(() => corpus.AskAsync(question));

        Assert.Contains("问题是空的", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_100000_characters_is_refused_in_words()
    {
        var events = new List<AnswerEvent>();
        await foreach (var one in corpus.Asking.AskAsync(new AskRequest(new string('问', 100_000)), CancellationToken.None)) events.Add(one);

        Assert.Contains("100000", Assert.IsType<AnswerEvent.Error>(Assert.Single(events)).Sentence.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_question_leaves_nothing_behind()
    {
        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var one in corpus.Asking.AskAsync(new AskRequest("养护补助资金由谁管理？", "left-early"), leaving.Token))
                if (one is AnswerEvent.PassagesFound) await leaving.CancelAsync();
        });

        Assert.Empty(corpus.Log.InConversation("left-early"));
    }

    [Fact]
    public async Task An_answer_is_kept_with_what_explains_it()
    {
        var answer = await corpus.AskAsync("村道每公里每年补助多少元？");

        var kept = corpus.Log.Find(answer.AnswerId)!;
        Assert.Equal(answer.Text, kept.Text);
        Assert.Equal(answer.Citations.Select(citation => citation.Quote), kept.Citations.Select(citation => citation.Quote));
        Assert.Equal(answer.Nearest.Select(passage => passage.ClauseId), kept.Nearest.Select(passage => passage.ClauseId));
        Assert.Equal(answer.Nearest.Count, kept.Trace!.PassageHashes.Count);
        Assert.All(kept.Trace.PassageHashes, hash => Assert.Equal(64, hash.Length));
        Assert.Null(corpus.Log.Find("unknown"));
    }

    [Fact]
    public async Task Conversations_are_listed_latest_first_titled_after_their_first_question_and_deleted_whole()
    {
        await corpus.AskAsync("县道每公里每年补助多少元？", "older");
        await corpus.AskAsync("食品留样量不少于多少克？", "newer");
        await corpus.AskAsync("那乡道呢？", "older");

        var listed = corpus.Log.Conversations(50).Where(one => one.Id is "older" or "newer").ToList();
        Assert.Equal(["older", "newer"], listed.Select(one => one.Id));
        Assert.Equal("县道每公里每年补助多少元？", listed[0].Title);
        Assert.Equal(2, listed[0].Answers);
        Assert.Equal(["县道每公里每年补助多少元？", "那乡道呢？"], corpus.Log.InConversation("older").Select(answer => answer.Question));
        Assert.Single(corpus.Log.Conversations(1));

        Assert.True(corpus.Log.DeleteConversation("older"));
        Assert.False(corpus.Log.DeleteConversation("older"));
        Assert.Empty(corpus.Log.InConversation("older"));
    }

    [Fact]
    public async Task An_answer_that_is_replaced_already_replaces_nothing_more()
    {
        var first = await corpus.AskAsync("县道每公里每年补助多少元？", "stale");
        await corpus.AskAsync("食品留样量不少于多少克？", "stale");
        await AskAgainAsync("乡道每公里每年补助多少元？");
        await AskAgainAsync("村道每公里每年补助多少元？"); // From a page that still shows the first.

        Assert.Equal(["乡道每公里每年补助多少元？", "村道每公里每年补助多少元？"], corpus.Log.InConversation("stale").Select(answer => answer.Question));
        Assert.Empty(corpus.Log.InConversation("stale", before: first.AnswerId));
        Assert.Equal(2, corpus.Log.InConversation("stale", before: "unknown").Count);

        Task<Answer> AskAgainAsync(string question) => corpus.Asking.AnswerAsync(new AskRequest(question, "stale") { Replaces = first.AnswerId }, CancellationToken.None);
    }

    [Fact]
    public async Task What_was_asked_after_a_question_is_not_replaced_by_its_answer()
    {
        var first = await corpus.AskAsync("县道每公里每年补助多少元？", "crossing");
        var askedAgain = first.AskedAt.AddSeconds(1);
        corpus.Log.Append(first with { AnswerId = AnswerLog.NewId(), Question = "另一页的问题？", AskedAt = askedAgain.AddSeconds(1) });
        corpus.Log.Append(first with { AnswerId = AnswerLog.NewId(), Question = "重新问的问题？", AskedAt = askedAgain }, replaces: first.AnswerId);

        Assert.Equal(["重新问的问题？", "另一页的问题？"], corpus.Log.InConversation("crossing").Select(answer => answer.Question));
    }

    [Fact]
    public async Task A_clause_asked_for_next_is_looked_for_in_the_document_before()
    {
        await corpus.AskAsync("《清河县农村公路养护补助资金管理办法》第四条规定了什么？", "clauses");
        var next = await corpus.AskAsync("第七条呢？", "clauses");

        Assert.Equal("《清河县农村公路养护补助资金管理办法》第七条规定了什么？", next.RewrittenQuestion);
        Assert.All(next.Citations, citation => Assert.StartsWith("第七条", citation.Clause, StringComparison.Ordinal));
    }
}
