using System.Diagnostics;
using Assistant.Answering.Questions;
using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;
using Assistant.Tests.Retrieval;

namespace Assistant.Tests.Indexing.Qdrant;

/// <summary>The engine with a Qdrant that answers, is away, comes back, has another key, another version or nothing left.</summary>
public sealed class QdrantApplicationTests : IAsyncLifetime
{
    private StandInQdrant _server = null!;

    public async Task InitializeAsync() => _server = await StandInQdrant.StartAsync();

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Assert.Empty(_server.Violations);
    }

    [Fact]
    public async Task A_question_is_answered_from_the_collection_and_ranked_as_without_it()
    {
        await using var application = await StartAsync();
        await using var embedded = Application(("Index:Kind", "sqlite"));
        await IngestAsync(embedded);
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        Assert.Empty(found.Notices);
        Assert.Contains("三倍", found.Passages[0].Text, StringComparison.Ordinal);
        Assert.Equal((await FindAsync(embedded, "损坏图书怎样赔偿")).Passages[0].Text, found.Passages[0].Text);
        Assert.Equal(1, _server.Count("POST", "/points/query"));
        Assert.Equal(application.Get<IndexBuilder>().State.Passages, _server.Passages(_server.Target("assistant")!).Count);
    }

    [Fact]
    public async Task Words_and_vectors_are_fused_on_the_server()
    {
        await using var model = await StandInRanking.StartAsync();
        await using var application = await StartAsync(("Embeddings:Endpoint", model.Endpoint), ("Embeddings:Model", "words"));
        var found = await FindAsync(application, "水面上玩耍");
        Assert.Empty(found.Notices);
        Assert.Contains(found.Passages.Where(passage => passage.BroughtBy is null).Take(5), passage => passage.Text.Contains("湖泊", StringComparison.Ordinal));
        Assert.Equal(1, _server.Count("POST", "/points/query"));
    }

    [Fact]
    public async Task A_filter_is_the_servers_work()
    {
        await using var application = await StartAsync();
        var libraries = application.Get<CorpusStore>().Documents().Single(document => document.Title.Contains("图书馆", StringComparison.Ordinal));
        var index = (QdrantVectorIndex)application.Get<IVectorIndex>();
        var words = SparseWords.OfQuery(LexicalQuery.Of("开放时间"));
        var all = await index.FindAsync(words, null, null, 10, default);
        Assert.True(all.Select(hit => hit.Hit.DocumentId).Distinct().Count() > 1);
        var narrowed = await index.FindAsync(words, null, new PassageFilter([libraries.Id]), 10, default);
        Assert.Equal(libraries.Id, Assert.Single(narrowed.Select(hit => hit.Hit.DocumentId).Distinct()));
        Assert.Empty(await index.FindAsync(words, null, new PassageFilter(Issuers: ["没有这个机关"]), 10, default));
        Assert.Empty(await index.FindAsync(words, null, new PassageFilter(From: new DateOnly(2999, 1, 1)), 10, default));
        Assert.Equal(all.Count, (await index.FindAsync(words, null, new PassageFilter(InForceOnly: true), 10, default)).Count);
    }

    [Fact]
    public async Task A_readers_filter_reaches_the_server_and_holds()
    {
        await using var application = await StartAsync();
        var libraries = application.Get<CorpusStore>().Documents().Single(document => document.Title.Contains("图书馆", StringComparison.Ordinal));
        var found = await application.Get<PassageRetriever>().RetrieveAsync("开放时间", 10, new RetrievalFilter([libraries.Id]), default);
        Assert.Empty(found.Notices);
        Assert.NotEmpty(found.Passages);
        Assert.All(found.Passages, passage => Assert.Equal(libraries.Id, passage.DocumentId));
        Assert.Equal(1, _server.Count("POST", "/points/query"));
        Assert.Empty((await application.Get<PassageRetriever>().RetrieveAsync("开放时间", 10, new RetrievalFilter(From: new DateOnly(2999, 1, 1)), default)).Passages);
    }

    [Fact]
    public async Task Deleted_and_changed_documents_are_found_no_more()
    {
        await using var application = await StartAsync(("Qdrant:BatchSize", "2"));
        var parks = application.Get<CorpusStore>().Documents().Single(document => document.Title.Contains("公园", StringComparison.Ordinal));
        application.Get<CorpusStore>().RemoveDocument(parks.Id);
        await application.IngestAsync(("图书馆.txt", "公共图书馆服务办法\n\n第一条 图书馆每周开放六十小时。\n"));
        var held = _server.Passages(_server.Target("assistant")!);
        Assert.DoesNotContain(held, passage => passage.Document == parks.Id);
        Assert.Equal(application.Get<IndexBuilder>().State.Passages, held.Count);
        Assert.Contains("六十小时", (await FindAsync(application, "图书馆每周开放多少小时")).Passages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Down_at_start_it_answers_from_the_embedded_index_says_so_and_catches_up()
    {
        await _server.StopAsync();
        await using var application = await StartAsync();
        var state = application.Get<IndexBuilder>().State;
        Assert.True(state.Ready);
        AssertSaid("连接不上", state.Notice);
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        Assert.Contains("三倍", found.Passages[0].Text, StringComparison.Ordinal);
        AssertSaid("内置索引", Assert.Single(found.Notices));
        await _server.ListenAsync();
        await application.Get<IndexBuilder>().BringUpToDateAsync(default);
        Assert.Null(application.Get<IndexBuilder>().State.Notice);
        Assert.Empty((await FindAsync(application, "损坏图书怎样赔偿")).Notices);
    }

    [Fact]
    public async Task Away_between_two_questions_it_is_asked_once_and_then_left_alone()
    {
        await using var application = await StartAsync();
        _server.Fail = (_, path) => path.EndsWith("/query", StringComparison.Ordinal) ? (503, "starting") : null;
        for (var i = 0; i < 3; i++) AssertSaid("内置索引", Assert.Single((await FindAsync(application, "损坏图书怎样赔偿")).Notices));
        Assert.Equal(1, _server.Count("POST", "/points/query"));
        Assert.NotNull(application.Get<IndexBuilder>().State.Notice);
    }

    [Fact]
    public async Task A_slow_server_keeps_no_question_waiting()
    {
        await using var application = await StartAsync(("Qdrant:SearchTimeout", "00:00:00.3"));
        _server.Delay = TimeSpan.FromSeconds(5);
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        AssertSaid("没有回答", Assert.Single(found.Notices));
        Assert.NotEmpty(found.Passages);
    }

    [Theory]
    [InlineData(500, "Service internal error: No space left on device", "No space left")]
    [InlineData(507, "Insufficient storage", "507")]
    public async Task What_stops_an_upsert_is_tried_again_and_then_told(int status, string error, string told)
    {
        _server.Fail = (method, path) => method == "PUT" && path.EndsWith("/points", StringComparison.Ordinal) ? (status, error) : null;
        await using var application = await StartAsync();
        AssertSaid(told, application.Get<IndexBuilder>().State.Notice);
        Assert.Equal(2, _server.Count("PUT", "/points?wait=true"));
        Assert.Null(_server.Target("assistant"));
    }

    [Fact]
    public async Task A_wrong_key_is_said_and_not_tried_again()
    {
        _server.ApiKey = "right";
        await using var application = await StartAsync(("Qdrant:ApiKey", "wrong"));
        AssertSaid("ApiKey", application.Get<IndexBuilder>().State.Notice);
        Assert.Equal(2, _server.Requests.Count); // everybody is told the version, and then the collection is asked for
    }

    [Theory]
    [InlineData("1.7.4", "太旧")]
    [InlineData("", "版本")]
    public async Task A_server_that_cannot_do_it_is_refused(string version, string told)
    {
        _server.Version = version;
        await using var application = await StartAsync();
        AssertSaid(told, application.Get<IndexBuilder>().State.Notice);
        Assert.Empty(_server.Collections);
    }

    [Fact]
    public async Task A_collection_deleted_by_hand_is_told_and_built_again()
    {
        await using var application = await StartAsync();
        _server.DeleteByHand(_server.Target("assistant")!);
        var found = await FindAsync(application, "损坏图书怎样赔偿");
        Assert.Contains("三倍", found.Passages[0].Text, StringComparison.Ordinal);
        AssertSaid("没有集合", Assert.Single(found.Notices));
        AssertSaid("没有集合", application.Get<IndexBuilder>().State.Notice);
        await application.Get<IndexBuilder>().BringUpToDateAsync(default);
        Assert.Null(application.Get<IndexBuilder>().State.Notice);
        Assert.Equal(application.Get<IndexBuilder>().State.Passages, _server.Passages(_server.Target("assistant")!).Count);
    }

    [Fact]
    public async Task Another_model_builds_beside_and_the_alias_moves_only_when_all_is_there()
    {
        await using var first = await StartAsync();
        var before = _server.Target("assistant");
        await using var model = await StandInRanking.StartAsync();
        (string, string)[] settings = [("Embeddings:Endpoint", model.Endpoint), ("Embeddings:Model", "words"), ("Qdrant:BatchSize", "4")];
        var upserts = 0;
        _server.Fail = (method, path) => method == "PUT" && path.EndsWith("/points", StringComparison.Ordinal) && ++upserts > 2 ? (500, "broken") : null;
        await using var second = await StartAsync(settings);
        Assert.Equal(before, _server.Target("assistant"));
        Assert.Equal(2, _server.Collections.Count);
        Assert.Empty((await FindAsync(first, "损坏图书怎样赔偿")).Notices);
        _server.Fail = null;
        await second.Get<IndexBuilder>().BringUpToDateAsync(default);
        Assert.NotEqual(before, _server.Target("assistant"));
        Assert.Equal([_server.Target("assistant")!], _server.Collections);
        // Whoever still has the old settings does not build the old collection again, and answers all the same.
        AssertSaid("没有集合", Assert.Single((await FindAsync(first, "损坏图书怎样赔偿")).Notices));
        await first.Get<IndexBuilder>().BringUpToDateAsync(default);
        AssertSaid("另一套设置", first.Get<IndexBuilder>().State.Notice);
        Assert.Single(_server.Collections);
    }

    [Fact]
    public async Task A_key_that_may_not_write_is_no_wrong_key()
    {
        _server.Fail = (method, _) => method == "PUT" ? (403, "Forbidden: Write access to collection is required") : null;
        await using var application = await StartAsync();
        AssertSaid("Write access", application.Get<IndexBuilder>().State.Notice);
        Assert.DoesNotContain("ApiKey", application.Get<IndexBuilder>().State.Notice!.Chinese, StringComparison.Ordinal);
        Assert.Equal(1, _server.Requests.Count(request => request.StartsWith("PUT", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_asks_for_a_pause_gets_it()
    {
        var upserts = 0;
        _server.RetryAfter = 3;
        _server.Fail = (method, path) => method == "PUT" && path.EndsWith("/points", StringComparison.Ordinal) && ++upserts == 1 ? (429, "Rate limiting exceeded") : null;
        var started = Stopwatch.GetTimestamp();
        await using var application = await StartAsync();
        Assert.True(Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(2.9));
        Assert.Null(application.Get<IndexBuilder>().State.Notice);
    }

    [Theory]
    [InlineData("""{"result":{},"status":"ok"}""")]
    [InlineData("""{"status":"ok"}""")]
    [InlineData("<html>sign in</html>")]
    public async Task What_does_not_answer_like_Qdrant_is_told_so(string answer)
    {
        _server.Instead = (_, path) => path == "/" ? null : answer;
        await using var application = await StartAsync();
        AssertSaid("不像是 Qdrant", application.Get<IndexBuilder>().State.Notice);
    }

    [Fact]
    public async Task Who_asks_in_English_is_told_in_English_what_is_wrong()
    {
        await using var application = await StartAsync();
        _server.Fail = (_, path) => path.EndsWith("/query", StringComparison.Ordinal) ? (503, "starting") : null;
        var english = Assert.Single((await application.Answering.AnswerAsync(new AskRequest("How much must be paid for damaged books?"), default)).Notices);
        Assert.Equal("Qdrant reports an error (503): starting. The embedded index was searched.", english);
        Assert.Contains("本次用内置索引检索", Assert.Single((await application.Answering.AnswerAsync(new AskRequest("损坏图书怎样赔偿？"), default)).Notices), StringComparison.Ordinal);
    }

    /// <summary>Both versions share the ids of their passages: neither is whole now.</summary>
    [Fact]
    public async Task A_document_whose_replacement_broke_off_counts_as_held_in_no_version()
    {
        var index = QdrantIndexes.Open(_server.Url, options => options.MaxRetries = 0);
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }, new float[] { 1, 0 }], default);
        var writes = 0;
        _server.Fail = (_, path) => path.Contains("/points", StringComparison.Ordinal) && ++writes == 2 ? (500, "broken") : null;
        await Assert.ThrowsAsync<QdrantException>(() => index.ReplaceAsync("a", "2", [new float[] { 0, 1 }, new float[] { 0, 1 }], default));
        Assert.Empty(await index.HashesAsync(default));
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }, new float[] { 1, 0 }], default);
        Assert.Equal(2, (await index.SearchAsync(new float[] { 1, 0 }, 5, null, default)).Count(hit => hit.Score > 0.99));
    }

    [Fact]
    public async Task Who_adds_a_document_does_not_wait_for_the_vectors_of_others()
    {
        await using var application = Application(("Index:Kind", "qdrant"), ("Qdrant:Url", _server.Url), ("Qdrant:MaxRetries", "0"));
        _server.Delay = TimeSpan.FromSeconds(20);
        var first = IngestAsync(application);
        while (_server.Requests.IsEmpty) await Task.Delay(10);
        var second = application.IngestAsync(("广场.txt", "城市广场管理办法\n\n第一条 广场舞不得晚于二十一时。\n"));
        while (!(await FindAsync(application, "广场舞不得晚于几时")).Passages.Any(passage => passage.Text.Contains("二十一时", StringComparison.Ordinal))) await Task.Delay(10);
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
        await _server.StopAsync();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task More_documents_than_one_answer_lists_are_all_known_and_none_fills_a_request_alone()
    {
        const int documents = 5001;
        var index = QdrantIndexes.Open(_server.Url);
        await index.ReplaceAsync(Enumerable.Range(0, documents).Select(i => new DocumentVectors($"d{i}", $"h{i}", [])).ToAsyncEnumerable(), default);
        var hashes = await index.HashesAsync(default);
        Assert.Equal(documents, hashes.Count);
        Assert.All(Enumerable.Range(0, documents), i => Assert.Equal($"h{i}", hashes[$"d{i}"]));
        Assert.Equal(2, _server.Count("POST", "/points/scroll"));
        Assert.InRange(_server.Count("PUT", "/points?wait=true"), 5, 7);
    }

    [Fact]
    public async Task Vectors_of_another_length_are_never_mixed_in()
    {
        var index = QdrantIndexes.Open(_server.Url);
        await index.ReplaceAsync("a", "1", [new float[] { 1, 0 }], default);
        var fault = await Assert.ThrowsAsync<QdrantException>(() => QdrantIndexes.Open(_server.Url).ReplaceAsync("b", "1", [new float[] { 1, 0, 0 }], default));
        Assert.Contains("向量长度", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_layout_is_what_the_settings_say()
    {
        await QdrantIndexes.Open(_server.Url, options =>
        {
            (options.ShardNumber, options.ReplicationFactor, options.OnDiskPayload, options.OnDiskVectors, options.Quantization) = (6, 2, false, true, QdrantQuantization.Scalar);
        }).PrepareAsync(4, default);
        var settings = _server.SettingsOf(Assert.Single(_server.Collections));
        Assert.Equal(6, settings["shard_number"]!.GetValue<int>());
        Assert.Equal(2, settings["replication_factor"]!.GetValue<int>());
        Assert.False(settings["on_disk_payload"]!.GetValue<bool>());
        Assert.True(settings["vectors"]!["dense"]!["on_disk"]!.GetValue<bool>());
        Assert.Equal("int8", settings["quantization_config"]!["scalar"]!["type"]!.GetValue<string>());
        Assert.Equal("idf", settings["sparse_vectors"]!["lexical"]!["modifier"]!.GetValue<string>());
    }

    [Fact]
    public async Task Fifty_nine_thousand_articles_take_less_than_three_hundred_requests()
    {
        var index = QdrantIndexes.Open(_server.Url);
        await index.PrepareAsync(null, default);
        _server.Requests.Clear();
        await index.ReplaceAsync(Articles(), default);
        Assert.InRange(_server.Requests.Count, 1, 299);
        Assert.Equal(59_000, await index.CountAsync(default));

        static async IAsyncEnumerable<DocumentVectors> Articles()
        {
            for (var document = 0; document < 1000; document++)
            {
                await Task.Yield();
                var id = $"law{document}";
                yield return new DocumentVectors(id, "1", [])
                {
                    Passages = [.. Enumerable.Range(1, 59).Select(article => new Passage(id, id, $"第{article}条", [], default, null, $"第{article}条 单位应当遵守本法的规定", "某法", article))],
                };
            }
        }
    }

    /// <summary>In one language or the other, and without Chinese in the English.</summary>
    private static void AssertSaid(string part, Wording? said)
    {
        Assert.Contains(part, said!.InBoth, StringComparison.Ordinal);
        Assert.DoesNotContain(said.English, c => c is >= '\u3000' and <= '\uffef');
    }

    private async Task<ModelApplication> StartAsync(params (string, string)[] settings)
    {
        var application = Application([("Index:Kind", "qdrant"), ("Qdrant:Url", _server.Url), ("Qdrant:MaxRetries", "1"), .. settings]);
        await IngestAsync(application);
        return application;
    }

    private static ModelApplication Application(params (string, string)[] settings) => new(null, "", settings);

    private static Task IngestAsync(ModelApplication application) =>
        application.IngestAsync(("公园.txt", SamplePolicies.Parks), ("图书馆.txt", SamplePolicies.Libraries), ("储能.txt", SamplePolicies.Energy));

    private static Task<RetrievalResult> FindAsync(ModelApplication application, string question) =>
        application.Get<PassageRetriever>().RetrieveAsync(question, 10, null, default);
}
