using Assistant.Corpus;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Ingestion;

public sealed class CorpusIngestorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCorpus _corpus;

    public CorpusIngestorTests() => _corpus = new TestCorpus(System.IO.Path.Combine(_folder.Path, "data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Skips_unchanged_files_and_replaces_changed_ones()
    {
        _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则\n\n二、附则");
        _folder.Write("documents/下级/乙.md", "# 乙办法\n\n第一条 内容。");
        Assert.Equal(["下级/乙.md Added", "甲.txt Added"], await Ingest());
        Assert.Equal(["下级/乙.md Unchanged", "甲.txt Unchanged"], await Ingest());

        _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则改了");
        Assert.Equal(["下级/乙.md Unchanged", "甲.txt Replaced"], await Ingest());
        Assert.Contains("总则改了", _corpus.Store.FindSourceFile("甲.txt")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prune_forgets_files_that_are_gone_and_nothing_else()
    {
        var gone = _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        _folder.Write("documents/乙.txt", "关于乙的通知\n\n一、总则");
        await Ingest();
        File.Delete(gone);

        Assert.Equal(["乙.txt Unchanged"], await Ingest());
        Assert.Equal(2, _corpus.Store.Documents().Count);
        Assert.Equal(["乙.txt Unchanged", "甲.txt Removed"], await Ingest(prune: true));
        Assert.Equal("关于乙的通知", Assert.Single(_corpus.Store.Documents()).Title);
    }

    [Fact]
    public async Task A_missing_folder_is_reported_and_prunes_nothing()
    {
        _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        await Ingest();
        var report = await _corpus.Ingestor.IngestAsync([System.IO.Path.Combine(_folder.Path, "没有")], prune: true, null, CancellationToken.None);
        Assert.Contains("没有这个文件", Assert.Single(report.Failures).Reason!.Chinese, StringComparison.Ordinal);
        Assert.Single(_corpus.Store.Documents());
    }

    [Fact]
    public async Task Prune_forgets_nothing_that_was_read_from_elsewhere()
    {
        var elsewhere = _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        await Ingest();
        var other = System.IO.Path.GetDirectoryName(_folder.Write("other/乙.txt", "关于乙的通知\n\n一、总则"))!;
        File.Delete(elsewhere);

        var report = await _corpus.Ingestor.IngestAsync([other], prune: true, null, CancellationToken.None);

        Assert.Equal(["乙.txt Added"], report.Files.Select(file => $"{file.Path} {file.Outcome}"));
        Assert.Equal(2, _corpus.Store.Documents().Count);
    }

    [Fact]
    public async Task Prune_with_a_file_named_forgets_what_is_gone_from_beside_it()
    {
        var gone = _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        _folder.Write("documents/丙.txt", "关于丙的通知\n\n一、总则");
        _folder.Write("documents/下级/丁.txt", "关于丁的通知\n\n一、总则");
        await Ingest();
        var named = _folder.Write("documents/乙.txt", "关于乙的通知\n\n一、总则");
        File.Delete(gone);

        var report = await _corpus.Ingestor.IngestAsync([named], prune: true, null, CancellationToken.None);

        Assert.Equal(["乙.txt Added", "甲.txt Removed"], report.Files.Select(file => $"{file.Path} {file.Outcome}"));
        Assert.Equal(3, _corpus.Store.Documents().Count);
    }

    [Fact]
    public async Task A_folder_that_was_moved_is_known_by_its_new_place()
    {
        var moved = System.IO.Path.Combine(_folder.Path, "moved");
        _folder.Write("documents/甲.txt", "关于甲的通知\n\n一、总则");
        _folder.Write("documents/乙.txt", "关于乙的通知\n\n一、总则");
        await Ingest();
        Directory.Move(System.IO.Path.Combine(_folder.Path, "documents"), moved);
        await _corpus.Ingestor.IngestAsync([moved], prune: false, null, CancellationToken.None);
        File.Delete(System.IO.Path.Combine(moved, "甲.txt"));

        var report = await _corpus.Ingestor.IngestAsync([moved], prune: true, null, CancellationToken.None);

        Assert.Equal(["乙.txt Unchanged", "甲.txt Removed"], report.Files.Select(file => $"{file.Path} {file.Outcome}"));
    }

    /// <summary>A law that takes effect on the 2nd does so when the 2nd begins in China, eight hours before it does in Greenwich.</summary>
    [Theory]
    [InlineData(15, DocumentState.NotYetEffective)]
    [InlineData(16, DocumentState.InForce)]
    public async Task A_law_takes_effect_by_the_calendar_of_its_readers(int hourInGreenwich, DocumentState state)
    {
        _folder.Write("documents/甲.txt", "云麓区甲规定\n\n第一条　内容。\n\n第二条　本规定自2031年3月2日起施行。");
        var zone = _corpus.Services.GetRequiredService<TimeProvider>().LocalTimeZone;
        var clock = new StoppedClock(new DateTimeOffset(2031, 3, 1, hourInGreenwich, 0, 0, TimeSpan.Zero), zone);
        var reader = new OutlineReader(_corpus.Services.GetServices<IFileReader>(), clock);
        await new CorpusIngestor(_corpus.Store, reader, clock, NullLogger<CorpusIngestor>.Instance)
            .IngestAsync([System.IO.Path.Combine(_folder.Path, "documents")], prune: false, null, CancellationToken.None);
        Assert.Equal(state, Assert.Single(_corpus.Store.Documents()).Status.State);
        Assert.Equal(state, reader.Read(System.IO.Path.Combine(_folder.Path, "documents", "甲.txt"), "甲.txt", CancellationToken.None).Documents[0].Status.State);
    }

    private sealed class StoppedClock(DateTimeOffset now, TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;

        public override DateTimeOffset GetUtcNow() => now;
    }

    private async Task<IEnumerable<string>> Ingest(bool prune = false)
    {
        var report = await _corpus.Ingestor.IngestAsync([System.IO.Path.Combine(_folder.Path, "documents")], prune, null, CancellationToken.None);
        return report.Files.Select(file => $"{file.Path} {file.Outcome}");
    }
}
