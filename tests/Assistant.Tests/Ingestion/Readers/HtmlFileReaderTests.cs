using System.Text;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;

namespace Assistant.Tests.Ingestion.Readers;

public sealed class HtmlFileReaderTests
{
    private const string Page =
        """
        <!DOCTYPE html>
        <html><head><title>样本网</title><style>p { color: red }</style></head>
        <body>
        <nav><a href="/">首页</a> &gt; 通知</nav>
        <script>if (1 < 2) { document.write("<p>脚本里的字</p>"); }</script>
        <h1>关于样本&ldquo;提升&rdquo;的通知</h1>
        <div class="TRS_Editor">
        <p>　　各有关单位：</p>
        <p><strong>一、总体要求</strong></p>
        <p>坚持<b>稳中求进</b>，<!-- 编者注 -->提升
        质量&nbsp;&amp;&nbsp;效率&#x3002;</p>
        <p>第一行<br/>第二行</p>
        <table><thead><tr><th>序号</th><th>名称</th></tr></thead>
        <tr><td>1</td><td><p>甲项</p><p>（试点）</p></td></tr>
        <tr><td></td><td colspan="2">合并</td></tr></table>
        </div>
        <div class="qrcode-box">扫一扫在手机打开当前页</div>
        <p>责任编辑：某某</p>
        <footer>版权所有</footer>
        </body></html>
        """;

    [Fact]
    public void Reads_the_main_text_and_leaves_the_furniture_of_the_page()
    {
        var lines = Read(Page).Lines;
        Assert.Equal(
            [
                "关于样本“提升”的通知", "各有关单位：", "一、总体要求", "坚持稳中求进，提升质量 & 效率。", "第一行", "第二行",
                "序号\t名称", "1\t甲项 （试点）",  "合并",
            ],
            lines.Select(line => line.Text));
        Assert.Equal(1, lines[0].HeadingLevel);
        Assert.True(lines[2].IsBold);
        Assert.False(lines[3].IsBold);
        Assert.True(lines[3].IsBlock);
        Assert.False(lines[4].IsBlock);
        Assert.Equal(4, lines[1].Indent);
        Assert.True(lines[6].IsTableHeader);
        Assert.Equal(["1", "甲项 （试点）"], lines[7].Cells);
    }

    [Fact]
    public void The_span_of_each_line_holds_its_words_once_tags_are_removed_and_entities_resolved()
    {
        var extracted = Read(Page);
        Assert.All(extracted.Lines, line => Assert.Equal(Squeeze(line.Text), Markup.Plain(extracted.Text[line.Span.Start..line.Span.End])));
    }

    [Fact]
    public void Comments_and_attributes_that_hold_a_closing_bracket_stand_in_no_line()
    {
        var extracted = Read("<p>前半句<!-- <b>注</b> -->后半句<img alt=\"a > b\">完<a title='>'>。</a></p>");
        Assert.Equal("前半句后半句完。", string.Concat(extracted.Lines.Select(line => line.Text)));
        Assert.All(extracted.Lines, line => Assert.Equal(line.Text, Markup.Plain(extracted.Text[line.Span.Start..line.Span.End])));
        Assert.All(extracted.Lines, line => Assert.False(line.IsBlock)); // nobody may take a half for a paragraph
    }

    [Fact]
    public void A_table_that_arranges_the_page_is_no_table_of_data()
    {
        var lines = Read("<table><tr><td>栏目</td><td><h2>关于样本的函</h2><p>第一条 内容。</p><table><tr><td>甲</td><td>乙</td></tr></table></td></tr></table>").Lines;
        Assert.Equal(["栏目", "关于样本的函", "第一条 内容。", "甲\t乙"], lines.Select(line => line.Text));
        Assert.Empty(lines[1].Cells);
        Assert.Equal(2, lines[3].Cells.Count);
    }

    [Theory]
    [InlineData("page.txt", "\n---\ntitle: '样本'\ndate: 2024-01-02\ntags:\n - 甲\n---\n\n<div>\n<p>甲</p><p>乙</p><p>丙</p></div>", true)]
    [InlineData("page.txt", "<html><body>甲", true)]
    [InlineData("page.md", "<div align=\"center\">\n\n# 标题\n\n</div>\n<p>甲</p><p>乙</p><p>丙</p>", false)]
    [InlineData("page.txt", "小于号 < 大于号 > 都是文字", false)]
    [InlineData("page.txt", "<p>只有一个标签</p>", false)]
    [InlineData("page.htm", "没有标签", true)]
    public void Tells_pages_by_their_content(string name, string content, bool isPage) =>
        Assert.Equal(isPage, new HtmlFileReader().Accepts(name, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Front_matter_gives_hints_and_is_no_text()
    {
        var extracted = Read("\n---\ntitle: '样本：说明'\ntags: \n - 甲\nauthor: 某社\n---\n<div><p>正文</p></div>");
        Assert.Equal("正文", Assert.Single(extracted.Lines).Text);
        Assert.Equal(8, extracted.Lines[0].Number);
        Assert.Equal("样本：说明", extracted.Hints["title"]);
        Assert.Equal("某社", extracted.Hints["author"]);
    }

    [Theory]
    [InlineData("<p>未闭合的注释 <!-- 到文末 <p>甲</p>", "未闭合的注释")]
    [InlineData("<p>甲<script>var a = 1;", "甲")]
    [InlineData("甲 < 乙 > 丙", "甲 <|乙 > 丙")]
    [InlineData("<p class=\"x>甲</p><p>乙</p>", "甲|乙")]
    [InlineData("<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>", "甲|乙|丙|丁")]
    [InlineData("<b>甲</p></div></b>乙", "甲乙")]
    [InlineData("<pre>甲\n乙</pre>", "甲|乙")]
    [InlineData("&notanentity; &#0; &#x110000; &copy2024", "¬anentity; \uFFFD \uFFFD ©2024")]
    public void Broken_markup_reads_as_browsers_show_it(string markup, string expected) =>
        Assert.Equal(expected, string.Join('|', Read(markup).Lines.Select(line => line.Text)));

    private static ExtractedText Read(string markup) => new HtmlFileReader().Read("page.html", Encoding.UTF8.GetBytes(markup), CancellationToken.None);

    private static string Squeeze(string text) => string.Concat(text.Where(value => !char.IsWhiteSpace(value)));
}
