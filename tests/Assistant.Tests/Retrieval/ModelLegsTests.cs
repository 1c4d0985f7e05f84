using System.Diagnostics;
using Assistant.Indexing;
using Assistant.Retrieval;
using Assistant.Retrieval.Ranking;
using Assistant.Tests.Indexing;
using Assistant.Tests.Indexing.Qdrant;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Retrieval;

/// <summary>The legs that need a model server, against servers that answer, answer otherwise, and fail.</summary>
public sealed class ModelLegsTests
{
    [Fact]
    public async Task A_paraphrase_without_a_common_word_is_found_by_its_vector()
    {
        await using var server = await StandInRanking.StartAsync();
        await using var plain = await StartAsync();
        await using var dense = await StartAsync(("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"));
        Assert.DoesNotContain((await FindAsync(plain, "水面上玩耍")).Passages.Where(passage => passage.BroughtBy is null).Take(5), passage => passage.Text.Contains("湖泊", StringComparison.Ordinal));
        var found = await FindAsync(dense, "水面上玩耍");
        Assert.Empty(found.Notices);
        Assert.Contains(found.Passages.Where(passage => passage.BroughtBy is null).Take(5), passage => passage.Text.Contains("湖泊", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Vectors_are_computed_once_for_what_did_not_change()
    {
        await using var server = await StandInRanking.StartAsync();
        await using var application = await StartAsync(("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"));
        var embedded = server.TextsEmbedded;
        Assert.True(embedded > 0);
        await application.Get<IndexBuilder>().BringUpToDateAsync(default);
        Assert.Equal(embedded, server.TextsEmbedded);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    public async Task A_failing_embedding_server_leaves_the_lexical_answer_and_a_notice(int status)
    {
        await using var server = await StandInRanking.StartAsync();
        server.Status = status;
        await using var application = await StartAsync(("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"), ("Embeddings:MaxRetries", "0"));
        await using var plain = await StartAsync();
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        Assert.Contains("全文检索", Assert.Single(found.Notices).Chinese, StringComparison.Ordinal);
        Assert.Equal((await FindAsync(plain, "损坏图书怎样赔偿")).Passages.Select(passage => passage.Text), found.Passages.Select(passage => passage.Text));
        var calls = server.Calls;
        await FindAsync(application, "公园开放时间");
        Assert.Equal(calls, server.Calls);
    }

    [Fact]
    public async Task A_failing_embedding_server_is_asked_once_beside_a_vector_server_too()
    {
        await using var qdrant = await StandInQdrant.StartAsync();
        await using var server = await StandInRanking.StartAsync();
        await using var application = await StartAsync(
            ("Index:Kind", "qdrant"), ("Qdrant:Url", qdrant.Url), ("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"), ("Embeddings:MaxRetries", "0"));
        server.Status = 503;
        var calls = server.Calls;
        foreach (var question in (string[])["损坏图书怎样赔偿", "公园开放时间", "储能电站的距离"])
            Assert.Contains("embedding server", Assert.Single((await FindAsync(application, question)).Notices).English, StringComparison.Ordinal);
        Assert.Equal(calls + 1, server.Calls);
    }

    [Fact]
    public async Task A_silent_embedding_server_keeps_one_question_waiting_and_no_other()
    {
        await using var server = await StandInRanking.StartAsync();
        await using var application = await StartAsync(("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"));
        server.Delay = TimeSpan.FromSeconds(30);
        var watch = Stopwatch.StartNew();
        Assert.Single((await FindAsync(application, "损坏图书怎样赔偿")).Notices);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
        watch.Restart();
        Assert.Single((await FindAsync(application, "公园开放时间")).Notices);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Neither_texts_nor_keys_follow_a_redirect()
    {
        await using var elsewhere = await StandInRanking.StartAsync();
        await using var server = await StandInRanking.StartAsync();
        server.Status = 307;
        server.Location = elsewhere.Endpoint;
        await using var application = await StartAsync(
            ("Embeddings:Endpoint", server.Endpoint), ("Embeddings:Model", "words"), ("Embeddings:ApiKey", "k"), ("Rerank:Endpoint", server.Endpoint), ("Rerank:Model", "words"));
        Assert.Equal(2, (await FindAsync(application, "损坏图书怎样赔偿")).Notices.Count);
        Assert.True(server.Calls >= 2);
        Assert.Equal(0, elsewhere.Calls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reranker_decides_the_order_of_the_best(bool speaksTexts)
    {
        await using var server = await StandInRanking.StartAsync();
        server.Wanted = "烟花";
        server.SpeaksTexts = speaksTexts;
        await using var application = await StartAsync(("Rerank:Endpoint", server.Endpoint), ("Rerank:Model", "words"));
        await using var plain = await StartAsync();
        const string question = "公园开放时间不得少于十二小时，园内禁止哪些行为";
        Assert.Contains("十二小时", Sentence(await FindAsync(plain, question)), StringComparison.Ordinal);
        var found = await FindAsync(application, question);
        Assert.Empty(found.Notices);
        Assert.Contains("第四条", found.Passages[0].Clause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_reranker_leaves_the_order_and_a_notice()
    {
        await using var server = await StandInRanking.StartAsync();
        server.Status = 503;
        await using var application = await StartAsync(("Rerank:Endpoint", server.Endpoint), ("Rerank:Model", "words"));
        await using var plain = await StartAsync();
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        Assert.Contains("重排", Assert.Single(found.Notices).Chinese, StringComparison.Ordinal);
        Assert.Equal((await FindAsync(plain, "损坏图书怎样赔偿")).Passages.Select(passage => passage.Text), found.Passages.Select(passage => passage.Text));
    }

    [Fact]
    public void A_weak_leg_cannot_unseat_what_a_good_one_has_first()
    {
        PassageHit[] good = [new(1, 9), new(2, 8), new(3, 7)];
        PassageHit[] weak = [new(3, .9), new(4, .8)];
        Assert.Equal([1, 2, 3, 4], ReciprocalRankFusion.Fuse((good, 1), (weak, 0.01)).Select(hit => hit.Passage));
        Assert.Equal(3, ReciprocalRankFusion.Fuse((good, 1), (weak, 1))[0].Passage);
    }

    private static string Sentence(RetrievalResult result) => result.Passages[0].Text;

    private static Task<RetrievalResult> FindAsync(ModelApplication application, string question) =>
        application.Get<PassageRetriever>().RetrieveAsync(question, 10, null, default);

    private static async Task<ModelApplication> StartAsync(params (string Key, string Value)[] settings)
    {
        var application = new ModelApplication(null, "none", settings);
        await application.IngestAsync(("parks.txt", SamplePolicies.Parks), ("libraries.txt", SamplePolicies.Libraries), ("energy.txt", SamplePolicies.Energy));
        return application;
    }
}
