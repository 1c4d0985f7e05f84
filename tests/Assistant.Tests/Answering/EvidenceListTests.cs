using System.Text.RegularExpressions;
using Assistant.Answering;

namespace Assistant.Tests.Answering;

/// <summary>A list is shown whole, or with the items that the question names: never with some of them.</summary>
public sealed class EvidenceListTests(ListCorpus corpus) : IClassFixture<ListCorpus>
{
    [Theory]
    [InlineData("丙类学校教师的住房补贴是多少？", "第二条|第二条（三）")]
    [InlineData("甲类和丁类学校教师的住房补贴各是多少？", "第二条|第二条（一）|第二条（四）")]
    [InlineData("各类学校教师的住房补贴标准是多少？", "第二条|第二条（一）|第二条（二）|第二条（三）|第二条（四）")]
    [InlineData("乡村教师住房补贴标准", "第二条|第二条（一）|第二条（二）|第二条（三）|第二条（四）")]
    public async Task Items_named_stand_under_their_lead_in_and_without_names_all_do(string question, string expected)
    {
        var answer = await corpus.AskAsync(question);

        var clauses = answer.Citations.Where(citation => citation.DocumentTitle.Contains("教师", StringComparison.Ordinal) && citation.Clause.StartsWith("第二条", StringComparison.Ordinal));
        Assert.Equal(expected.Split('|'), clauses.Select(citation => citation.Clause));
    }

    [Fact]
    public async Task A_question_for_a_kind_of_thing_finds_the_line_that_introduces_it()
    {
        var answer = await corpus.AskAsync("监督检查的方式有哪些？");

        Assert.Equal(["第六条", "第六条（一）", "第六条（二）", "第六条（三）"], answer.Citations.Take(4).Select(citation => citation.Clause));
    }

    [Fact]
    public async Task A_superlative_belongs_to_what_is_asked()
    {
        var answer = await corpus.AskAsync("公示期最长多久？");

        Assert.Contains("十五日", answer.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_said_not_to_be_there()
    {
        var answer = await corpus.AskAsync("《清河县乡村教师住房补贴办法》第九十条规定了什么？");

        Assert.Equal(AnswerSupport.NotFound, answer.Support);
        Assert.Contains("没有第九十条", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("乡村教师住房补贴办法什么时候施行？")]
    [InlineData("《清河县乡村教师住房补贴办法》何时生效？")]
    public async Task The_day_a_document_applies_from_is_found_at_its_end(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.Answered, answer.Support);
        Assert.Contains("自2025年9月1日起施行", answer.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repealed_document_is_marked_as_such()
    {
        var answer = await corpus.AskAsync("特岗教师的交通补贴每月多少元？");

        Assert.Contains("《清河县特岗教师交通补贴规定》（已废止）", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_item_introduces_comes_with_it()
    {
        var answer = await corpus.AskAsync("申请教师住房补贴要提交哪些材料？");

        Assert.Contains("申请应当提交下列材料", answer.Text.Replace("住房补贴", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(["申请表", "身份证明", "派出学校的证明", "支教协议"], item => Assert.Contains(item, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_title_stands_once_above_the_articles_of_a_document()
    {
        var answer = await corpus.AskAsync("《清河县乡村教师住房补贴办法》第四条和第五条规定了什么？");

        Assert.Single(Regex.Matches(answer.Text, "《清河县乡村教师住房补贴办法》"));
        Assert.Contains("**第四条**　骗取", answer.Text, StringComparison.Ordinal);
        Assert.Contains("**第五条**　学校未按时", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("骗取住房补贴怎么处罚？", "三年内不得申请")]
    [InlineData("学校不公示名单有什么后果？", "通报批评")]
    public async Task A_penalty_is_found_in_the_words_rules_use(string question, string words)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.Answered, answer.Support);
        Assert.Contains(words, answer.Citations[0].Quote, StringComparison.Ordinal);
    }
}
