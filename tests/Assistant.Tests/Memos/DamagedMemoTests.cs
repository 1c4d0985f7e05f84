using System.IO.Compression;
using System.Text;
using Assistant.Memos;

namespace Assistant.Tests.Memos;

/// <summary>Whatever arrives as a memo is read, or refused in a sentence: nothing of it may look like a fault of the program.</summary>
public sealed class DamagedMemoTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"version":1,"memoId":"m","title":"t","createdAt":"2026-01-01T00:00:00+00:00","citations":null,"answers":[],"files":[]}""")]
    [InlineData("""{"version":1,"memoId":"m","title":"t","createdAt":"2026-01-01T00:00:00+00:00","citations":[null],"answers":[],"files":[]}""")]
    [InlineData("""{"version":1,"memoId":"m","title":"t","createdAt":"2026-01-01T00:00:00+00:00","citations":[{"number":1,"quote":null}],"answers":[],"files":[]}""")]
    public void A_record_that_lacks_something_is_refused_in_a_sentence(string record)
    {
        var error = Assert.Throws<UnreadableMemoException>(() => MemoFixture.Read(Markdown(record)));

        Assert.Contains("已损坏", error.Sentence.Chinese, StringComparison.Ordinal);
        Assert.Contains("damaged", error.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_later_version_asks_for_an_upgrade()
    {
        var error = Assert.Throws<UnreadableMemoException>(() => MemoFixture.Read(Markdown($$"""{"version":{{MemoRecord.CurrentVersion + 1}},"places":[]}""")));

        Assert.Contains("newer version", error.Sentence.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w:id=\"2\"", "w:id=\"1\"")] // One id for two notes.
    [InlineData(" w:id=\"2\"", "")]
    [InlineData("w:id=\"2\"", "w:id=\"two\"")]
    [InlineData("<w:footnotes", "<w:nothing")]
    [InlineData("w:type=\"separator\"", "w:type=\"comma\"")]
    public async Task Footnotes_that_Word_would_not_have_written_are_read_or_refused(string old, string by)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(fixture.Composer.Compose(new("要点", [fixture.Answer("罚什么？", MemoFixture.Grain, "擅自动用市级储备粮；", "虚报储备粮数量。")])), "docx");

        Assert.True(IsReadOrRefused(WithPart(memo, "word/footnotes.xml", xml => xml.Replace(old, by, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("md")]
    [InlineData("html")]
    public async Task A_memo_damaged_anywhere_is_read_or_refused(string format)
    {
        using var fixture = await MemoFixture.CreateAsync();
        var memo = fixture.Write(fixture.Composer.Compose(new("要点", [fixture.Answer("罚什么？", MemoFixture.Grain, "擅自动用市级储备粮；", "虚报储备粮数量。")])), format);
        var chance = new Random(20261122);

        for (var round = 0; round < 200; round++)
        {
            byte[] Damaged(byte[] bytes)
            {
                var damaged = bytes.ToArray();
                for (var n = 0; n < 1 + round % 4; n++) damaged[chance.Next(damaged.Length)] = (byte)chance.Next(256);
                return round % 5 == 0 ? damaged[..chance.Next(damaged.Length)] : damaged;
            }

            var part = format == "docx" && round % 2 == 0 ? (string[])["word/footnotes.xml", "word/document.xml", "customXml/item1.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"] : [];
            var hurt = part.Length > 0 && HasPart(memo, part[round / 2 % part.Length])
                ? WithPart(memo, part[round / 2 % part.Length], xml => Encoding.UTF8.GetString(Damaged(Encoding.UTF8.GetBytes(xml))))
                : Damaged(memo);
            Assert.True(IsReadOrRefused(hurt), $"round {round}");
        }
    }

    private static bool IsReadOrRefused(byte[] memo)
    {
        try
        {
            MemoFixture.Read(memo);
        }
        catch (UnreadableMemoException refused)
        {
            Assert.NotEmpty(refused.Sentence.English);
        }
        return true;
    }

    private static byte[] Markdown(string record) => Encoding.UTF8.GetBytes($"---\nmemo: '{record.Replace("'", "''", StringComparison.Ordinal)}'\n---\n\n# 备忘录\n");

    private static bool HasPart(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.GetEntry(name) is not null;
    }

    private static byte[] WithPart(byte[] package, string name, Func<string, string> change)
    {
        var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(change(text));
        }
        return stream.ToArray();
    }
}
