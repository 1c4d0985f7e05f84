using Assistant.Corpus;
using Assistant.Ingestion;

namespace Assistant.Tests.Ingestion;

public sealed class CorpusIngestorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestCorpus corpus;

    public CorpusIngestorTests() => corpus = new TestCorpus(System.IO.Path.Combine(folder.Path, "data"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Skips_unchanged_files_and_replaces_changed_ones()
    {
        folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则\n\n二、附则");
        folder.Write("documents/下级/乙.md", "# 乙办法\n\n第一条 内容。");
        Assert.Equal(["下级/乙.md Added", "甲.txt Added"], await Ingest());
        Assert.Equal(["下级/乙.md Unchanged", "甲.txt Unchanged"], await Ingest());

        folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则改了");
        Assert.Equal(["下级/乙.md Unchanged", "甲.txt Replaced"], await Ingest());
        Assert.Contains("总则改了", corpus.Store.FindSourceFile("甲.txt")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prune_forgets_files_that_are_gone_and_nothing_else()
    {
        var gone = folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        folder.Write("documents/乙.txt", "关于乙的通知\n\n一、总则");
        await Ingest();
        File.Delete(gone);

        Assert.Equal(["乙.txt Unchanged"], await Ingest());
        Assert.Equal(2, corpus.Store.Documents().Count);
        Assert.Equal(["乙.txt Unchanged", "甲.txt Removed"], await Ingest(prune: true));
        Assert.Equal("关于乙的通知", Assert.Single(corpus.Store.Documents()).Title);
    }

    [Fact]
    public async Task A_missing_folder_is_reported_and_prunes_nothing()
    {
        folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        await Ingest();
        var report = await corpus.Ingestor.IngestAsync([System.IO.Path.Combine(folder.Path, "没有")], prune: true, null, CancellationToken.None);
        Assert.Contains("没有这个文件", Assert.Single(report.Failures).Reason, StringComparison.Ordinal);
        Assert.Single(corpus.Store.Documents());
    }

    private async Task<IEnumerable<string>> Ingest(bool prune = false)
    {
        var report = await corpus.Ingestor.IngestAsync([System.IO.Path.Combine(folder.Path, "documents")], prune, null, CancellationToken.None);
        return report.Files.Select(file => $"{file.Path} {file.Outcome}");
    }
}
