using Assistant.Answering.Composition;
using Assistant.Answering.Evidence;

namespace Assistant.Tests.Answering;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("第一句。第二句！第三句？", "第一句。|第二句！|第三句？")]
    [InlineData("他说：“可以。”随后离开。", "他说：“可以。”|随后离开。")]
    [InlineData("资金（含利息。下同）应当专款专用。另行核算。", "资金（含利息。下同）应当专款专用。|另行核算。")]
    [InlineData("标题\n正文。", "标题|正文。")]
    [InlineData("有下列情形的：（一）甲；（二）乙。", "有下列情形的：（一）甲；（二）乙。")]
    [InlineData("", "")]
    public void Sentences_end_where_a_reader_pauses(string text, string sentences) =>
        Assert.Equal(sentences, string.Join('|', SentenceSplitter.Split(text)));

    [Theory]
    [InlineData("见[3]和<b>粗体</b>", @"见\[3\]和\<b>粗体\</b>")]
    [InlineData("1. 第一项", @"1\. 第一项")]
    [InlineData("# 不是标题", @"\# 不是标题")]
    [InlineData("A&lt;B", @"A\&lt;B")]
    [InlineData("一行\n二行", "一行 二行")]
    public void Words_of_a_document_mean_nothing_in_Markdown(string text, string escaped) => Assert.Equal(escaped, MarkdownText.Escape(text));

    [Fact]
    public void An_opening_mark_never_closed_does_not_swallow_the_text() =>
        Assert.Equal(2, SentenceSplitter.Split("（开头" + new string('字', 220) + "。后面一句。").Count);
}
