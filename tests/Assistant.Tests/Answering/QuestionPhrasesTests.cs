using Assistant.Answering.Asking;

namespace Assistant.Tests.Answering;

/// <summary>What a reader is told was searched for, and what is said to be missing: whole phrases and no fragments.</summary>
public sealed class QuestionPhrasesTests
{
    [Theory]
    [InlineData("什么样的单位算计划用水单位？", "单位算计划用水单位")]
    [InlineData("加装电梯的施工招标代理费按什么比例收取？", "加装电梯|施工招标代理费|比例收取")]
    [InlineData("农业灌溉用水的具体定额是每亩多少立方米？", "农业灌溉用水|定额")]
    [InlineData("能源企业的要求有哪些？", "能源企业|要求")]
    [InlineData("首台套一共能报几个项目？", "首台套|项目")]
    [InlineData("What is the fine?", "")]
    public void A_question_is_cut_at_words_that_only_ask(string question, string phrases) =>
        Assert.Equal(phrases, string.Join('|', QuestionPhrases.Of(FoldedText.Of(question))));
}
