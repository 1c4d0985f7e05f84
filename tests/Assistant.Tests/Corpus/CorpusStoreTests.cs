using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Ingestion;

namespace Assistant.Tests.Corpus;

public sealed class CorpusStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCorpus _corpus;

    public CorpusStoreTests()
    {
        _corpus = new TestCorpus(Path.Combine(_folder.Path, "data"));
        _folder.Write("documents/旧.txt", "样本管理暂行办法\n\n2019年3月1日\n\n第一条　为了样本，制定本办法。\n第二条　本办法自2019年4月1日起施行。");
    }

    private const string Two =
        "云麓区沟渠管护办法\n\n云水规〔2021〕7号\n\n第一条　为了管护沟渠，制定本办法。\n\n第二条　沟渠每年清淤两次。\n\n第三条　本办法自2021年9月1日起施行。\n\n" +
        "云麓区堤岸巡查办法\n\n云水规〔2022〕3号\n\n第一条　为了巡查堤岸，制定本办法。\n\n第二条　堤岸每周巡查一次。\n\n第三条　本办法自2022年5月1日起施行。\n";

    private CorpusStore Store => _corpus.Store;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_back_what_was_put_in()
    {
        await Ingest();
        var (file, documents) = _corpus.Outline.Read(Path.Combine(_folder.Path, "documents", "旧.txt"), "旧.txt", CancellationToken.None);
        Assert.Equal(file.Text, Store.FindSourceFile("旧.txt")!.Text);
        var expected = Assert.Single(documents);
        var stored = Store.FindDocument(expected.Id)!;
        Assert.Equal(expected.AllClauses().Select(clause => (clause.Id, clause.Lead, clause.Span)), stored.AllClauses().Select(clause => (clause.Id, clause.Lead, clause.Span)));
        var article = stored.AllClauses().Single(clause => clause.Label == "第二条");
        Assert.Equal(article.Lead, Store.FindClause(article.Id)!.Lead);
        Assert.Null(Store.FindClause(article.Id + "9"));
        Assert.Equal((1, 2), Store.Counts());
    }

    [Fact]
    public async Task Another_store_on_the_same_database_sees_a_change_at_once()
    {
        await Ingest();
        var other = new CorpusStore(new CorpusDatabase(Path.Combine(_folder.Path, "data")));
        var before = other.Version();
        Assert.NotNull(other.FindSourceFile("旧.txt"));
        Assert.Single(other.Documents());

        Assert.True(Store.RemoveSourceFile("旧.txt"));
        Assert.True(other.Version() > before);
        Assert.Null(other.FindSourceFile("旧.txt"));
        Assert.Empty(other.Documents());
        Assert.False(Store.RemoveSourceFile("旧.txt"));
    }

    [Fact]
    public async Task A_removed_document_comes_back_only_when_it_is_named_or_changed()
    {
        await Ingest();
        var id = Assert.Single(Store.Documents()).Id;
        Assert.True(Store.RemoveDocument(id));
        Assert.False(Store.RemoveDocument(id));
        Assert.Null(Store.FindDocument(id));
        Assert.Null(Store.FindSourceFile("旧.txt")); // its words are gone too

        await Ingest();
        Assert.Empty(Store.Documents());
        await _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents", "旧.txt")], prune: false, null, CancellationToken.None);
        Assert.Equal(id, Assert.Single(Store.Documents()).Id);
    }

    /// <summary>Another version of the program reads every file anew, which is no reason to bring back what a person removed.</summary>
    [Fact]
    public async Task A_removed_document_stays_away_when_another_version_reads_its_file()
    {
        _folder.Write("documents/两份.txt", Two);
        await Ingest();
        var removed = Store.Documents().Single(document => document.Title == "云麓区堤岸巡查办法").Id;
        Assert.True(Store.RemoveDocument(removed));
        Assert.True(Store.RemoveDocument(Store.Documents().Single(document => document.SourcePath == "旧.txt").Id));

        for (var round = 0; round < 2; round++)
        {
            SetReader("another version");
            var report = await Ingest();
            Assert.Equal(["两份.txt Replaced 1", "旧.txt Unchanged 0"], report.Files.Select(file => $"{file.Path} {file.Outcome} {file.Documents}"));
            Assert.Equal("云麓区沟渠管护办法", Assert.Single(Store.Documents()).Title);
        }

        _folder.Write("documents/两份.txt", Two + "\n第四条　补充一条。\n");
        await Ingest();
        Assert.Contains(Store.Documents(), document => document.Id == removed); // the file changed
    }

    [Fact]
    public async Task A_removed_document_is_forgotten_with_its_file()
    {
        _folder.Write("documents/两份.txt", Two);
        await Ingest();
        Store.RemoveDocument(Store.Documents().Single(document => document.Title == "云麓区堤岸巡查办法").Id);
        Store.RemoveSourceFile("两份.txt");

        await Ingest();
        Assert.Equal(3, Store.Documents().Count);
    }

    [Fact]
    public async Task A_repealed_document_is_in_force_again_once_nothing_repeals_it()
    {
        _folder.Write("documents/新.txt", "样本管理办法\n\n2024年5月1日\n\n第一条　为了样本，制定本办法。\n第二条　本办法自2024年6月1日起施行。《样本管理暂行办法》同时废止。");
        await Ingest();
        var old = Store.Documents().Single(document => document.SourcePath == "旧.txt");
        Assert.Equal(DocumentState.Repealed, old.Status.State);
        Assert.Equal(DocumentState.Repealed, Store.FindDocument(old.Id)!.Status.State);
        Assert.Contains("同时废止", Store.FindClause(old.Status.ByClauseId!)!.Text(), StringComparison.Ordinal);

        Assert.True(Store.RemoveSourceFile("新.txt"));
        var now = Assert.Single(Store.Documents());
        Assert.Equal(DocumentState.InForce, now.Status.State);
        Assert.NotEqual(old.Hash, now.Hash); // an index that filters by status must see the change
    }

    private void SetReader(string version)
    {
        using var connection = new CorpusDatabase(Path.Combine(_folder.Path, "data")).Open();
        connection.Execute("UPDATE source_files SET read_by = $version", ("$version", version));
    }

    private Task<IngestionReport> Ingest() => _corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: false, null, CancellationToken.None);
}
