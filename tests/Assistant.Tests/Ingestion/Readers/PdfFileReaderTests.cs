using System.Diagnostics;
using Assistant.Corpus;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;

namespace Assistant.Tests.Ingestion.Readers;

public sealed class PdfFileReaderTests
{
    private static readonly string[] First = ["样本数据管理办法", "一、为了规范样本，制定本办法。"];

    [Fact]
    public void Reads_the_text_layer_with_its_pages()
    {
        var extracted = Read(SamplePdf.Write([First, ["二、本办法自发布之日起施行。"]]));
        Assert.Equal(["样本数据管理办法", "一、为了规范样本，制定本办法。", "二、本办法自发布之日起施行。"], extracted.Lines.Select(line => line.Text));
        var file = new SourceFile("a.pdf", "", extracted.Format, extracted.Text, extracted.PageStarts, default, []);
        Assert.Equal([1, 1, 2], extracted.Lines.Select(line => file.PageOf(line.Span.Start)!.Value));
        Assert.Empty(extracted.Warnings);
    }

    [Fact]
    public void A_scan_is_reported_as_such()
    {
        var reason = Refusal(SamplePdf.Write([[], [], []]));
        Assert.Contains("3 页", reason, StringComparison.Ordinal);
        Assert.Contains("扫描", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_text_among_others_is_a_warning() =>
        Assert.Contains("第 2 页", Assert.Single(Read(SamplePdf.Write([First, [], First])).Warnings).Message, StringComparison.Ordinal);

    [Fact]
    public void An_encrypted_file_is_refused() => Assert.Contains("密码", Refusal(SamplePdf.Write([First], isEncrypted: true)), StringComparison.Ordinal);

    [Fact]
    public void A_truncated_file_is_refused_or_read_with_a_warning()
    {
        var whole = SamplePdf.Write([First, First, First]);
        Assert.Contains("损坏", Refusal(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Equal(6, Read(whole[..^20]).Lines.Count); // only the pointer to the table of contents is gone: poppler rebuilds it
    }

    [Fact]
    public void Something_else_under_the_name_is_refused() => Assert.Contains("不是 PDF", Refusal("<html>404</html>"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Five_thousand_pages_are_read_in_time()
    {
        var page = Enumerable.Range(1, 30).Select(line => $"第{line}行　样本数据的管理应当遵循统一规划、分级负责的原则。").ToArray();
        var watch = Stopwatch.StartNew();
        var extracted = Read(SamplePdf.Write(Enumerable.Repeat(page, 5000).ToList()));
        Assert.Equal(5000, extracted.PageStarts.Count);
        Assert.Equal(150_000, extracted.Lines.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), $"{watch.Elapsed}");
    }

    [Fact]
    public void Cancelling_ends_the_process_at_once()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var page = Enumerable.Repeat("样本数据的管理应当遵循统一规划、分级负责的原则。", 35).ToArray();
        var bytes = SamplePdf.Write(Enumerable.Repeat(page, 5000).ToList());
        var watch = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() => new PdfFileReader().Read("a.pdf", bytes, cancellation.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }

    [Fact]
    public void Without_poppler_the_package_is_named()
    {
        var exception = Assert.Throws<UnreadableFileException>(() => new PdfToText { Program = "pdftotext-that-is-not-there" }.Read("a.pdf", keepsLayout: true, CancellationToken.None));
        Assert.Contains("poppler-utils", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_two_columns_is_read_column_by_column()
    {
        var lines = Enumerable.Range(10, 30).Select(line => $"左栏第{line}行的文字接着下一行的文字|右栏第{line}行的文字接着下一行继续").ToArray();
        var text = Read(SamplePdf.Write([lines])).Text;
        Assert.True(text.IndexOf("左栏第39行", StringComparison.Ordinal) < text.IndexOf("右栏第10行", StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_of_two_columns_keeps_its_rows()
    {
        var lines = Enumerable.Range(10, 30).Select(line => $"项目{line}|数量{line}").ToArray();
        Assert.Contains(Read(SamplePdf.Write([lines])).Lines, line => line.Text.StartsWith("项目12", StringComparison.Ordinal) && line.Text.EndsWith("数量12", StringComparison.Ordinal));
    }

    private static ExtractedText Read(byte[] bytes) => new PdfFileReader().Read("样本.pdf", bytes, CancellationToken.None);

    private static string Refusal(byte[] bytes) => Assert.Throws<UnreadableFileException>(() => Read(bytes)).Message;
}
