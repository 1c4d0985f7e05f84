using System.Text;
using Assistant.Memos;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Tests.Memos;

/// <summary>What every format must do; and what only Word's does.</summary>
public sealed class MemoWriterTests
{
    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task What_was_written_reads_back_with_each_citation_and_its_note(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("储备粮与用水要点", [
            fixture.Answer("储备粮多久轮换？", MemoFixture.Grain, "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。", "擅自动用市级储备粮；"),
            fixture.Answer("水价是多少？", MemoFixture.Water, "居民生活用水实行阶梯水价，第一级每立方米3.20元。")],
            "市政府办公室", "市粮食局", new DateOnly(2026, 3, 9), "根据要求，整理如下。", "以上供参考。"));

        var read = MemoFixture.Read(fixture.Write(memo, format));

        Assert.Equal(MemoRecord.Of(memo).ToJson(), read.Record.ToJson());
        Assert.Equal(3, read.Notes.Count);
        Assert.All(memo.Citations.Zip(read.Notes), pair =>
        {
            Assert.Contains(pair.First.Citation.Quote, pair.Second.Text, StringComparison.Ordinal);
            Assert.StartsWith(pair.First.Source, pair.Second.Text.Trim(), StringComparison.Ordinal);
            Assert.Contains(pair.First.Citation.Clause + "：", pair.Second.Text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task Hostile_and_rare_characters_survive(string format)
    {
        const string sentence = "第一条 𠮷林的\"铝\"材*料_牌号_为<script>alert(1)</script>、[9]、`x`、1.5×10⁻³ mol·L⁻¹与𬭊、a|b。";
        using var fixture = await MemoFixture.CreateAsync();
        await fixture.WriteAsync("罕用字.txt", $"江岚市稀有材料名录办法\n\n{sentence}\n\n第二条 自2024年1月1日起施行。\n");
        var memo = fixture.Composer.Compose(new("<b>名录</b> 与 *星号* 𠮷", [fixture.Answer("哪些？", "罕用字.txt", sentence)]));

        var bytes = fixture.Write(memo, format);
        var read = MemoFixture.Read(bytes);

        Assert.Equal(sentence, read.Record.Citations[0].Quote);
        Assert.Contains(sentence, read.Notes[0].Text, StringComparison.Ordinal);
        Assert.True(fixture.Verify(bytes).Holds);
        if (format == "html") Assert.DoesNotContain("<script>alert", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_finds_nothing_to_repair()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var grain = fixture.Answer("储备粮多久轮换？", MemoFixture.Grain, "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。");
        var memo = fixture.Composer.Compose(new("要点\u0001\uFFFF", [grain], "市政府", "粮食局", null, "一\t二\n三", "完"));

        using var package = WordprocessingDocument.Open(new MemoryStream(fixture.Write(memo, "docx")), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal("要点��", package.MainDocumentPart!.Document.Body!.Elements<Paragraph>().First().InnerText);
    }

    [Fact]
    public async Task A_place_cited_again_refers_to_its_first_note()
    {
        const string sentence = "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。";
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("要点", [
            fixture.Answer("一？", MemoFixture.Grain, sentence, "擅自动用市级储备粮；"), fixture.Answer("二？", MemoFixture.Grain, sentence)]));

        var notes = MemoFixture.Read(fixture.Write(memo, "docx")).Notes;

        Assert.Equal(2, memo.Citations.Count);
        Assert.Equal(3, notes.Count);
        Assert.Equal("同注1。", notes[2].Text.Trim());
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task No_mark_of_direction_turns_a_figure_round(string format)
    {
        const string sentence = "补贴标准为每人\u202e10万\u202c元。";
        using var fixture = await MemoFixture.CreateAsync();
        await fixture.WriteAsync("补贴.txt", $"江岚市人才补贴办法\n\n第一条 {sentence}\n\n第二条 自2024年1月1日起施行。\n");
        var bytes = fixture.Write(fixture.Composer.Compose(new("补贴", [fixture.Answer("多少？", "补贴.txt", sentence)])), format);

        var read = MemoFixture.Read(bytes);

        Assert.Contains('\u202e', read.Record.Citations[0].Quote); // The record gives the quote back as it is.
        Assert.DoesNotContain(read.Notes[0].Text, c => c is '\u202e' or '\u202c');
        Assert.Contains("每人10万元", read.Notes[0].Text, StringComparison.Ordinal);
        if (format == "md") Assert.DoesNotContain('\u202e', Encoding.UTF8.GetString(bytes)[Encoding.UTF8.GetString(bytes).IndexOf("\n---\n", StringComparison.Ordinal)..]);
        Assert.True(fixture.Verify(bytes).Holds);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task An_English_memo_cites_as_its_readers_do_and_keeps_the_printed_label(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Composer.Compose(new("Grain", [fixture.Answer("What is fined?", MemoFixture.Grain, "擅自动用市级储备粮；")], Language: "en"));

        var bytes = fixture.Write(memo, format);

        Assert.Equal(
            "《江岚市粮食储备管理办法》 (江岚市人民政府令第12号), Article 5(1) [第五条（一）]: “擅自动用市级储备粮；” (粮食/储备.txt)",
            Assert.Single(MemoFixture.Read(bytes).Notes).Text.Trim());
        Assert.Equal("《江岚市粮食储备管理办法》, Article 5 [第五条]", memo.Clauses[0].Address);
        var report = fixture.Verify(bytes, english: true);
        Assert.True(report.Holds);
        Assert.DoesNotContain(report.Citations[0].Explanation, c => c is >= '一' and <= '龥');
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 not a package")]
    [InlineData("---\ntitle: x\n---\n# 别人的文稿\n")]
    [InlineData("---\nmemo: '{'\n---\n# 坏的记录\n")]
    [InlineData("<html><body>网页</body></html>")]
    public void What_is_no_memo_is_refused_in_a_sentence(string content)
    {
        var error = Assert.Throws<UnreadableMemoException>(() => MemoFixture.Read(Encoding.UTF8.GetBytes(content)));
        Assert.NotEmpty(error.Message);
    }
}
