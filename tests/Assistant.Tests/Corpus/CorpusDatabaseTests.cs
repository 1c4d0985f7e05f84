using System.Runtime.CompilerServices;
using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Corpus.Labels;

namespace Assistant.Tests.Corpus;

public sealed class CorpusDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Opens_in_write_ahead_mode_with_foreign_keys()
    {
        using var connection = new CorpusDatabase(_folder.Path).Open();
        Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, connection.Scalar<long>("PRAGMA foreign_keys"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var path = _folder.Write("assistant.db", new string('x', 8192));
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(_folder.Path).Open());
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("损坏", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), File.ReadAllText(path));
    }

    [Fact]
    public void A_damaged_page_is_reported_as_damage()
    {
        using (var connection = new CorpusDatabase(_folder.Path).Open()) connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var path = Path.Combine(_folder.Path, "assistant.db");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(100, 3000).Fill(0xA5);
        File.WriteAllBytes(path, bytes);
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(_folder.Path).Open());
        Assert.Contains("损坏", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_database_is_refused_and_left_as_it_is()
    {
        using (var connection = new CorpusDatabase(_folder.Path).Open()) connection.Execute("PRAGMA user_version = 9999");
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(_folder.Path).Open());
        Assert.Contains("9999", exception.Message, StringComparison.Ordinal);
        Assert.Contains("升级", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Written by version 1, before answers and memos were kept in it.</summary>
    [Fact]
    public void An_old_database_is_migrated_and_gives_what_it_holds()
    {
        _folder.Write("assistant.db", File.ReadAllBytes(Fixture("v1.db")));
        var store = new CorpusStore(new CorpusDatabase(_folder.Path));

        var document = store.FindDocument(Assert.Single(store.Documents()).Id)!;

        Assert.Equal(("江岚市沟渠修缮办法", "江水规〔2021〕6号", new DateOnly(2021, 8, 1)), (document.Title, document.DocumentNumber, document.Date));
        Assert.Equal(["江岚市水利局"], document.Issuers);
        var item = ClauseAddress.Find(document, "第二条第（二）项")!;
        Assert.Equal("（二）节约材料。", store.FindClause(item.Id)!.Lead);
        var source = store.FindSourceFile(document.SourcePath)!.Text;
        Assert.Equal("（二）节约材料。", source[item.Span.Start..item.Span.End]);
        using var connection = new CorpusDatabase(_folder.Path).Open();
        Assert.True(connection.Scalar<long>("PRAGMA user_version") > 1);
        Assert.Equal(0, connection.Scalar<long>("SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM memos)"));
    }

    /// <summary>
    /// Written by version 3, which counted removed documents without naming them, and then read by this one: one of the two documents of 汇编.txt and the
    /// only one of 单篇.txt had been removed.
    /// </summary>
    [Fact]
    public async Task What_was_removed_before_ids_were_kept_stays_away()
    {
        _folder.Write("assistant.db", File.ReadAllBytes(Fixture("v3.db")));
        var corpus = new TestCorpus(_folder.Path);
        Assert.Equal(["江岚市沟渠管护办法", "江岚市渡口管理规定"], corpus.Store.Documents().Select(document => document.Title));
        _folder.Write("documents/汇编.txt", corpus.Store.FindSourceFile("汇编.txt")!.Text);
        _folder.Write("documents/单篇.txt", Single);
        _folder.Write("documents/留下.txt", corpus.Store.FindSourceFile("留下.txt")!.Text);

        for (var round = 0; round < 2; round++)
        {
            var report = await corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: true, null, CancellationToken.None);
            Assert.Empty(report.Failures);
            Assert.Equal(["江岚市沟渠管护办法", "江岚市渡口管理规定"], corpus.Store.Documents().Select(document => document.Title));
            using var connection = new CorpusDatabase(_folder.Path).Open();
            connection.Execute("UPDATE source_files SET read_by = 'another version'");
            Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM removals"));
            Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM answers"));
        }

        // Where the files lie was learnt on the way: what is gone is forgotten now.
        File.Delete(Path.Combine(_folder.Path, "documents", "留下.txt"));
        await corpus.Ingestor.IngestAsync([Path.Combine(_folder.Path, "documents")], prune: true, null, CancellationToken.None);
        Assert.Equal("江岚市沟渠管护办法", Assert.Single(corpus.Store.Documents()).Title);
    }

    /// <summary>The words of 单篇.txt when it was read: the database keeps the hash of a file all of whose documents were removed, and no text.</summary>
    private const string Single = "江岚市水车养护规定\n\n第一条　水车每季度上油一次。\n\n第二条　本规定自2020年1月1日起施行。\n";

    private static string Fixture(string name, [CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "Fixtures", name);

    [Fact]
    public void A_full_disk_is_said_and_nothing_is_half_written()
    {
        var database = new CorpusDatabase(_folder.Path);
        using (var connection = database.Open()) connection.Execute($"PRAGMA max_page_count = {connection.Scalar<long>("PRAGMA page_count")}"); // kept by the pooled connection
        var store = new CorpusStore(database);
        var text = new string('法', 100_000);

        var exception = Assert.Throws<CorpusUnavailableException>(() =>
            store.Replace(new SourceFile("大.txt", "00", SourceFormat.PlainText, text, [], DateTimeOffset.UnixEpoch, []), []));

        Assert.Contains("磁盘已满", exception.Message, StringComparison.Ordinal);
        Assert.Empty(store.FileHashes());
    }

    [Fact]
    public void Damage_behind_the_first_page_is_said_when_it_is_read()
    {
        var store = new CorpusStore(new CorpusDatabase(_folder.Path));
        store.Replace(new SourceFile("甲.txt", "00", SourceFormat.PlainText, new string('法', 50_000), [], DateTimeOffset.UnixEpoch, []), []);
        using (var connection = new CorpusDatabase(_folder.Path).Open()) connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var path = Path.Combine(_folder.Path, "assistant.db");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(4096).Fill(0xA5);
        File.WriteAllBytes(path, bytes);

        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusStore(new CorpusDatabase(_folder.Path)).Documents());

        Assert.Contains("损坏", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Answers and memos exist nowhere else: a power cut must not take the last of them. Files are read again.</summary>
    [Fact]
    public void What_cannot_be_read_again_is_on_the_disk_when_it_is_said_to_be_kept()
    {
        const int Normal = 1, Full = 2;
        var database = new CorpusDatabase(_folder.Path);
        Assert.Equal(Normal, database.Write(connection => connection.Scalar<long>("PRAGMA synchronous"), isRepeatable: true));
        Assert.Equal(Full, database.Write(connection => connection.Scalar<long>("PRAGMA synchronous")));
        using var open = database.Open();
        Assert.Equal(Full, open.Scalar<long>("PRAGMA synchronous"));
    }

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = _folder.Write("不是文件夹", "x"); // root ignores permissions; a file in the way stops everyone
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(Path.Combine(file, "data")).Open());
        Assert.Contains("--data", exception.Message, StringComparison.Ordinal);
    }
}
