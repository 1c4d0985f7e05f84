using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Indexing;

public sealed class LexicalIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_right_passage_comes_before_the_near_miss_and_a_distractor_does_not_come()
    {
        var corpus = await IndexAsync(("parks.txt", SamplePolicies.Parks), ("libraries.txt", SamplePolicies.Libraries), ("energy.txt", SamplePolicies.Energy));
        var found = Search(corpus, "公园每日开放时间不得少于几小时");
        Assert.StartsWith("第三条", found[0].Text, StringComparison.Ordinal);
        var miss = found.FindIndex(passage => passage.Text.Contains("五十六小时", StringComparison.Ordinal));
        Assert.True(miss > 0);
        Assert.DoesNotContain(found.Take(miss), passage => passage.Text.Contains("储能", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_file_replaces_its_passages_and_leaves_the_segments_of_others_alone()
    {
        var corpus = await IndexAsync(("parks.txt", SamplePolicies.Parks), ("libraries.txt", SamplePolicies.Libraries));
        var before = Segments();
        await IndexAsync(corpus, ("libraries.txt", SamplePolicies.Libraries.Replace("三倍", "五倍", StringComparison.Ordinal)));
        Assert.Contains("五倍", Search(corpus, "损坏图书怎样赔偿")[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Search(corpus, "三倍赔偿"), passage => passage.Text.Contains("三倍", StringComparison.Ordinal));
        Assert.Contains("公园", Search(corpus, "公园禁止的行为")[0].Text, StringComparison.Ordinal);
        Assert.Subset(Segments().ToHashSet(StringComparer.Ordinal), before.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_removed_document_is_not_found_from_the_next_search_on()
    {
        var corpus = await IndexAsync(("parks.txt", SamplePolicies.Parks), ("libraries.txt", SamplePolicies.Libraries));
        corpus.Store.RemoveSourceFile("parks.txt");
        Assert.DoesNotContain(Search(corpus, "公园禁止的行为"), passage => passage.Text.Contains("烈性犬", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_process_on_the_same_folder_sees_what_this_one_adds()
    {
        var writer = await IndexAsync(("parks.txt", SamplePolicies.Parks));
        var reader = new TestCorpus(Data);
        Assert.DoesNotContain(Search(reader, "损坏图书"), passage => passage.Text.Contains("三倍", StringComparison.Ordinal));
        await IndexAsync(writer, ("libraries.txt", SamplePolicies.Libraries));
        Assert.Contains("三倍", Search(reader, "损坏图书怎样赔偿")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_or_deleted_index_is_built_again()
    {
        await IndexAsync(("parks.txt", SamplePolicies.Parks));
        var segment = Assert.Single(Segments());
        var bytes = await File.ReadAllBytesAsync(segment);
        bytes[^3] ^= 0xFF;
        await File.WriteAllBytesAsync(segment, bytes);
        Assert.Contains("烈性犬", Search(await IndexAsync(), "携带烈性犬")[0].Text, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(Data, "index"), recursive: true);
        Assert.Contains("烈性犬", Search(await IndexAsync(), "携带烈性犬")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_small_additions_are_merged_and_all_of_them_found()
    {
        var corpus = await IndexAsync();
        for (var i = 0; i < 12; i++)
            await IndexAsync(corpus, ($"{i}.txt", $"第{i}号试点办法\n\n第一条 编号为K{i}Q的试点城市应当每季度报送进展。\n\n第二条 本办法自公布之日起施行。\n"));
        Assert.InRange(Segments().Length, 1, 7);
        for (var i = 0; i < 12; i++) Assert.Contains($"K{i}Q", Search(corpus, $"编号K{i}Q的试点城市")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Candidates_of_another_index_come_beside_the_own_and_change_no_score()
    {
        // More than are searched whole; every hundredth says what is asked for.
        var articles = Enumerable.Range(1, 4500).Select(i => $"第{i}条 第{i}号仓库应当在每个季度结束后二十日内向主管部门书面报告存放的货物{(i % 100 == 0 ? "和周转效率" : "")}。\n\n");
        var corpus = await IndexAsync(("warehouses.txt", "仓库管理办法\n\n" + string.Concat(articles)), ("energy.txt", SamplePolicies.Energy));
        var snapshot = corpus.Services.GetRequiredService<LexicalIndex>().Current();
        var query = LexicalQuery.Of("效率，货币");
        var own = LexicalIndex.Search(snapshot, query, new LexicalWeights(), null, 10_000, CancellationToken.None).ToList();
        Assert.True(snapshot.PassageCount > 4000);
        Assert.Contains("效率", snapshot.Read(own[0].Passage).Text, StringComparison.Ordinal);
        var other = Enumerable.Range(0, snapshot.PassageCount).First(passage => own.TrueForAll(hit => hit.Passage != passage) && snapshot.Read(passage).Text.Contains('货'));
        var both = LexicalIndex.Search(snapshot, query, new LexicalWeights(), null, 10_000, CancellationToken.None, [other, own[0].Passage]);
        Assert.Equal(other, Assert.Single(both.Except(own)).Passage);
        Assert.Equal(own.Count + 1, both.Count);
    }

    [Fact]
    public async Task The_state_says_when_it_can_be_searched()
    {
        var corpus = new TestCorpus(Data);
        Assert.False(corpus.Services.GetRequiredService<IndexBuilder>().State.Ready);
        await IndexAsync(corpus, ("parks.txt", SamplePolicies.Parks));
        var state = corpus.Services.GetRequiredService<IndexBuilder>().State;
        Assert.True(state.Ready);
        Assert.True(state.Passages > 0);
        Assert.Null(state.Reason);
        Assert.True(new TestCorpus(Data).Services.GetRequiredService<IndexBuilder>().State.Ready);
    }

    [Theory]
    [InlineData("")]
    [InlineData("？！")]
    [InlineData("\uD840\uDC00 ﷽ 🙂")]
    public async Task Nothing_to_look_for_finds_nothing(string question) => Assert.Empty(Search(await IndexAsync(("parks.txt", SamplePolicies.Parks)), question));

    private string Data => Path.Combine(_folder.Path, "data");

    private string[] Segments() => Directory.GetFiles(Path.Combine(Data, "index"), "*.segment");

    private Task<TestCorpus> IndexAsync(params (string Name, string Text)[] files) => IndexAsync(new TestCorpus(Data), files);

    private async Task<TestCorpus> IndexAsync(TestCorpus corpus, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) _folder.Write("corpus/" + name, text);
        if (files.Length > 0) await corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "corpus")], false, null, CancellationToken.None);
        await corpus.Services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(CancellationToken.None);
        return corpus;
    }

    private static List<Passage> Search(TestCorpus corpus, string question)
    {
        var snapshot = corpus.Services.GetRequiredService<LexicalIndex>().Current();
        return [.. LexicalIndex.Search(snapshot, LexicalQuery.Of(question), new LexicalWeights(), null, 10, CancellationToken.None).Select(hit => snapshot.Read(hit.Passage))];
    }
}
