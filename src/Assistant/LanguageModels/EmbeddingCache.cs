using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Assistant.LanguageModels;

/// <summary>
/// Embeddings by the hash of model and text, in <c>embeddings.db</c> of the data folder: rebuilding an index asks the server for nothing it has
/// answered before. The file can be deleted at will. Safe for concurrent use, also by several processes.
/// </summary>
internal sealed class EmbeddingCache
{
    private readonly string _connection;

    public EmbeddingCache(string dataPath)
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(dataPath);
        _connection = new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataPath, "embeddings.db"), DefaultTimeout = 10 }.ToString();
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS embeddings (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID";
        command.ExecuteNonQuery();
    }

    /// <returns>Null for what is not held.</returns>
    public float[]?[] Find(IReadOnlyList<byte[]> keys)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT vector FROM embeddings WHERE key = $key";
        var key = command.Parameters.Add("$key", SqliteType.Blob);
        var found = new float[]?[keys.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            key.Value = keys[i];
            if (command.ExecuteScalar() is byte[] bytes) found[i] = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        }
        return found;
    }

    public void Add(IReadOnlyList<(byte[] Key, ReadOnlyMemory<float> Vector)> embeddings)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT OR REPLACE INTO embeddings (key, vector) VALUES ($key, $vector)";
        var key = command.Parameters.Add("$key", SqliteType.Blob);
        var vector = command.Parameters.Add("$vector", SqliteType.Blob);
        foreach (var embedding in embeddings)
        {
            key.Value = embedding.Key;
            vector.Value = MemoryMarshal.AsBytes(embedding.Vector.Span).ToArray();
            command.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connection);
        connection.Open();
        return connection;
    }
}
