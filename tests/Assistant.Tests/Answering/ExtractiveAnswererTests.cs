using System.Text.RegularExpressions;
using Assistant.Answering;
using Assistant.Answering.Questions;

namespace Assistant.Tests.Answering;

public sealed class ExtractiveAnswererTests(AnsweringCorpus corpus) : IClassFixture<AnsweringCorpus>
{
    [Theory]
    [InlineData("小修工程单个项目最高补助多少万元？", "第五条", "最高补助30万元")]
    [InlineData("乡镇每年什么时候之前提交养护补助申请？", "第六条", "每年10月31日前")]
    [InlineData("学校食堂的食品留样要放多久？", "第四条", "48小时以上")]
    [InlineData("养护补助资金由哪个部门管理？", "第三条", "县交通运输局会同县财政局")]
    [InlineData("学校食堂陪餐记录至少保存几个月？", "第三条", "不少于6个月")]
    public async Task The_first_citation_is_the_sentence_that_holds_what_is_asked(string question, string clause, string words)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.Answered, answer.Support);
        Assert.True(answer.Grounded);
        Assert.StartsWith(clause, answer.Citations[0].Clause, StringComparison.Ordinal);
        Assert.Contains(words, answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("养护补助标准分别是多少？")]
    [InlineData("哪些情形要收回补助资金？")]
    [InlineData("来信摘录说了什么？")]
    [InlineData("明天会下雨吗？")]
    public async Task Every_quote_is_verbatim_and_every_marker_has_its_citation(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.All(answer.Citations, citation => Assert.Equal(Squeeze(corpus.Source(citation)), Squeeze(citation.Quote)));
        var markers = Regex.Matches(answer.Text, @"(?<!\\)\[(\d+)\]").Select(match => int.Parse(match.Groups[1].Value)).ToList();
        Assert.Equal(answer.Citations.Select(citation => citation.Number), markers);
        Assert.Equal(Enumerable.Range(1, markers.Count), markers);
    }

    [Fact]
    public async Task A_list_is_given_complete_and_in_order_each_item_cited()
    {
        var answer = await corpus.AskAsync("有哪些情形应当收回已拨付的补助资金？");

        var clauses = answer.Citations.Select(citation => citation.Clause).ToList();
        var items = new[] { "第七条（一）", "第七条（二）", "第七条（三）" };
        Assert.Equal(items, clauses.Where(items.Contains));
        Assert.Contains("虚报养护里程的", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Text.IndexOf("虚报", StringComparison.Ordinal) < answer.Text.IndexOf("截留", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_comparison_gives_both_sides()
    {
        var answer = await corpus.AskAsync("小修工程的补助比例，一般情况和脱贫村有什么不同？");

        Assert.Contains("60%", answer.Text, StringComparison.Ordinal);
        Assert.Contains("80%", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_asked_for_is_given_whole()
    {
        var answer = await corpus.AskAsync("《清河县农村公路养护补助资金管理办法》第四条规定了什么？");

        Assert.All(answer.Citations, citation => Assert.StartsWith("第四条", citation.Clause, StringComparison.Ordinal));
        foreach (var words in new[] { "日常养护按照下列标准补助", "一万二千元", "六千元", "三千元" }) Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("《清河县地名管理规定》的文号是什么？", "清政办发〔2023〕17号")]
    [InlineData("《清河县地名管理规定》是哪天印发的？", "2023年6月8日")]
    public async Task Number_and_date_are_found_around_the_clauses(string question, string words)
    {
        var answer = await corpus.AskAsync(question);

        Assert.True(answer.Grounded);
        var citation = Assert.Single(answer.Citations);
        Assert.Contains(words, citation.Quote, StringComparison.Ordinal);
        Assert.Contains(words, corpus.Source(citation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("养护工人的月工资是多少元？")]
    [InlineData("学校食堂每年的经营收入达到多少万元？")]
    [InlineData("学校食堂没有许可证的，罚款多少元？")]
    public async Task A_measure_that_is_not_stated_is_refused_with_the_nearest_clauses(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.False(answer.Grounded);
        Assert.Equal(AnswerSupport.NotFound, answer.Support);
        Assert.StartsWith("文库中没有找到", answer.Text, StringComparison.Ordinal);
        Assert.Contains("已检索 3 份政策文件", answer.Text, StringComparison.Ordinal);
        Assert.Contains("最接近的条款", answer.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
        Assert.False(string.IsNullOrEmpty(answer.SupportReason));
    }

    [Fact]
    public async Task A_question_about_something_else_is_refused()
    {
        var answer = await corpus.AskAsync("火星探测器何时着陆？");

        Assert.False(answer.Grounded);
    }

    [Fact]
    public async Task A_question_in_English_is_refused_in_English()
    {
        var answer = await corpus.AskAsync("How many astronauts landed on Mars?");

        Assert.False(answer.Grounded);
        Assert.StartsWith("No clause in the corpus answers this question", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markers_markup_and_links_of_a_document_stay_words()
    {
        var answer = await corpus.AskAsync("《清河县农村公路养护补助资金管理办法》第九条规定了什么？");

        Assert.Contains(@"\[7\]", answer.Text, StringComparison.Ordinal);
        Assert.Contains(@"\<script>", answer.Text, StringComparison.Ordinal);
        Assert.Contains(@"\*\*说明\*\*", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Citations, citation => citation.Number == 7);
    }

    [Fact]
    public async Task The_stream_gives_passages_then_the_answer_piece_by_piece()
    {
        var events = new List<AnswerEvent>();
        await foreach (var one in corpus.Asking.AskAsync(new AskRequest("村道每公里每年补助多少元？"), CancellationToken.None)) events.Add(one);

        Assert.IsType<AnswerEvent.PassagesFound>(events[0]);
        var done = Assert.IsType<AnswerEvent.Done>(events[^1]);
        Assert.DoesNotContain(events, one => one is AnswerEvent.Drafted);
        Assert.Equal(done.Answer.Text, string.Concat(events.OfType<AnswerEvent.Token>().Select(token => token.Text)).TrimEnd());
        Assert.Equal(done.Answer.Citations, events.OfType<AnswerEvent.CitationFound>().Select(found => found.Citation));
        foreach (var found in events.OfType<AnswerEvent.CitationFound>())
        {
            var marked = events.FindIndex(one => one is AnswerEvent.Token token && token.Text.Contains($"[{found.Citation.Number}]", StringComparison.Ordinal));
            Assert.True(events.IndexOf(found) < marked);
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
