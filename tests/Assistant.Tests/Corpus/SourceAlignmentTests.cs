using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Tests.Corpus;

public sealed class SourceAlignmentTests
{
    [Theory]
    [InlineData(SourceFormat.PlainText, "为了规\n　　范 样本", "为了规范 样本", "为|了|规|范||样|本")]
    [InlineData(SourceFormat.Markdown, "**第一条** [办法](a.md)内", "第一条办法内", "第|一|条|办|法|内")]
    [InlineData(SourceFormat.Html, "<b title='甲'>甲</b>&nbsp乙&lt;&#x20000;", "甲 乙<\U00020000", "甲||乙|&lt;|&#x20000;|&#x20000;")]
    public void Each_character_has_its_place(SourceFormat format, string source, string reading, string places)
    {
        var found = SourceAlignment.Places(source, format, [new TextSpan(0, source.Length)], reading).Select(place => source[place.Start..place.End]);

        Assert.Equal(places, string.Join('|', found));
    }

    [Fact]
    public void What_is_no_text_is_passed_over()
    {
        var file = new SourceFile("a", "", SourceFormat.PlainText, "为了规范\n范本 第 3 页\n样本", [], default, []);

        var places = SourceAlignment.Places(file, new TextSpan(0, file.Text.Length), [new TextSpan(5, 13)], "规范样本").ToList();

        Assert.Equal([2, 3, 14, 15], places.Select(place => place.Start));
    }

    [Fact]
    public void Words_that_do_not_stand_there_end_it() =>
        Assert.Equal(2, SourceAlignment.Places("样本", SourceFormat.PlainText, [new TextSpan(0, 2)], "样本办法").Count());
}
