using Assistant.LanguageModels.Embeddings;
using Microsoft.Data.Sqlite;

namespace Assistant.Tests.LanguageModels;

public sealed class EmbeddingCacheTests : IDisposable
{
    private static readonly ReadOnlyMemory<float> Vector = new float[1024];

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_not_asked_for_longest_makes_room()
    {
        const long Largest = 2L << 20;
        var cache = new EmbeddingCache(_folder.Path, _clock, Largest);
        cache.Add([(Key(-1), Vector), (Key(-2), Vector)]);
        for (var day = 0; day < 40; day++)
        {
            _clock.Now = _clock.Now.AddDays(2);
            cache.Add([.. Enumerable.Range(day * 50, 50).Select(n => (Key(n), Vector))]);
            Assert.NotNull(cache.Find([Key(-1)])[0]); // asked for every other day, as long as there are days
        }

        Assert.Null(cache.Find([Key(-2)])[0]);
        Assert.Null(cache.Find([Key(0)])[0]);
        Assert.NotNull(cache.Find([Key(1999)])[0]);
        SqliteConnection.ClearAllPools();
        Assert.InRange(new FileInfo(Path.Combine(_folder.Path, "embeddings.db")).Length, Largest / 2, Largest * 3 / 2);
    }

    [Fact]
    public void A_file_of_an_earlier_version_keeps_what_it_holds()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "embeddings.db")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE embeddings (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID; INSERT INTO embeddings VALUES ($key, x'0000803F')";
            command.Parameters.AddWithValue("$key", Key(7));
            command.ExecuteNonQuery();
        }

        for (var opened = 0; opened < 2; opened++) Assert.Equal([1f], new EmbeddingCache(_folder.Path, _clock).Find([Key(7)])[0]!);
    }

    private static byte[] Key(int number) => BitConverter.GetBytes(number);

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
