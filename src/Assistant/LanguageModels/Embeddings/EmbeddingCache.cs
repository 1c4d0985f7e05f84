using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Assistant.LanguageModels.Embeddings;

/// <summary>
/// Embeddings by the hash of model and text, in <c>embeddings.db</c> of the data folder: rebuilding an index asks the server for nothing it has
/// answered before. What was not asked for longest makes room once the file is as large as it may be. The file can be deleted at will.
/// Safe for concurrent use, also by several processes.
/// </summary>
internal sealed class EmbeddingCache
{
    /// <summary>Bytes: some 900,000 vectors of 1,024 floats, the passages of a library of 25 million characters many times over.</summary>
    private const long Largest = 4L << 30;

    /// <summary>A use is noted once a day, so that searching writes next to nothing.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromDays(1);

    private readonly string _connection;
    private readonly TimeProvider _clock;
    private readonly long _largest;

    public EmbeddingCache(string dataPath, TimeProvider clock, long largest = Largest)
    {
        (_clock, _largest) = (clock, largest);
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(dataPath);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataPath, "embeddings.db"), DefaultTimeout = 10 }.ToString();
        using var connection = Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        using var transaction = connection.BeginTransaction(); // another process may be at it too
        if (Number(connection, "PRAGMA user_version") > 0) return;
        Execute(connection, """
            CREATE TABLE IF NOT EXISTS embeddings (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
            ALTER TABLE embeddings ADD COLUMN used INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX embeddings_by_use ON embeddings (used);
            PRAGMA user_version = 1;
            """);
        transaction.Commit();
    }

    /// <returns>Null for what is not held.</returns>
    public float[]?[] Find(IReadOnlyList<byte[]> keys)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT vector, used FROM embeddings WHERE key = $key";
        var key = command.Parameters.Add("$key", SqliteType.Blob);
        var found = new float[]?[keys.Count];
        var now = Now();
        var unnoted = new List<byte[]>();
        for (var i = 0; i < keys.Count; i++)
        {
            key.Value = keys[i];
            using var row = command.ExecuteReader();
            if (!row.Read()) continue;
            found[i] = MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(0)).ToArray();
            if (now - row.GetInt64(1) > Noted.TotalSeconds) unnoted.Add(keys[i]);
        }
        if (unnoted.Count > 0) NoteUse(connection, unnoted, now);
        return found;
    }

    public void Add(IReadOnlyList<(byte[] Key, ReadOnlyMemory<float> Vector)> embeddings)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO embeddings (key, vector, used) VALUES ($key, $vector, $now)";
        var key = command.Parameters.Add("$key", SqliteType.Blob);
        var vector = command.Parameters.Add("$vector", SqliteType.Blob);
        command.Parameters.AddWithValue("$now", Now());
        foreach (var embedding in embeddings)
        {
            key.Value = embedding.Key;
            vector.Value = MemoryMarshal.AsBytes(embedding.Vector.Span).ToArray();
            command.ExecuteNonQuery();
        }
        MakeRoom(connection);
        transaction.Commit();
    }

    /// <summary>A tenth at a time: the pages that become free take what comes next, and the file does not grow.</summary>
    private void MakeRoom(SqliteConnection connection)
    {
        var pages = Number(connection, "PRAGMA page_count") - Number(connection, "PRAGMA freelist_count");
        if (pages * Number(connection, "PRAGMA page_size") <= _largest) return;
        Execute(connection, "DELETE FROM embeddings WHERE key IN (SELECT key FROM embeddings ORDER BY used LIMIT (SELECT count(*) / 10 + 1 FROM embeddings))");
    }

    private static void NoteUse(SqliteConnection connection, List<byte[]> keys, long now)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE embeddings SET used = $now WHERE key = $key";
        var key = command.Parameters.Add("$key", SqliteType.Blob);
        command.Parameters.AddWithValue("$now", now);
        foreach (var used in keys)
        {
            key.Value = used;
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>Seconds since 1970.</summary>
    private long Now() => _clock.GetUtcNow().ToUnixTimeSeconds();

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // statements are constants of this class
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }
}
