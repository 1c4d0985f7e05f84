using System.Diagnostics;
using System.Text;
using Assistant.Corpus.Text;
using Assistant.Ingestion;

namespace Assistant.Tests.Ingestion;

/// <summary>Whatever lies in the folder: the bad file is refused with its reason, or read where reading is right, and the good one goes in.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(20); // a few on an idle machine; test machines are not

    private readonly TemporaryFolder _folder = new();
    private readonly TestCorpus _corpus;

    public BadInputTests()
    {
        _corpus = new TestCorpus(Path.Combine(_folder.Path, "data"));
        _folder.Write("documents/好.txt", "样本管理办法\n\n第一条　为了样本，制定本办法。\n第二条　本办法自发布之日起施行。");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_line_of_fifty_megabytes_is_refused()
    {
        _folder.Write("documents/坏.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("样本数据", 50_000_000 / 12))));
        Assert.Contains("第 1 行", await Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>", "</div>")]
    [InlineData("<b>", "")]
    [InlineData("<table><tr><td>", "")]
    [InlineData("<ul><li>", "</ul>")]
    public async Task Html_nested_100_000_deep_is_read(string open, string close)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(open, 100_000)) + "<p>关于样本的函</p>" + string.Concat(Enumerable.Repeat(close, 100_000));
        _folder.Write("documents/深.html", page);
        var report = await Ingest();
        Assert.Empty(report.Failures);
        Assert.Contains("样本的函", SourceText.Read(_corpus.Store.FindSourceFile("深.html")!, new TextSpan(0, page.Length)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a href=\"")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("</x>")]
    [InlineData("<p x='>")]
    [InlineData("&")]
    public async Task Broken_html_of_megabytes_takes_no_time(string piece)
    {
        _folder.Write("documents/坏.html", "<html><p>关于样本的函</p>\n" + string.Concat(Enumerable.Repeat(piece + "\n", 4_000_000 / piece.Length)));
        await Ingest();
    }

    [Theory]
    [InlineData("空.txt", "", "空")]
    [InlineData("空白.txt", " \n\t\r\n", "没有文字")]
    [InlineData("空页.html", "<html><body><script>1</script></body></html>", "没有文字")]
    [InlineData("零.txt", "第一条\0内容", "NUL")]
    [InlineData("未知.xyz", "第一条 内容", "不认识")]
    [InlineData("图.png", "\u0089PNG", "不认识")]
    [InlineData("假.pdf", "第一条", "不是 PDF")]
    [InlineData("假.docx", "第一条", "不是 docx")]
    public async Task A_file_that_holds_no_text_is_refused_by_name_and_reason(string name, string content, string reason)
    {
        _folder.Write("documents/" + name, content);
        var report = await Ingest();
        var failure = Assert.Single(report.Failures);
        Assert.Equal(name, failure.Path);
        Assert.Contains(reason, failure.Reason!.Chinese, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_file_without_permission_is_refused()
    {
        var path = _folder.Write("documents/锁.txt", "第一条 内容");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.None);
        Skip.If(CanRead(path), "this user reads every file");
        Assert.Contains("权限", await Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_turned_bad_keeps_what_was_read_of_it()
    {
        var path = _folder.Write("documents/变.txt", "样本通知\n\n一、内容");
        await Ingest();
        File.WriteAllBytes(path, [0, 1, 2, 3]);
        var report = await _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: true, null, CancellationToken.None);
        Assert.Equal("变.txt", Assert.Single(report.Failures).Path);
        Assert.NotNull(_corpus.Store.FindSourceFile("变.txt"));
    }

    [Fact]
    public async Task Links_in_a_circle_are_walked_once_and_hidden_files_not_at_all()
    {
        var documents = Path.Combine(_folder.Path, "documents");
        Directory.CreateDirectory(Path.Combine(documents, "下级"));
        Directory.CreateSymbolicLink(Path.Combine(documents, "下级", "回"), documents);
        Directory.CreateSymbolicLink(Path.Combine(documents, "自己"), Path.Combine(documents, "自己"));
        _folder.Write("documents/.隐藏.txt", "第一条 内容");
        _folder.Write("documents/.git/config", "第一条 内容");
        _folder.Write("documents/~$草稿.docx", "锁");
        var report = await Ingest();
        Assert.Equal(["好.txt"], report.Files.Where(file => file.Outcome != FileOutcome.Failed).Select(file => file.Path));
    }

    [Fact]
    public async Task Two_files_of_one_name_are_not_mixed_up()
    {
        var first = _folder.Write("a/通知.txt", "甲通知\n\n一、甲");
        var second = _folder.Write("b/通知.txt", "乙通知\n\n一、乙");
        var report = await _corpus.Ingestor.IngestAsync([first, second], prune: false, null, CancellationToken.None);
        Assert.Contains(second, Assert.Single(report.Failures).Reason!.Chinese, StringComparison.Ordinal);
        Assert.Contains("甲", _corpus.Store.FindSourceFile("通知.txt")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_at_any_moment_it_has_whole_files_and_goes_on_from_there()
    {
        for (var i = 0; i < 40; i++) _folder.Write($"documents/{i:D2}.txt", $"样本第{i}号办法\n\n第一条　内容。\n第二条　内容。");
        for (var stopAfter = 0; stopAfter < 40; stopAfter += 13)
        {
            using var cancellation = new CancellationTokenSource();
            var stop = new StopAfter(stopAfter, cancellation);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: true, stop, cancellation.Token));
            Assert.All(_corpus.Store.FileHashes().Keys, path => Assert.NotNull(_corpus.Store.FindSourceFile(path)));
            Assert.All(_corpus.Store.Documents(), document => Assert.True(_corpus.Store.FindDocument(document.Id)!.Clauses.Count > 0));
        }
        await Ingest();
        Assert.Equal(41, _corpus.Store.Documents().Count);
    }

    private static bool CanRead(string path)
    {
        try
        {
            File.ReadAllBytes(path);
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<string> Refusal() => Assert.Single((await Ingest()).Failures).Reason!.Chinese;

    private async Task<IngestionReport> Ingest()
    {
        var watch = Stopwatch.StartNew();
        var report = await _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: false, null, CancellationToken.None);
        Assert.True(watch.Elapsed < Seconds, $"took {watch.Elapsed}");
        Assert.Contains(_corpus.Store.Documents(), document => document.Title == "样本管理办法");
        return report;
    }

    private sealed class StopAfter(int files, CancellationTokenSource cancellation) : IProgress<IngestionProgress>
    {
        public void Report(IngestionProgress value)
        {
            if (value.Total is not null && value.Done > files) cancellation.Cancel();
        }
    }
}
