using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Indexing.Lexical;
using Assistant.Retrieval;
using Assistant.Tests.Indexing;

namespace Assistant.Tests.Retrieval;

public sealed class PassageRetrieverTests : IAsyncLifetime
{
    private IndexedCorpus _corpus = null!;

    public async Task InitializeAsync() =>
        _corpus = await IndexedCorpus.CreateAsync(("parks.txt", SamplePolicies.Parks), ("libraries.txt", SamplePolicies.Libraries), ("energy.txt", SamplePolicies.Energy));

    public async Task DisposeAsync() => await _corpus.DisposeAsync();

    [Theory]
    [InlineData("What is the fine for violating the rules on prohibited acts?", "罚款")]
    [InlineData("How long must energy storage remain in service life?", "使用寿命")]
    [InlineData("储能项目的investment subsidy比例", "补助")]
    public async Task English_words_are_looked_for_in_Chinese(string question, string expected) =>
        Assert.Contains(expected, (await FindAsync(question))[0].Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("《城市公园管理条例》第三条是怎么规定的？")]
    [InlineData("公园管理条例第3条")]
    [InlineData("城市公园管理条例第３条讲什么")]
    public async Task A_named_article_of_a_named_document_comes_first(string question)
    {
        var first = (await FindAsync(question))[0];
        Assert.Equal("城市公园管理条例", first.DocumentTitle);
        Assert.Contains("十二小时", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_document_comes_before_one_with_the_same_words()
    {
        var first = (await FindAsync("公共图书馆服务办法从哪天起施行"))[0];
        Assert.Contains("2022年1月1日", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_found_in_whatever_width_it_is_written()
    {
        Assert.Contains("3,000万元", (await FindAsync("最高不超过3000万元"))[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_holds_before_ranking()
    {
        var library = _corpus.Get<CorpusStore>().Documents().Single(document => document.Title.Contains("图书馆", StringComparison.Ordinal));
        var found = await FindAsync("开放时间不得少于多少小时", new RetrievalFilter(Documents: [library.Id]));
        Assert.NotEmpty(found);
        Assert.All(found, passage => Assert.Equal(library.Id, passage.DocumentId));
        Assert.Empty(await FindAsync("开放时间", new RetrievalFilter(Issuers: ["没有这个机关"])));
        Assert.Empty(await FindAsync("开放时间", new RetrievalFilter(From: new DateOnly(2100, 1, 1))));
    }

    [Fact]
    public async Task The_clause_that_a_found_one_refers_to_is_brought_along()
    {
        var filler = string.Join("\n\n", Enumerable.Range(5, 20).Select(n => $"第{ChineseNumeral.Format(n)}条 市政道路养护单位应当按照第{n}号规程巡查路面、井盖和护栏，发现破损的及时修复，并在三日内向道路主管部门报告修复情况和所用材料。"));
        await _corpus.AddAsync(("roads.txt", $"市政道路养护条例\n\n第一条 为了加强养护，制定本条例。\n\n第二条 任何单位不得擅自占用、挖掘桥梁通道。\n\n第三条 养护经费列入预算。\n\n第四条 养护单位应当公示电话。\n\n{filler}\n\n第二十五条 有本条例第二条所列情形的，责令限期恢复原状，并处以赔偿金。\n"));
        var found = await FindAsync("哪些情形责令限期恢复原状并处以赔偿金");
        Assert.Contains("恢复原状", found[0].Text, StringComparison.Ordinal);
        var brought = found.FirstOrDefault(passage => passage.BroughtBy is not null);
        Assert.NotNull(brought);
        Assert.Contains("擅自占用", brought.Text, StringComparison.Ordinal);
        Assert.Equal(found[0].ClauseId, brought.BroughtBy);
    }

    [Fact]
    public async Task The_same_text_in_another_file_is_shown_once()
    {
        await _corpus.AddAsync(("parks-again.txt", SamplePolicies.Parks.Replace("城市公园管理条例", "关于公布城市公园管理规定", StringComparison.Ordinal)));
        var found = await FindAsync("公园因维修需要临时关闭，应当提前几日公告");
        Assert.Single(found, passage => passage.Text.Contains("提前三日公告", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_that_fit_alike_the_one_beside_another_that_fits_comes_first()
    {
        const string Beside = "第三条 餐厨垃圾收运单位应当使用密闭车辆。";
        const string Filler = "第二条 本规定所称道路包括桥梁和隧道。";
        await _corpus.AddAsync(
            ("a.txt", $"东城管理规定\n\n第一条 收运单位应当每日清运完餐厨垃圾，不得过夜存放。\n\n{Filler}\n\n{Beside}\n"),
            ("b.txt", $"西城管理规定\n\n第一条 本规定所称道路包括桥梁和隧道。\n\n第二条 餐厨垃圾应当每日由收运单位清运，不得过夜存放。\n\n{Beside}\n"));
        var alone = new PassageRetriever(_corpus.Get<LexicalIndex>(), new RetrievalOptions { NeighbourShare = 0, JoinLength = 0, FirstJoinLength = 0 });
        var without = (await alone.RetrieveAsync("餐厨垃圾、每日、清运", 10, null, CancellationToken.None)).Passages;
        var with = await FindAsync("餐厨垃圾、每日、清运");
        Assert.Equal("东城管理规定", without[0].DocumentTitle);
        Assert.Equal("西城管理规定", with[0].DocumentTitle);
        Assert.Contains("由收运单位清运", with[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_first_passage_takes_much_space_around_what_was_found()
    {
        var numbers = new Random(1);
        string Article(int n) => $"第{ChineseNumeral.Format(n)}条 采砂许可编号为" + string.Join('、', Enumerable.Range(0, 16).Select(_ => ChineseNumeral.Format(numbers.Next(1000, 9999))));
        await _corpus.AddAsync(("rivers.txt", "河道采砂管理条例\n\n" + string.Join("。\n\n", Enumerable.Range(1, 24).Select(Article)) + "。\n"));
        var found = await FindAsync("采砂许可编号");
        var options = new RetrievalOptions();
        Assert.True(found.Count >= 5);
        Assert.InRange(found[0].Text.Length, options.JoinLength + 1, options.FirstJoinLength + 10);
        Assert.All(found.Skip(1), passage => Assert.InRange(passage.Text.Length, 1, options.JoinLength + 10));
    }

    [Fact]
    public async Task A_joined_passage_stands_in_its_span_in_order()
    {
        foreach (var passage in await FindAsync("公园应当每日开放禁止罚款施行"))
        {
            var source = _corpus.Get<CorpusStore>().FindSourceFile(passage.SourceFile)!.Text[passage.Span.Start..passage.Span.End];
            var at = 0;
            foreach (var character in passage.Text.Where(c => !char.IsWhiteSpace(c))) Assert.True((at = source.IndexOf(character, at) + 1) > 0, passage.Text);
        }
    }

    [Fact]
    public async Task The_label_of_a_joined_passage_names_where_its_text_begins_and_ends()
    {
        var found = await FindAsync("读者损坏图书的按照定价赔偿，图书馆设置少年儿童阅览区");
        var joined = found.First(passage => passage.DocumentTitle == "公共图书馆服务办法");

        var articles = Regex.Matches(joined.Text, "^第.条", RegexOptions.Multiline).Select(match => match.Value).ToList();
        Assert.True(articles.Count > 1, joined.Text);
        Assert.Equal($"{articles[0]}至{articles[^1]}", joined.Clause);
    }

    [Fact]
    public async Task A_question_of_any_length_is_answered_soon()
    {
        var question = string.Concat(Enumerable.Repeat("公园开放时间《", 20_000));
        Assert.NotEmpty(await FindAsync(question));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _corpus.Get<PassageRetriever>().RetrieveAsync("公园", 0, null, default));
    }

    private async Task<IReadOnlyList<RetrievedPassage>> FindAsync(string question, RetrievalFilter? filter = null) =>
        (await _corpus.Get<PassageRetriever>().RetrieveAsync(question, 10, filter, CancellationToken.None)).Passages;
}
