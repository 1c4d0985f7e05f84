using Assistant.Answering;
using Assistant.Corpus.Database;
using Assistant.Tests.Cli;
using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>Finding a conversation again.</summary>
[Collection(Chromium.Pages)]
public sealed class ConversationListTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Conversations_stand_under_their_day_and_are_found_by_any_of_their_questions()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        await visit.AskAsync("本办法自何时起施行？");
        await visit.Page.GotoAsync("/");
        await visit.AskAsync("站点的监督管理由哪个部门负责？");
        await Assertions.Expect(visit.Page.Locator("#conversations .day")).ToHaveTextAsync("今天");
        await Assertions.Expect(visit.Page.Locator("#conversations li a").Last).ToHaveAttributeAsync("title", SampleRules.Question);

        await visit.Page.FillAsync(".find input", "何时起");
        await visit.Page.PressAsync(".find input", "Enter");
        await Assertions.Expect(visit.Page.Locator("main .document-list a")).ToHaveTextAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator("main .document-list .meta")).ToContainTextAsync("2 问");
        await visit.Page.FillAsync("main input[name=query]", "%");
        await visit.ClickAsync("main .filters button");
        await Assertions.Expect(visit.Page.Locator("main .document-list a")).ToHaveCountAsync(0);
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task What_the_command_line_asks_is_kept_and_is_in_no_readers_list()
    {
        using var folder = new TemporaryFolder();
        var data = System.IO.Path.Combine(folder.Path, "data");
        foreach (var (name, text) in SampleRules.Files) folder.Write(System.IO.Path.Combine("corpus", name), text);
        Assert.Equal(0, (await CommandLine.RunAsync("ingest", System.IO.Path.Combine(folder.Path, "corpus"), "--data", data)).ExitCode);
        var asked = await CommandLine.RunAsync("ask", SampleRules.Question, "--data", data, "--json");

        var log = new AnswerLog(new CorpusDatabase(data));
        Assert.NotEmpty(log.InConversation(asked.Json.GetProperty("conversationId").GetString()!));
        Assert.Empty(log.Conversations(10, listedOnly: true));
        Assert.Single(log.Conversations(10));
    }
}
