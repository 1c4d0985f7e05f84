using Assistant.Memos;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Tests.Memos;

public sealed class MemoVerifierTests
{
    private const string Rotation = "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。";
    private const string Deadline = "承储企业应当在轮换计划下达后六十日内完成轮换；因不可抗力不能按时完成的，可以延长三十日。";
    private const string Scale = "市级储备粮的规模由市粮食行政管理部门会同市财政部门提出，报市人民政府批准。";
    private const string Price = "居民生活用水实行阶梯水价，第一级每立方米3.20元。";

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task Each_citation_gets_what_became_of_it(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), format);
        Assert.All(fixture.Verifier.Verify(memo).Citations, check => Assert.True(check.Holds));

        await fixture.WriteAsync(MemoFixture.Grain, MemoFixture.GrainText
            .Replace("不超过四年", "不超过五年", StringComparison.Ordinal)
            .Replace("第四条 承储", "第四条 承储企业应当有检验能力。\n\n第五条 承储", StringComparison.Ordinal)
            .Replace("第五条 承储企业有", "第六条 承储企业有", StringComparison.Ordinal)
            .Replace("第六条 本办法", "第七条 本办法", StringComparison.Ordinal));
        await fixture.RemoveAsync(MemoFixture.Water);
        var report = fixture.Verifier.Verify(memo);

        Assert.False(report.Holds);
        Assert.Equal(
            [CitationStatus.Verbatim, CitationStatus.Changed, CitationStatus.Moved, CitationStatus.Missing],
            report.Citations.Select(check => check.Status));
        var changed = report.Citations[1];
        Assert.Contains(new TextDifference(TextChange.Removed, "四"), changed.Difference);
        Assert.Contains(new TextDifference(TextChange.Added, "五"), changed.Difference);
        Assert.Equal("第五条", report.Citations[2].Now!.Clause);
        Assert.Null(report.Citations[3].Now);
    }

    [Fact]
    public async Task Other_words_of_the_clause_that_changed_are_pointed_out()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(fixture.Composer.Compose(new("要点", [fixture.Answer("期限？", MemoFixture.Grain, "承储企业应当在轮换计划下达后六十日内完成轮换；")])), "docx");

        await fixture.WriteAsync(MemoFixture.Grain, MemoFixture.GrainText.Replace("延长三十日", "延长十日", StringComparison.Ordinal));

        var check = Assert.Single(fixture.Verifier.Verify(memo).Citations);
        Assert.Equal(CitationStatus.Verbatim, check.Status);
        Assert.True(check.ClauseChanged);
    }

    [Fact]
    public async Task A_quote_edited_in_word_is_changed_and_a_note_removed_is_left_out()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var stream = new MemoryStream();
        stream.Write(fixture.Write(Memo(fixture), "docx"));
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var main = package.MainDocumentPart!;
            foreach (var text in main.FootnotesPart!.Footnotes.Descendants<Text>()) text.Text = text.Text.Replace("六十日", "九十日", StringComparison.Ordinal);
            main.Document.Body!.Descendants<FootnoteReference>().First().Remove();
        }

        var report = fixture.Verifier.Verify(stream.ToArray());

        Assert.Equal(3, report.Citations.Count);
        var edited = Assert.Single(report.Citations, check => check.Status == CitationStatus.Changed);
        Assert.Contains("九十日", edited.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_file_is_still_found_by_title()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), "md");

        await fixture.RemoveAsync(MemoFixture.Water);
        await fixture.WriteAsync("水务/节约用水规定（新）.txt", MemoFixture.WaterText);

        Assert.True(fixture.Verifier.Verify(memo).Holds);
    }

    [Fact]
    public async Task A_document_repealed_since_is_named_with_the_clause_that_says_so()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), "docx");

        await fixture.WriteAsync("用水条例.txt",
            "江岚市用水条例\n\n第一条 为了节约用水，制定本条例。\n\n第二条 本条例自2026年1月1日起施行。《江岚市节约用水规定》同时废止。\n");
        var report = fixture.Verifier.Verify(memo);

        var repealed = Assert.Single(report.Citations, check => !check.Holds);
        Assert.Equal(CitationStatus.Verbatim, repealed.Status);
        Assert.Equal("《江岚市用水条例》第二条", repealed.RepealedBy);
    }

    private static Memo Memo(MemoFixture fixture) => fixture.Composer.Compose(new("要点", [
        fixture.Answer("规模、轮换和期限？", MemoFixture.Grain, Scale, Rotation, Deadline), fixture.Answer("水价？", MemoFixture.Water, Price)]));
}
