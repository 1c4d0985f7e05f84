using Assistant.Answering;


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
}
