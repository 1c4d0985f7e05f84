using Assistant.Corpus.Text;
using Assistant.Indexing;
using Assistant.Retrieval;

namespace Assistant.Tests.Retrieval;

public sealed class PassageLabelTests
{
    [Theory]
    [InlineData("第十一条至第十二条", "第十一条", "第十二条")]
    [InlineData("第二十五条（一）至（三）", "第二十五条|（一）", "第二十五条|（二）", "第二十五条|（三）")]
    [InlineData("第二十五条（一）至第二十六条", "第二十五条|（一）", "第二十六条")]
    [InlineData("第二十五条", "第二十五条", "第二十五条|（二）")]
    [InlineData("第十条至第十条之一", "第十条", "第十条之一")]
    [InlineData("三至四、（一）", "三、", "四、|（一）")]
    [InlineData("第一条至第三条及其前文", "", "第一条", "第二条", "第三条")]
    [InlineData("第九条及其后文", "第九条", "")]
    [InlineData("第九条及其前后文", "", "第九条", "")]
    [InlineData("", "", "")]
    public void Neighbours_are_labelled_from_the_first_to_the_last(string label, params string[] parts) =>
        Assert.Equal(label, PassageLabel.Of([.. parts.Select(Passage)]));

    [Theory]
    [InlineData("三、（六）至（九）", "三、|（六）", "（六）财政补贴。", "三、|（八）", "（八）维修资金。\n（九）管线迁移，按照（十）办理。")]
    [InlineData("第四条（一）至（三）", "第四条|（一）", "（一）甲；\n（二）乙：\n1.丙；\n（三）丁。")]
    [InlineData("第四条", "第四条", "第四条 下列情形：\n（一）甲；\n（二）乙。")]
    [InlineData("二、", "二、", "二、补贴标准\n1.甲；\n2.乙。")]
    public void Sisters_in_one_passage_count(string label, params string[] pathsAndTexts) =>
        Assert.Equal(label, PassageLabel.Of([.. pathsAndTexts.Chunk(2).Select(pair => Passage(pair[0]) with { Text = pair[1] })]));

    private static Passage Passage(string path) =>
        new("document", "clause", path.Replace("|", "", StringComparison.Ordinal), path.Split('|', StringSplitOptions.RemoveEmptyEntries), new TextSpan(0, 1), null, "", "", 0);
}
