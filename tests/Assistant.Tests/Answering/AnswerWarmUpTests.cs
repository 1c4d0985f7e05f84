using Assistant.Answering;
using Assistant.Answering.Generation;
using Assistant.Answering.Questions;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Answering;

public sealed class AnswerWarmUpTests
{
    [Fact]
    public async Task It_answers_from_the_corpus_asks_no_model_and_keeps_nothing()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "faithful");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        var before = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);
        var asked = model.Requests.Count;

        await application.Get<AnswerWarmUp>().RunAsync(CancellationToken.None);

        Assert.Equal(asked, model.Requests.Count);
        Assert.Single(application.Get<AnswerLog>().Conversations(10));
        var after = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);
        Assert.Equal(before.Text, after.Text);
    }

    [Fact]
    public async Task What_it_writes_in_the_place_of_the_model_is_checked_and_borne_out()
    {
        await using var application = new ModelApplication("http://127.0.0.1:9/v1", "none");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        var own = application.Get<PassageRetriever>().AskItself().ToList();

        Assert.NotEmpty(own);
        foreach (var (question, found) in own)
            Assert.True(await application.Get<GenerativeWarmUp>().AnswerAsync(new AnswerContext(question, null, found.Passages, [], null), CancellationToken.None), question);
    }

    [Fact]
    public async Task An_empty_corpus_has_nothing_to_ask()
    {
        await using var application = new ModelApplication(null, "none");

        await application.Get<AnswerWarmUp>().RunAsync(CancellationToken.None);

        Assert.Empty(application.Get<PassageRetriever>().AskItself());
    }
}
