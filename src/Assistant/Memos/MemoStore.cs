using System.Globalization;
using System.Text.Json;
using Assistant.Corpus;

namespace Assistant.Memos;

public sealed record MemoSummary(string Id, string Title, DateOnly Date, int Answers, int Citations, DateTimeOffset ChangedAt);

/// <summary>Memos, kept in the corpus database.</summary>
public sealed class MemoStore(CorpusDatabase database)
{
    /// <summary>Latest change first.</summary>
    public IReadOnlyList<MemoSummary> Memos(int limit)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT id, json ->> '$.title', json ->> '$.date', json_array_length(json, '$.sections'), json_array_length(json, '$.citations'), changed_at
            FROM memos ORDER BY changed_at DESC LIMIT $limit
            """;
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var memos = new List<MemoSummary>();
        while (reader.Read())
        {
            memos.Add(new(
                reader.GetString(0), reader.GetString(1), DateOnly.Parse(reader.GetString(2), CultureInfo.InvariantCulture), reader.GetInt32(3),
                reader.GetInt32(4), DateTimeOffset.Parse(reader.GetString(5), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        }
        return memos;
    }

    /// <summary>Null when there is none.</summary>
    public Memo? Find(string memoId)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json FROM memos WHERE id = $id";
        command.Parameters.AddWithValue("$id", memoId);
        return command.ExecuteScalar() is string json ? Parse(json) : null;
    }

    /// <summary>Adds the memo, or replaces the one with its id.</summary>
    public void Save(Memo memo)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO memos (id, changed_at, json) VALUES ($id, $changed, $json)
            ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at, json = excluded.json
            """;
        command.Parameters.AddWithValue("$id", memo.Id);
        command.Parameters.AddWithValue("$changed", memo.ChangedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$json", JsonSerializer.Serialize(memo, MemoJson.Readable.Memo));
        command.ExecuteNonQuery();
    }

    /// <summary>False when there was none.</summary>
    public bool Delete(string memoId)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM memos WHERE id = $id";
        command.Parameters.AddWithValue("$id", memoId);
        return command.ExecuteNonQuery() > 0;
    }

    private static Memo Parse(string json) =>
        JsonSerializer.Deserialize(json, MemoJson.Readable.Memo) ?? throw new JsonException("A stored memo is empty.");
}
