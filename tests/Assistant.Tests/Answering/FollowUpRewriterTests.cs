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
    [InlineData("那期限呢？", "小修工程的补助比例是多少？", "小修工程的期限是多久？")]
    [InlineData("期限呢？", "补助比例是多少？", $"《{Title}》补助的期限是多久？")]
    [InlineData("那由谁审核呢？", "小修工程的补助比例是多少？", "小修工程，由谁审核？")]
    [InlineData("谁来审批？多久？", "小修工程的补助比例是多少？", "小修工程，谁来审批？多久？")]
    [InlineData("那申请要交哪些材料？", "大修工程补助多少钱？", "大修工程补助，申请要交哪些材料？")]
    [InlineData("申请时间呢？", "大修工程补助多少钱？", "大修工程补助的申请时间是什么时候？")]
    public async Task A_follow_up_inherits_document_article_or_topic(string question, string before, string standalone) =>
        Assert.Equal(standalone, await RewriteAsync(question, before));

    [Theory]
    [InlineData("乙类呢？", "甲类教师住房补贴多少？", "乙类教师住房补贴多少？")]
    [InlineData("三层的呢？", "五层的楼每部补多少？", "三层的楼每部补多少？")]
    [InlineData("明年呢？", "今年建多少个？", "明年建多少个？")]
    [InlineData("个人呢？", "单位偷水罚多少？", "个人偷水罚多少？")]
    [InlineData("交通补贴呢？", "甲类教师住房补贴多少？", "甲类教师交通补贴多少？")]
    [InlineData("购车呢？", "甲类教师租房补贴多少？", "甲类教师购车补贴多少？")]
    [InlineData("县道呢？", "村道每公里补助多少元？", "县道每公里补助多少元？")]
    [InlineData("本科毕业生呢？", "硕士研究生生活补助多少？", "本科毕业生生活补助多少？")]
    [InlineData("外地户口的呢？", "甲类教师住房补贴多少？", "如果是外地户口的，甲类教师住房补贴多少？")]
    [InlineData("不改正呢？", "甲类教师住房补贴多少？", "如果不改正，甲类教师住房补贴多少？")]
    [InlineData("本地的呢？", "如果是外地的，甲类教师住房补贴多少？", "如果是本地的，甲类教师住房补贴多少？")]
    public async Task New_words_take_the_place_of_those_they_are_told_beside(string question, string before, string standalone) =>
        Assert.Equal(standalone, await RewriteAsync(question, before));

    [Theory]
    [InlineData("What about class E?", "How much is the subsidy for class D teachers?", "How much is the subsidy for class E teachers?")]
    [InlineData("And for six-storey buildings?", "How much is paid for five-storey buildings?", "How much is paid for six-storey buildings?")]
    [InlineData("What about farmers?", "What is the penalty for wasting water?", "As for farmers: what is the penalty for wasting water?")]
    [InlineData("Does it apply to farmers?", "What is the penalty for wasting water?", "Does the penalty for wasting water apply to farmers?")]
    public async Task The_same_in_English(string question, string before, string standalone) =>
        Assert.Equal(standalone, await RewriteAsync(question, before));

    [Theory]
    [InlineData("How many parks will be built this year?")]
    [InlineData("Which authority accepts the application of a company?")]
    [InlineData("学校食堂的留样要放多久？")]
    [InlineData("《清河县学校食堂食品安全管理办法》从何时起施行？")]
    [InlineData("乡镇人民政府每年什么时候提交补助申请？")]
    [InlineData("产假多少天？")]
    [InlineData("那养老金怎么领？")]
    [InlineData("居家养老护理费的标准呢？")]
    public async Task A_question_that_stands_alone_is_left_alone(string question) =>
        Assert.Null(await RewriteAsync(question, "小修工程的补助比例是多少？"));

    [Fact]
    public async Task After_an_answer_that_found_nothing_no_document_is_inherited()
    {
        var history = Before("月球土壤的采样标准是多少？") with { Grounded = false };

        Assert.Null(await new FollowUpRewriter().RewriteAsync("第二款呢？", [history], CancellationToken.None));
    }

    [Fact]
    public async Task A_question_that_found_nothing_is_not_what_was_spoken_of()
    {
        IReadOnlyList<Answer> history = [Before("小修工程的补助比例是多少？"), Before("月球土壤的采样标准是多少？") with { Grounded = false }];

        Assert.Equal("小修工程，由谁审核？", await new FollowUpRewriter().RewriteAsync("由谁审核？", history, CancellationToken.None));
    }

    [Theory]
    [InlineData("小修工程的补助比例是多少？", true)]
    [InlineData("甲类教师住房补贴多少？", true)]
    [InlineData("由谁审核？", false)]
    [InlineData("那小修工程的补助比例是多少？", false)]
    [InlineData("它的补助比例是多少？", false)]
    [InlineData("How much is paid for five-storey buildings?", true)]
    [InlineData("What about farmers?", false)]
    public void A_question_that_says_its_subject_stands_alone(string question, bool standsAlone) =>
        Assert.Equal(standsAlone, FollowUpRewriter.StandsAlone(question));

    private static Task<string?> RewriteAsync(string question, string before) =>
        new FollowUpRewriter().RewriteAsync(question, [Before(before)], CancellationToken.None);

    private static Answer Before(string question) => new(
        "c", "a", question, null, "…[1]", true, AnswerSupport.Answered, null, AnswerMode.Extractive, null,
        [new Citation(1, "d", Title, "d/5", "第五条", ["第二章", "第五条"], "养护补助.txt", 0, 1, null, "…")], [],
        [new("d", Title, "d/5", "第五条", ["第五条"], "养护补助.txt", new(0, 1), null, "租房补贴和购车补贴按月发放。县道每公里六千元，村道每公里三千元。硕士研究生每月八百元，本科毕业生每月五百元。", 1)],
        [], [], DateTimeOffset.UnixEpoch, 1);
}
