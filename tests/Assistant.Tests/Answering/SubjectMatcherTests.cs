using Assistant.Answering;

namespace Assistant.Tests.Answering;

/// <summary>What no document speaks of is refused, whatever word it shares with them.</summary>
public sealed class SubjectMatcherTests(AnsweringCorpus corpus) : IClassFixture<AnsweringCorpus>
{
    [Theory]
    [InlineData("海王星基地的税率是多少？")]
    [InlineData("竖琴考级的条件是什么？")]
    [InlineData("热带鱼养殖违反规定怎么处罚？")]
    [InlineData("潜艇驾驶证由哪个部门发？")]
    [InlineData("翡翠毛料的进口标准")]
    [InlineData("魔术表演要提交哪些材料？")]
    [InlineData("What is the tariff on violins?")]
    public async Task A_question_about_something_foreign_is_not_answered(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.Equal(AnswerSupport.NotFound, answer.Support);
        Assert.All(answer.Statements, statement => Assert.NotNull(statement.Reason));
    }

    [Theory]
    [InlineData("养护补助")]
    [InlineData("食品留样")]
    [InlineData("陪餐制度")]
    [InlineData("村道补多少钱？")]
    [InlineData("虚报里程会怎样？")]
    public async Task A_few_words_about_what_the_documents_speak_of_are_answered(string question)
    {
        var answer = await corpus.AskAsync(question);

        Assert.NotEqual(AnswerSupport.NotFound, answer.Support);
    }
}
