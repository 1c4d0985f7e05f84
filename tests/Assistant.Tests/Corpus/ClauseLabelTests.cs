using Assistant.Corpus.Labels;

namespace Assistant.Tests.Corpus;

public sealed class ClauseLabelTests
{
    [Theory]
    [InlineData("第二十五条 甲", LabelStyle.Article, "第二十五条", 25, 0)]
    [InlineData("第 一百二十三 条之二 甲", LabelStyle.Article, "第一百二十三条之二", 123, 2)]
    [InlineData("第九千九百九十九条 甲", LabelStyle.Article, "第九千九百九十九条", 9999, 0)]
    [InlineData("**第三条** 甲", LabelStyle.Article, "第三条", 3, 0)]
    [InlineData("第三条外国船舶不得靠泊", LabelStyle.Article, "第三条", 3, 0)]
    [InlineData("第一分编 通则", LabelStyle.Subpart, "第一分编", 1, 0)]
    [InlineData("- （ 二 ）甲", LabelStyle.BracketedNumeral, "（二）", 2, 0)]
    [InlineData("(十一) 甲", LabelStyle.BracketedNumeral, "(十一)", 11, 0)]
    [InlineData("（一）项目管理", LabelStyle.BracketedNumeral, "（一）", 1, 0)]
    [InlineData("二、 甲", LabelStyle.Numeral, "二、", 2, 0)]
    [InlineData("１．甲", LabelStyle.Digit, "１．", 1, 0)]
    [InlineData("1.2024年甲", LabelStyle.Digit, "1.", 1, 0)]
    [InlineData("3、甲", LabelStyle.Digit, "3、", 3, 0)]
    [InlineData("2) 甲", LabelStyle.BracketedDigit, "2)", 2, 0)]
    [InlineData("③甲", LabelStyle.Circled, "③", 3, 0)]
    [InlineData("6.1.2 甲", LabelStyle.Dotted, "6.1.2", 2, 0)]
    [InlineData("附件 2", LabelStyle.Annex, "附件2", 2, 0)]
    public void Reads(string text, LabelStyle style, string printed, int number, int insertion)
    {
        var label = ClauseLabel.Read(text);
        Assert.NotNull(label);
        Assert.False(label.IsMention);
        Assert.Equal((style, printed, number, insertion), (label.Style, label.Text, label.Number, label.Insertion));
    }

    [Theory]
    [InlineData("第一，要重视")]
    [InlineData("第三人应当到庭")]
    [InlineData("第二款规定的情形")]
    [InlineData("一是加强领导")]
    [InlineData("1.5万吨")]
    [InlineData("6.5MPa")]
    [InlineData("20.7%")]
    [InlineData("2024年5月1日")]
    [InlineData("[12] 张某")]
    [InlineData("第二条例")]
    public void Leaves_running_text_alone(string text) => Assert.Null(ClauseLabel.Read(text));

    [Theory]
    [InlineData("第一条第二款规定的读者")]
    [InlineData("第三条所称图书")]
    [InlineData("第五条、第六条规定的期限")]
    [InlineData("一、二、三类图书")]
    [InlineData("（一）项规定的情形")]
    [InlineData("（一）、（二）项所列行为")]
    public void Says_when_a_provision_is_only_spoken_of(string text) => Assert.True(ClauseLabel.Read(text)?.IsMention);
}
