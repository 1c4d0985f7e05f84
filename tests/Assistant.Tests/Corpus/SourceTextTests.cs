using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Tests.Corpus;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("为了规\n\n范样本，\r\n  制定本办法。", "为了规范样本，制定本办法。")]
    [InlineData("第一段。\n第二段", "第一段。\n第二段")]
    [InlineData("a sample\nof words", "a sample of words")]
    [InlineData("使用 5G\n技术", "使用 5G技术")]
    public void Reads_wrapped_lines_as_one_text(string source, string expected) =>
        Assert.Equal(expected, SourceText.Read(File(SourceFormat.PlainText, source), new TextSpan(0, source.Length)));

    [Theory]
    [InlineData("<p>甲<b>乙</b>&nbsp;&lt;丙&gt;</p>\n<p>丁</p>", "甲乙 <丙>丁")]
    [InlineData("甲 &#20057; &#x4E19;&ensp;&copy", "甲 乙 丙 ©")]
    [InlineData("1 &lt 2 &amp;amp; 3", "1 < 2 &amp; 3")]
    [InlineData("&unknown; & &; &#; 完", "&unknown; & &; &#; 完")]
    public void Resolves_markup(string source, string expected) =>
        Assert.Equal(expected, SourceText.Read(File(SourceFormat.Html, source), new TextSpan(0, source.Length)));

    [Theory]
    [InlineData(SourceFormat.PlainText, "前文。为了规\n　　范 样本。后文", "为了规范样本。", 3, 14)]
    [InlineData(SourceFormat.Html, "<p>前&nbsp;文<b>样</b>本&amp;文本</p>", "样本&文", 14, 26)]
    [InlineData(SourceFormat.Markdown, "**第一条** 内容", "第一条内容", 2, 10)]
    public void Finds_a_quote_whatever_white_space_and_markup_lies_in_it(SourceFormat format, string source, string quote, int start, int end)
    {
        var file = File(format, source);
        var span = SourceText.Find(file, new TextSpan(0, source.Length), quote);
        Assert.Equal(new TextSpan(start, end), span);
        Assert.Equal(span, SourceText.Find(file, span!.Value, quote));
        Assert.Null(SourceText.Find(file, new TextSpan(start + 1, source.Length), quote));
    }

    [Theory]
    [InlineData("样本办法")]
    [InlineData("")]
    [InlineData(" \n")]
    public void Finds_nothing_that_does_not_stand_there(string quote) => Assert.Null(SourceText.Find(File(SourceFormat.PlainText, "样本管理办法"), new TextSpan(0, 6), quote));

    [Fact]
    public void A_million_opening_brackets_cost_no_more_than_their_length()
    {
        var source = new string('<', 1_000_000);
        Assert.Equal(source.Length, SourceText.Read(File(SourceFormat.Html, source), new TextSpan(0, source.Length)).Length);
    }

    private static SourceFile File(SourceFormat format, string text) => new("a", "", format, text, [], default, []);
}
