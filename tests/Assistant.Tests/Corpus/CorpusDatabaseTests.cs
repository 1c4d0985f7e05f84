using System.Runtime.CompilerServices;
using Assistant.Corpus;

namespace Assistant.Tests.Corpus;

public sealed class CorpusDatabaseTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Opens_in_write_ahead_mode_with_foreign_keys()
    {
        using var connection = new CorpusDatabase(folder.Path).Open();
        Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(1, connection.Scalar<long>("PRAGMA foreign_keys"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var path = folder.Write("assistant.db", new string('x', 8192));
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(folder.Path).Open());
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("损坏", exception.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 8192), File.ReadAllText(path));
    }

    [Fact]
    public void A_damaged_page_is_reported_as_damage()
    {
        using (var connection = new CorpusDatabase(folder.Path).Open()) connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var path = Path.Combine(folder.Path, "assistant.db");
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(100, 3000).Fill(0xA5);
        File.WriteAllBytes(path, bytes);
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(folder.Path).Open());
        Assert.Contains("损坏", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_database_is_refused_and_left_as_it_is()
    {
        using (var connection = new CorpusDatabase(folder.Path).Open()) connection.Execute("PRAGMA user_version = 9999");
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(folder.Path).Open());
        Assert.Contains("9999", exception.Message, StringComparison.Ordinal);
        Assert.Contains("升级", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Written by version 1, before answers and memos were kept in it.</summary>
    [Fact]
    public void An_old_database_is_migrated_and_gives_what_it_holds()
    {
        folder.Write("assistant.db", File.ReadAllBytes(Fixture("v1.db")));
        var store = new CorpusStore(new CorpusDatabase(folder.Path));

        var document = store.FindDocument(Assert.Single(store.Documents()).Id)!;

        Assert.Equal(("江岚市沟渠修缮办法", "江水规〔2021〕6号", new DateOnly(2021, 8, 1)), (document.Title, document.DocumentNumber, document.Date));
        Assert.Equal(["江岚市水利局"], document.Issuers);
        var item = ClauseAddress.Find(document, "第二条第（二）项")!;
        Assert.Equal("（二）节约材料。", store.FindClause(item.Id)!.Lead);
        var source = store.FindSourceFile(document.SourcePath)!.Text;
        Assert.Equal("（二）节约材料。", source[item.Span.Start..item.Span.End]);
        using var connection = new CorpusDatabase(folder.Path).Open();
        Assert.True(connection.Scalar<long>("PRAGMA user_version") > 1);
        Assert.Equal(0, connection.Scalar<long>("SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM memos)"));
    }

    private static string Fixture(string name, [CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "Fixtures", name);

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = folder.Write("不是文件夹", "x"); // root ignores permissions; a file in the way stops everyone
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(Path.Combine(file, "data")).Open());
        Assert.Contains("--data", exception.Message, StringComparison.Ordinal);
    }
}
