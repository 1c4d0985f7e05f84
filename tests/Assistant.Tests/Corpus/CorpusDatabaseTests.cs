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

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = folder.Write("不是文件夹", "x"); // root ignores permissions; a file in the way stops everyone
        var exception = Assert.Throws<CorpusUnavailableException>(() => new CorpusDatabase(Path.Combine(file, "data")).Open());
        Assert.Contains("--data", exception.Message, StringComparison.Ordinal);
    }
}
