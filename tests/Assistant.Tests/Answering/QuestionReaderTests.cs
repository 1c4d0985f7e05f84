using Assistant.Answering.Asking;
using Assistant.Answering.Evidence;

namespace Assistant.Tests.Answering;

public sealed class QuestionReaderTests
{
    [Theory]
    [InlineData("每公里补助多少万元？", AskedKind.Amount)]
    [InlineData("罚款金额是多少？", AskedKind.Amount)]
    [InlineData("补助比例是多少？", AskedKind.Percentage)]
    [InlineData("占全部支出的百分之几？", AskedKind.Percentage)]
    [InlineData("一共有多少项措施？", AskedKind.Count)]
    [InlineData("要在几日内办结？", AskedKind.Duration)]
    [InlineData("最晚哪天提交？", AskedKind.Date)]
    [InlineData("由哪个部门审批？", AskedKind.Body)]
    [InlineData("发文文号是什么？", AskedKind.Document)]
    [InlineData("养护补助资金是指什么？", AskedKind.Definition)]
    [InlineData("学校可以自己经营食堂吗？", AskedKind.YesNo)]
    [InlineData("申请要符合哪些条件？", AskedKind.Enumeration)]
    [InlineData("How many inspections are held each term?", AskedKind.Count)]
    [InlineData("What share of the cost is covered?", AskedKind.Percentage)]
    [InlineData("When does the regulation take effect?", AskedKind.Date)]
    public void The_kind_of_thing_asked_is_read_from_the_words(string question, AskedKind kind) =>
        Assert.Contains(kind, QuestionReader.Read(question, []).Asked.Select(asked => asked.Kind));

    [Fact]
    public void Every_kind_has_its_row() =>
        Assert.Equal(Enum.GetValues<AskedKind>(), AskedForms.All.Select(form => form.Kind).Order());

    [Theory]
    [InlineData("哪几家单位参加？")]
    [InlineData("几个相邻的乡镇能不能共用一个养护站？")]
    [InlineData("好几次检查都没通过怎么办？")]
    public void Some_and_which_ask_for_no_number(string question) =>
        Assert.DoesNotContain(AskedKind.Count, QuestionReader.Read(question, []).Asked.Select(asked => asked.Kind));

    [Theory]
    [InlineData("多少项", "共清理地方标准370余项", true)]
    [InlineData("多少项", "共召开15场座谈会", false)]
    [InlineData("多少公斤", "载重能力500kg及以上", true)]
    [InlineData("多少万元", "最高补助30万元", true)]
    [InlineData("多少万元", "面积不少于30万平方米", false)]
    [InlineData("百分之几", "不超过核定造价的60%", true)]
    [InlineData("多久", "自收到申请之日起20个工作日内", true)]
    [InlineData("多久", "应当及时办理", false)]
    [InlineData("什么时候", "自2025年3月1日起施行", true)]
    public void A_sentence_holds_the_kind_asked_or_does_not(string asked, string sentence, bool holds) =>
        Assert.Equal(holds, TypedEvidence.Find(Assert.Single(QuestionReader.Read(asked + "？", []).Asked), FoldedText.Of(sentence)).Count > 0);

    [Theory]
    [InlineData("《某办法》第十二条规定了什么？", true, 12, 0)]
    [InlineData("第十二条之一的内容是什么？", true, 12, 1)]
    [InlineData("按第十二条处理以后还要做什么？", false, 12, 0)]
    public void An_article_asked_for_is_told_from_one_mentioned(string question, bool wantsWhole, int number, int insertion)
    {
        var reading = QuestionReader.Read(question, []);

        Assert.Equal(wantsWhole, reading.WantsWholeArticle);
        Assert.Equal(new ArticleNumber(number, insertion), Assert.Single(reading.Articles));
    }
}
