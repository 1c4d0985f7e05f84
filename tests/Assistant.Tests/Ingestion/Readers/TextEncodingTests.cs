using System.Text;
using Assistant.Corpus.Text;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;

namespace Assistant.Tests.Ingestion.Readers;

public sealed class TextEncodingTests
{
    private const string Sample = "关于加强样本管理的通知\r\n\r\n第一条　本办法自2024年1月1日起施行（试行）。\n第二条 “样本”是指供测试用的文本。\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16le", "utf-16le with mark", "utf-16be", "utf-16be with mark", "gb18030"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Reads_every_encoding_to_the_same_text_with_line_ends_as_they_are(string name)
    {
        var extracted = Read(Encode(name, Sample));
        Assert.Equal(Sample, extracted.Text);
        Assert.Empty(extracted.Warnings);
        Assert.All(extracted.Lines, line => Assert.Equal(line.Text, extracted.Text[line.Span.Start..line.Span.End]));
        Assert.Equal([1, 3, 4], extracted.Lines.Select(line => line.Number));
    }

    [Theory]
    [InlineData("通知")]
    [InlineData("附件：样本清单")]
    [InlineData("see 附件")]
    public void A_few_characters_are_enough_to_tell_gb18030(string text) => Assert.Equal(text, Read(Encode("gb18030", text)).Text);

    [Fact]
    public void A_mostly_latin_text_in_gb18030_is_not_taken_for_broken_utf8()
    {
        var text = string.Concat(Enumerable.Repeat("Annex to the sample notice, page after page of Latin text.\n", 60)) + "（样本）";
        Assert.Equal(text, Read(Encode("gb18030", text)).Text);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Utf8_that_breaks_off_inside_a_character_is_read_and_reported(int missing)
    {
        var bytes = Encoding.UTF8.GetBytes("关于样本的通知\n第一条 内容完整");
        var extracted = Read(bytes[..^missing]);
        Assert.Equal("关于样本的通知\n第一条 内容完\uFFFD", extracted.Text);
        Assert.Equal(2, Assert.Single(extracted.Warnings).Line);
    }

    [Fact]
    public void A_damaged_byte_in_the_middle_costs_one_character()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("第一条 样本文本的内容。\n", 20)));
        bytes[bytes.Length / 2] = 0xFF;
        var extracted = Read(bytes);
        Assert.StartsWith("第一条 样本文本的内容。\n", extracted.Text, StringComparison.Ordinal);
        Assert.Single(extracted.Warnings);
    }

    [Fact]
    public void Mixed_line_ends_are_kept_and_counted()
    {
        const string Mixed = "一、甲\r\n二、乙\r三、丙\n\r\n四、丁\u2028五、戊";
        var extracted = Read(Encoding.UTF8.GetBytes(Mixed));
        Assert.Equal(Mixed, extracted.Text);
        Assert.Equal(["一、甲", "二、乙", "三、丙", "四、丁", "五、戊"], extracted.Lines.Select(line => line.Text));
        Assert.Equal([1, 2, 3, 5, 5], extracted.Lines.Select(line => line.Number));
        Assert.Equal([0, 0, 0, 1, 0], extracted.Lines.Select(line => line.BlanksBefore));
    }

    [Fact]
    public void Offsets_count_from_behind_the_byte_order_mark()
    {
        var extracted = Read(Encode("utf-8 with mark", "通知"));
        Assert.Equal(new TextSpan(0, 2), Assert.Single(extracted.Lines).Span);
    }

    [Fact]
    public void Nul_bytes_are_refused_by_name()
    {
        var bytes = Encoding.UTF8.GetBytes("关于样本的通知\n第一条 内容\0\0\0\n第二条 内容");
        Assert.Contains("NUL", Assert.Throws<UnreadableFileException>(() => Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var bytes = new byte[20_000];
        new Random(7).NextBytes(bytes);
        Assert.Throws<UnreadableFileException>(() => Read(bytes));
        for (var i = 0; i < bytes.Length; i++) bytes[i] |= 1; // no NUL gives it away
        Assert.Throws<UnreadableFileException>(() => Read(bytes));
    }

    private static byte[] Encode(string name, string text)
    {
        Encoding encoding = name.Split(' ')[0] switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
        };
        return name.EndsWith("mark", StringComparison.Ordinal) ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text);
    }

    private static ExtractedText Read(byte[] bytes) => new TextFileReader().Read("样本.txt", bytes, CancellationToken.None);
}
