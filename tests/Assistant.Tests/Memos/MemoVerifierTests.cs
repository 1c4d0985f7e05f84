using System.Text;
using Assistant.Memos;
using Assistant.Memos.Verification;
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
        Assert.All(fixture.Verify(memo).Citations, check => Assert.True(check.Holds));

        await fixture.WriteAsync(MemoFixture.Grain, MemoFixture.GrainText
            .Replace("不超过四年", "不超过五年", StringComparison.Ordinal)
            .Replace("第四条 承储", "第四条 承储企业应当有检验能力。\n\n第五条 承储", StringComparison.Ordinal)
            .Replace("第五条 承储企业有", "第六条 承储企业有", StringComparison.Ordinal)
            .Replace("第六条 本办法", "第七条 本办法", StringComparison.Ordinal));
        await fixture.RemoveAsync(MemoFixture.Water);
        var report = fixture.Verify(memo);

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

        var check = Assert.Single(fixture.Verify(memo).Citations);
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

        var report = fixture.Verify(stream.ToArray());

        Assert.Equal(3, report.Citations.Count);
        Assert.Equal(1, report.Removed);
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

        Assert.True(fixture.Verify(memo).Holds);
    }

    [Fact]
    public async Task A_document_repealed_since_is_named_with_the_clause_that_says_so()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), "docx");

        await fixture.WriteAsync("用水条例.txt",
            "江岚市用水条例\n\n第一条 为了节约用水，制定本条例。\n\n第二条 本条例自2026年1月1日起施行。《江岚市节约用水规定》同时废止。\n");
        var report = fixture.Verify(memo);

        var repealed = Assert.Single(report.Citations, check => !check.Holds);
        Assert.Equal(CitationStatus.Verbatim, repealed.Status);
        Assert.Equal("《江岚市用水条例》第二条", repealed.RepealedBy);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task A_note_rewritten_from_end_to_end_is_changed(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        const string invented = "企业可以随时自行出售全部库存并保留收入";
        var memo = Replaced(fixture.Write(Memo(fixture), format), format, Rotation, invented);

        var report = fixture.Verify(memo);

        Assert.False(report.Holds);
        var changed = Assert.Single(report.Citations, check => !check.Holds);
        Assert.Equal(CitationStatus.Changed, changed.Status);
        Assert.Equal(invented, changed.Quote);
        Assert.Equal(0, report.Removed);
    }

    [Fact]
    public async Task A_sentence_put_into_the_quotation_marks_is_changed()
    {
        using var fixture = await MemoFixture.CreateAsync();

        var report = fixture.Verify(Replaced(fixture.Write(Memo(fixture), "docx"), "docx", Rotation, Rotation + "企业可以免予处罚。"));

        Assert.Equal(CitationStatus.Changed, Assert.Single(report.Citations, check => !check.Holds).Status);
    }

    [Fact]
    public async Task A_note_that_stands_does_not_vouch_for_one_that_was_rewritten()
    {
        using var fixture = await MemoFixture.CreateAsync();
        const string part = "因不可抗力不能按时完成的，可以延长三十日。";
        var memo = fixture.Composer.Compose(new("要点", [fixture.Answer("期限？", MemoFixture.Grain, Deadline, part)]));

        var report = fixture.Verify(Replaced(fixture.Write(memo, "html"), "html", "“" + part, "“可以延长九十日。"));

        Assert.Equal([CitationStatus.Verbatim, CitationStatus.Changed], report.Citations.Select(check => check.Status));
    }

    [Fact]
    public async Task A_note_that_names_another_clause_than_the_quote_was_taken_from_is_changed()
    {
        using var fixture = await MemoFixture.CreateAsync();

        var report = fixture.Verify(Replaced(fixture.Write(Memo(fixture), "docx"), "docx", "第三条：", "第十三条："));

        var changed = Assert.Single(report.Citations, check => !check.Holds);
        Assert.Equal(CitationStatus.Changed, changed.Status);
        Assert.Contains("第三条", changed.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_memo_whose_notes_are_all_gone_proves_nothing()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var text = Encoding.UTF8.GetString(fixture.Write(Memo(fixture), "md"));

        var report = fixture.Verify(Encoding.UTF8.GetBytes(string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("[^", StringComparison.Ordinal)))));

        Assert.Empty(report.Citations);
        Assert.Equal(4, report.Removed);
        Assert.False(report.Holds);
    }

    [Fact]
    public async Task A_citation_that_somebody_added_is_vouched_for_by_nothing()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = Encoding.UTF8.GetString(fixture.Write(Memo(fixture), "md"));

        var remark = fixture.Verify(Encoding.UTF8.GetBytes(memo + "[^5]: 另见本局上年报告。\n"));
        var invented = fixture.Verify(Encoding.UTF8.GetBytes(memo + "[^5]: 《江岚市夜间照明规定》第九条：“违者处百万元罚款。”（照明.txt）\n"));

        Assert.True(remark.Holds);
        Assert.False(invented.Holds);
        Assert.Contains("百万元", Assert.Single(invented.Unrecorded), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task Quotation_marks_in_title_and_file_are_no_quotes(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        const string sentence = "所称“绿色通道”，是指优先办理。";
        await fixture.WriteAsync("关于“绿通”（试行）.txt", $"江岚市“绿色通道：‘快办’”管理办法（试行）\n\n第一条 {sentence}\n\n第二条 自2024年1月1日起施行。\n");

        var report = fixture.Verify(fixture.Write(fixture.Composer.Compose(new("要点", [fixture.Answer("是什么？", "关于“绿通”（试行）.txt", sentence)])), format));

        Assert.True(report.Holds, report.Citations[0].Explanation);
    }

    /// <summary>The memo with words of its notes replaced, as a person does in an editor; the record stays.</summary>
    private static byte[] Replaced(byte[] memo, string format, string old, string by)
    {
        if (format != "docx")
        {
            var text = Encoding.UTF8.GetString(memo);
            var notes = text.LastIndexOf(format == "md" ? "\n[^1]: " : "<ol class=\"notes\">", StringComparison.Ordinal);
            Assert.Contains(old, text[notes..], StringComparison.Ordinal);
            return Encoding.UTF8.GetBytes(text[..notes] + text[notes..].Replace(old, by, StringComparison.Ordinal));
        }
        var stream = new MemoryStream();
        stream.Write(memo);
        using (var package = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var texts = package.MainDocumentPart!.FootnotesPart!.Footnotes.Descendants<Text>().ToList();
            Assert.Contains(texts, text => text.Text.Contains(old, StringComparison.Ordinal));
            foreach (var text in texts) text.Text = text.Text.Replace(old, by, StringComparison.Ordinal);
        }
        return stream.ToArray();
    }

    private static Memo Memo(MemoFixture fixture) => fixture.Composer.Compose(new("要点", [
        fixture.Answer("规模、轮换和期限？", MemoFixture.Grain, Scale, Rotation, Deadline), fixture.Answer("水价？", MemoFixture.Water, Price)]));

    [Fact]
    public async Task More_notes_than_any_memo_has_are_refused_in_a_sentence()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = Encoding.UTF8.GetString(fixture.Write(Memo(fixture), "md"));
        var notes = string.Concat(Enumerable.Range(10, MemoReader.MaxNotes).Select(n => $"\n[^{n}]: 注"));

        var refused = Assert.Throws<UnreadableMemoException>(() => fixture.Verify(Encoding.UTF8.GetBytes(memo + notes)));

        Assert.Contains("最多能核验", refused.Sentence.Chinese, StringComparison.Ordinal);
    }

    /// <summary>Each rewritten note may belong to each citation: the work grows with their product, and ends in a sentence.</summary>
    [Fact]
    public async Task More_to_compare_than_is_reasonable_is_refused_in_a_sentence()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var read = MemoFixture.Read(fixture.Write(Memo(fixture), "md"));
        var rewritten = read.Notes.Select(note => note with { Text = note.Text.Replace("。", "！", StringComparison.Ordinal) }).ToList();
        var spent = new ComparisonBudget(CancellationToken.None);
        spent.Spend(ComparisonBudget.Characters - 100);

        Assert.NotNull(new NoteMatch(read.Record, rewritten, new ComparisonBudget(CancellationToken.None))[0]);
        var refused = Assert.Throws<UnreadableMemoException>(() => new NoteMatch(read.Record, rewritten, spent));
        Assert.Contains("太多", refused.Sentence.Chinese, StringComparison.Ordinal);
        Assert.Null(TextComparison.Nearest("储备粮实行均衡轮换。", "储备粮应当轮换。", spent));
    }

    [Fact]
    public async Task Who_has_left_is_not_worked_for()
    {
        using var fixture = await MemoFixture.CreateAsync();

        Assert.Throws<OperationCanceledException>(() => fixture.Verify(fixture.Write(Memo(fixture), "md"), cancellationToken: new CancellationToken(canceled: true)));
    }
}
