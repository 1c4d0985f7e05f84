using System.Text;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;

namespace Assistant.Tests.Ingestion.Readers;

public sealed class MarkdownFileReaderTests
{
    [Fact]
    public void Takes_the_marks_off_and_leaves_the_labels()
    {
        var lines = Read(
            """
            ---
            title: 样本
            ---
            # 样本管理办法 #

            <!-- 说明
            跨行的注释 -->
            ## 第一章　总则

            **第一条** 为了*规范*样本，制定本办法。\*
            - （一）甲[名称](http://example.invalid/a)；
            1. 序号是文字的一部分
            > **整行加粗**

            <!-- INFO --> 注释后的字
            | 名称 | 数量 |
            |------|:----:|
            | 甲 | 1 |

            ---
            附则
            ====
            """).Lines;
        Assert.Equal(
            [
                "1:样本管理办法", "2:第一章　总则", "0:第一条 为了规范样本，制定本办法。*", "0:（一）甲名称；", "0:1. 序号是文字的一部分", "0:整行加粗",
                "0:注释后的字", "0:名称 | 数量", "0:甲 | 1", "1:附则",
            ],
            lines.Select(line => $"{line.HeadingLevel}:{line.Text}"));
        Assert.True(lines[5].IsBold);
        Assert.True(lines[7].IsTableHeader);
        Assert.Equal(["甲", "1"], lines[8].Cells);
        Assert.Equal(1, lines[6].BlanksBefore);
    }

    [Theory]
    [InlineData("3*4*5 等于 60")]
    [InlineData("snake_case_name")]
    [InlineData("2 * 3 * 4")]
    [InlineData("a < b && c > d")]
    public void Leaves_characters_that_are_no_marks(string text) => Assert.Equal(text, Assert.Single(Read(text).Lines).Text);

    private static ExtractedText Read(string text) => new MarkdownFileReader().Read("样本.md", Encoding.UTF8.GetBytes(text), CancellationToken.None);
}
