using Assistant.Answering;

namespace Assistant.Tests.Answering;

/// <summary>"Found" is said only where the clauses tell what was asked, of the thing it was asked of; else the reader is told what they do not mention.</summary>
public sealed class BadgeTests(BadgeCorpus corpus) : IClassFixture<BadgeCorpus>
{
    [Theory]
    [InlineData("摊位使用期多长？", "三年")]
    [InlineData("一类摊位每月多少钱？", "三百元")]
    [InlineData("摊位费由谁收取？", "县城市管理局")]
    [InlineData("图书借阅押金是多少？", "一百元")]
    [InlineData("借书逾期怎么办？", "滞纳金")]
    [InlineData("哪些情形收回摊位？", "散装白酒")]
    public async Task What_the_clauses_tell_is_found(string question, string words)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.Answered, answer.Support);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("五类摊位每月多少钱？", "五类")]
    [InlineData("2019年摊位费每月多少钱？", "2019年")]
    [InlineData("奶茶摊位每月多少钱？", "奶茶")]
    [InlineData("盲人图书借阅押金是多少？", "盲人")]
    public async Task What_they_do_not_mention_is_named(string question, string missing)
    {
        var answer = await corpus.AskAsync(question);

        Assert.NotEqual(AnswerSupport.Answered, answer.Support);
        Assert.Contains($"没有提到“{missing}", answer.SupportReason, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("县城市管理局局长是谁？")]
    [InlineData("摊位的物业费是多少？")]
    [InlineData("夜市摊位的保洁员有哪些？")]
    public async Task A_noun_that_nothing_speaks_of_is_not_answered_by_its_neighbours(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.NotFound, answer.Support);
    }

    [Theory]
    [InlineData("《夜市食品安全条例》第三条规定了什么？", "夜市食品安全条例")]
    [InlineData("城市市容法规定的摊位费是多少？", "城市市容法")]
    public async Task Another_document_does_not_answer_for_one_that_is_not_held(string question, string name)
    {
        var answer = await corpus.AskAsync(question);

        Assert.NotEqual(AnswerSupport.Answered, answer.Support);
        Assert.Contains($"没有《{name}》", answer.SupportReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_left_to_another_document_is_not_found()
    {
        var answer = await corpus.AskAsync("摊位等级的评定标准是什么？");

        Assert.NotEqual(AnswerSupport.Answered, answer.Support);
    }

    [Theory]
    [InlineData("一类摊位每月最多多少钱？", AnswerSupport.Weak)]
    [InlineData("市场开办者未登记摊主信息的，最多罚款多少钱？", AnswerSupport.Answered)]
    public async Task The_most_of_an_amount_is_told_by_a_clause_that_limits_one(string question, AnswerSupport support)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(support, answer.Support);
        Assert.Equal(support == AnswerSupport.Weak, answer.SupportReason?.Contains("上限", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("夜市摊位管理办法还有效吗？", "有效期三年", "没有文件废止它")]
    [InlineData("早市摊位管理规定还有效吗？", "早市摊位管理规定》同时废止", "已经废止")]
    public async Task Whether_a_document_applies_is_told_by_the_clauses_that_settle_it(string question, string words, string reason)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.Answered, answer.Support);
        Assert.Contains(words, answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Contains(reason, answer.SupportReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_edition_of_another_year_is_not_the_one_that_is_held()
    {
        var answer = await corpus.AskAsync("2016年的《清河县夜市摊位管理办法》还有效吗？");

        Assert.Equal(AnswerSupport.Weak, answer.Support);
        Assert.Contains("不是2016年的文本", answer.SupportReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_that_turns_the_rule_round_belongs_to_it()
    {
        var answer = await corpus.AskAsync("摊主转让摊位有利于什么？");

        Assert.Contains("但是，摊主以高于原价", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_that_points_to_the_one_before_brings_it()
    {
        var answer = await corpus.AskAsync("摊位使用期届满后可以再延长几年？");

        Assert.Contains("摊位使用期为三年", answer.Text, StringComparison.Ordinal);
        Assert.Contains("再延长二年", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clause_that_a_penalty_is_left_to_is_quoted_as_well()
    {
        var answer = await corpus.AskAsync("市场开办者不公示价目表罚款多少？");

        Assert.Contains(answer.Citations, citation => citation.Clause == "第四条");
        Assert.Contains(answer.Citations, citation => citation.Clause.StartsWith("第六条", StringComparison.Ordinal) && citation.Quote.Contains("二千元以上一万元以下", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("图书借阅押金是多少？")]
    [InlineData("借书逾期怎么办？")]
    public async Task A_question_of_the_document_is_no_evidence(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.DoesNotContain(answer.Citations, citation => citation.Quote.TrimEnd().EndsWith('？'));
    }

    [Theory]
    [InlineData("收回摊位以后补偿多少钱？")]
    [InlineData("经营散装白酒罚款多少？")]
    [InlineData("What is the fine for selling fireworks?")]
    public async Task Nothing_is_cited_twice(string question)
    {
        var answer = await corpus.AskAsync(question);

        var spans = answer.Citations.Select(citation => (citation.SourceFile, citation.Start, citation.End)).ToList();
        Assert.Equal(spans.Distinct(), spans);
        Assert.DoesNotContain(spans, one => spans.Exists(other => other != one && other.SourceFile == one.SourceFile && other.Start <= one.Start && other.End >= one.End));
    }
}
