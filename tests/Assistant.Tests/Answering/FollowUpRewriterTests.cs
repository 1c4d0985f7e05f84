using Assistant.Answering;
using Assistant.Answering.Citations;
using Assistant.Answering.Questions;

namespace Assistant.Tests.Answering;

public sealed class FollowUpRewriterTests
{
    private const string Title = "清河县农村公路养护补助资金管理办法";

    [Theory]
    [InlineData("第二款呢？", "小修工程按什么比例补助？", $"《{Title}》第五条第二款规定了什么？")]
    [InlineData("那第（三）项呢", $"《{Title}》第七条规定了什么？", $"《{Title}》第七条第（三）项规定了什么？")]
    [InlineData("第八条是什么？", "小修工程按什么比例补助？", $"《{Title}》第八条规定了什么？")]
    [InlineData("它什么时候施行？", "小修工程按什么比例补助？", $"《{Title}》什么时候施行？")]
    [InlineData("那期限呢？", "小修工程的补助比例是多少？", $"《{Title}》小修工程的期限是什么？")]
    [InlineData("那由谁审核呢？", "小修工程的补助比例是多少？", $"《{Title}》小修工程，由谁审核？")]
    public async Task A_follow_up_inherits_document_article_or_topic(string question, string before, string standalone) =>
        Assert.Equal(standalone, await RewriteAsync(question, before));

    [Theory]
    [InlineData("学校食堂的留样要放多久？")]
    [InlineData("《清河县学校食堂食品安全管理办法》从何时起施行？")]
    [InlineData("乡镇人民政府每年什么时候提交补助申请？")]
    public async Task A_question_that_stands_alone_is_left_alone(string question) =>
        Assert.Null(await RewriteAsync(question, "小修工程的补助比例是多少？"));

    [Fact]
    public async Task After_an_answer_that_found_nothing_no_document_is_inherited()
    {
        var history = Before("月球土壤的采样标准是多少？") with { Grounded = false };

        Assert.Null(await new FollowUpRewriter().RewriteAsync("第二款呢？", [history], CancellationToken.None));
    }

    private static Task<string?> RewriteAsync(string question, string before) =>
        new FollowUpRewriter().RewriteAsync(question, [Before(before)], CancellationToken.None);

    private static Answer Before(string question) => new(
        "c", "a", question, null, "…[1]", true, AnswerSupport.Answered, null, AnswerMode.Extractive, null,
        [new Citation(1, "d", Title, "d/5", "第五条", ["第二章", "第五条"], "养护补助.txt", 0, 1, null, "…")], [], [], [], [], DateTimeOffset.UnixEpoch, 1);
}
