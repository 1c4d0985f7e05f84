using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Indexing;
using Assistant.Tests.LanguageModels;
using Assistant.Tests.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Answering;

/// <summary>What is suggested first has been asked before.</summary>
public sealed class OpeningQuestionsTests(AnsweringCorpus corpus) : IClassFixture<AnsweringCorpus>
{
    [Fact]
    public async Task Only_what_is_answered_by_the_document_it_names_is_suggested()
    {
        var found = await corpus.Opening.FindAsync(["《{0}》第九十条规定了什么？", "《{0}》什么时候施行？", "《{0}》规定的火星税率是多少？"], CancellationToken.None);

        Assert.Equal(["《清河县农村公路养护补助资金管理办法》什么时候施行？", "《清河县学校食堂食品安全管理办法》什么时候施行？"], found.Order());
        foreach (var question in found) Assert.Equal(AnswerSupport.Answered, (await corpus.AskAsync(question)).Support);
    }

    [Fact]
    public async Task Documents_are_asked_for_different_things_where_they_can_be()
    {
        var found = await corpus.Opening.FindAsync(["《{0}》什么时候施行？", "《{0}》由谁负责解释？"], CancellationToken.None);

        Assert.Contains(found, question => question.EndsWith("什么时候施行？", StringComparison.Ordinal));
        Assert.Contains("《清河县地名管理规定》由谁负责解释？", found);
    }

    [Fact]
    public async Task What_is_read_but_cannot_be_found_yet_changes_nothing_and_is_suggested_afterwards()
    {
        string[] forms = ["《{0}》什么时候施行？"];
        using var folder = new TemporaryFolder();
        var read = new TestCorpus(Path.Combine(folder.Path, "data"));
        await using var services = read.Services;
        var opening = services.GetRequiredService<OpeningQuestions>();

        foreach (var (title, before, after) in ((string, int, int)[])[("清河县夜市管理办法", 0, 1), ("清河县河道管理办法", 1, 2)])
        {
            folder.Write($"corpus/{title}.txt", $"{title}\n\n第一条 为加强管理，制定本办法。\n\n第二条 本办法自2024年9月1日起施行。\n");
            await read.Ingestor.IngestAsync([Path.Combine(folder.Path, "corpus")], prune: false, progress: null, CancellationToken.None);
            Assert.Equal(before, (await opening.FindAsync(forms, CancellationToken.None)).Count);

            await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(CancellationToken.None);
            Assert.Equal(after, (await opening.FindAsync(forms, CancellationToken.None)).Count);
        }
    }

    [Fact]
    public async Task No_server_is_asked()
    {
        await using var server = await StandInRanking.StartAsync();
        server.Wanted = "施行";
        await using var application = new ModelApplication(null, "none",
            ("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"), ("Rerank:Endpoint", server.Endpoint), ("Rerank:Model", "words"));
        await application.IngestAsync(("夜市.txt", "清河县夜市管理办法\n\n第一条 为加强管理，制定本办法。\n\n第二条 本办法自2024年9月1日起施行。\n"));
        var calls = server.Calls;

        Assert.NotEmpty(await application.Get<OpeningQuestions>().FindAsync(["《{0}》什么时候施行？"], CancellationToken.None));
        Assert.Equal(calls, server.Calls);
    }
}
