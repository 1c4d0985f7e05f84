using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Memos;
using Assistant.Memos.Verification;

namespace Assistant.Tests.Memos;

/// <summary>Whatever was altered in a memo after export, and in whichever of the places that print it, verification does not call it sound.</summary>
public sealed class TamperedMemoTests
{
    private const string Rotation = "储备粮实行均衡轮换，小麦的储存年限不超过四年，稻谷不超过三年。";
    private const string Price = "居民生活用水实行阶梯水价，第一级每立方米3.20元。";

    public static TheoryData<string, string, PrintedFaultKind> Alterations()
    {
        var all = new TheoryData<string, string, PrintedFaultKind>();
        foreach (var format in (string[])["docx", "md", "html"])
        {
            all.Add(format, "body", PrintedFaultKind.SentenceEdited);
            all.Add(format, "annex", PrintedFaultKind.AnnexEdited);
            all.Add(format, "record", PrintedFaultKind.RecordEdited);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task A_figure_changed_in_one_place_only_is_found(string format, string place, PrintedFaultKind kind)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), format);
        Assert.True(fixture.Verify(memo).Holds);

        var report = fixture.Verify(Altered(memo, format, place, "3.20", "9.20"));

        Assert.False(report.Holds);
        Assert.Equal(kind, Assert.Single(report.Faults).Kind);
        Assert.All(report.Citations, check => Assert.True(check.Holds));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task Words_put_before_a_sentence_alter_it_and_a_sentence_added_does_not(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(Memo(fixture), format);

        Assert.Equal(PrintedFaultKind.SentenceEdited, Assert.Single(fixture.Verify(Altered(memo, format, "body", Price, "并非" + Price)).Faults).Kind);
        Assert.True(fixture.Verify(Altered(memo, format, "body", Price, "本局意见如下。" + Price)).Holds);
    }

    [Fact]
    public async Task A_line_added_to_the_annex_is_pointed_out()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = Altered(fixture.Write(Memo(fixture), "md"), "md", "annex", Price, Price + "\n>\n> 企业一律减半。");

        Assert.Contains("减半", Assert.Single(fixture.Verify(memo).Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_annex_that_is_not_the_text_of_the_corpus_is_pointed_out_though_the_record_agrees()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = Memo(fixture);
        var forged = memo with { Clauses = [.. memo.Clauses.Select(clause => clause with { Text = clause.Text.Replace("3.20", "9.20", StringComparison.Ordinal) })] };

        Assert.Equal(PrintedFaultKind.AnnexOutdated, Assert.Single(fixture.Verify(fixture.Write(forged, "docx")).Faults).Kind);
    }

    [Fact]
    public async Task An_unsupported_sentence_keeps_a_memo_from_passing()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = Memo(fixture);
        var section = memo.Sections[1];
        var edited = fixture.Composer.Edit(memo, new MemoEdit(Sections: [new(section.AnswerId, Statements: ["居民生活用水每立方米9.20元。"])]));
        var report = fixture.Verify(fixture.Write(edited, "html"));

        Assert.False(report.Holds);
        Assert.Equal(PrintedFaultKind.Unsupported, Assert.Single(report.Faults).Kind);
    }

    [Fact]
    public async Task A_memo_without_citations_proves_nothing()
    {
        using var fixture = await MemoFixture.CreateAsync();
        var report = fixture.Verify(fixture.Write(fixture.Composer.Compose(new("要点", [])), "docx"));

        Assert.True(report.IsWithoutCitations);
        Assert.False(report.Holds);
    }

    private static Memo Memo(MemoFixture fixture) => fixture.Composer.Compose(new("要点", [
        fixture.Answer("轮换和处罚？", MemoFixture.Grain, Rotation, "擅自动用市级储备粮；"), fixture.Answer("水价？", MemoFixture.Water, Price)]));

    private static byte[] Altered(byte[] memo, string format, string place, string old, string by)
    {
        if (format != "docx") return Encoding.UTF8.GetBytes(Altered(Encoding.UTF8.GetString(memo), place, old, by));
        var stream = new MemoryStream();
        stream.Write(memo);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(part => place == "record"
                ? Regex.IsMatch(part.FullName, @"^customXml/item\d*\.xml$", RegexOptions.None, TimeSpan.FromSeconds(1))
                : part.FullName == "word/document.xml");
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(place == "record" ? First(text, 0, old, by) : Altered(text, place, old, by));
        }
        return stream.ToArray();
    }

    /// <summary>The record stands before the body, the first annex heading behind it; the record's first mention is the citation's quote.</summary>
    private static string Altered(string text, string place, string old, string by)
    {
        var annex = text.LastIndexOf("附件1  引用条款全文", StringComparison.Ordinal);
        Assert.True(annex > 0);
        return place switch
        {
            "record" => First(text, 0, old, by),
            "annex" => First(text, annex, old, by),
            _ => First(text, text.LastIndexOf("水价？", annex, StringComparison.Ordinal), old, by),
        };
    }

    private static string First(string text, int from, string old, string by)
    {
        var at = text.IndexOf(old, from, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return text[..at] + by + text[(at + old.Length)..];
    }
}
