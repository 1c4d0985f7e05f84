using System.Globalization;
using System.Text.Json;
using Assistant.Corpus.Database;

namespace Assistant.Memos;

/// <summary>A memo in a list of them.</summary>
/// <param name="Date">That it bears, which need not be a day on which it was written.</param>
/// <param name="Answers">How many questions it answers.</param>
/// <param name="Citations">How many it has.</param>
public sealed record MemoSummary(string Id, string Title, DateOnly Date, int Answers, int Citations, DateTimeOffset ChangedAt);

/// <summary>Memos, kept in the corpus database.</summary>
public sealed class MemoStore(CorpusDatabase database)
{
    /// <summary>Latest change first.</summary>
    public IReadOnlyList<MemoSummary> Memos(int limit) => database.Read(connection =>
        connection.Query(
            """
            SELECT id, json ->> '$.title', json ->> '$.date', json_array_length(json, '$.sections'), json_array_length(json, '$.citations'), changed_at
            FROM memos ORDER BY changed_at DESC LIMIT $limit
            """,
            row => new MemoSummary(
                row.GetString(0), row.GetString(1), DateOnly.Parse(row.GetString(2), CultureInfo.InvariantCulture), row.GetInt32(3),
                row.GetInt32(4), DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            ("$limit", limit)));

    /// <summary>Null when there is none.</summary>
    public Memo? Find(string memoId) =>
        database.Read(connection => connection.Scalar<string>("SELECT json FROM memos WHERE id = $id", ("$id", memoId))) is { } json ? Parse(json) : null;

    /// <summary>Keeps a memo that was just composed.</summary>
    public void Add(Memo memo) => database.Write(connection => connection.Execute(
        "INSERT INTO memos (id, changed_at, json) VALUES ($id, $changed, $json)",
        ("$id", memo.Id), ("$changed", Moment(memo.ChangedAt)), ("$json", Json(memo))));

    /// <summary>
    /// Changes the memo as it is held when the change is kept: where somebody else changed it meanwhile, <paramref name="change"/> is applied anew to
    /// what they left, so nothing of theirs is lost. Null when there is no such memo.
    /// </summary>
    /// <param name="change">May throw: then nothing changes.</param>
    public Memo? Update(string memoId, Func<Memo, Memo> change)
    {
        while (Find(memoId) is { } held)
        {
            var changed = change(held);
            // A time is a version only if it never stands still or runs back.
            if (changed.ChangedAt <= held.ChangedAt) changed = changed with { ChangedAt = held.ChangedAt.AddTicks(1) };
            var kept = database.Write(connection => connection.Execute(
                "UPDATE memos SET changed_at = $changed, json = $json WHERE id = $id AND changed_at = $seen",
                ("$id", memoId), ("$changed", Moment(changed.ChangedAt)), ("$json", Json(changed)), ("$seen", Moment(held.ChangedAt))));
            if (kept > 0) return changed;
        }
        return null;
    }

    /// <summary>False when there was none.</summary>
    public bool Delete(string memoId) => database.Write(connection => connection.Execute("DELETE FROM memos WHERE id = $id", ("$id", memoId))) > 0;

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static string Json(Memo memo) => JsonSerializer.Serialize(memo, MemoJson.Readable.Memo);

    private static Memo Parse(string json) =>
        JsonSerializer.Deserialize(json, MemoJson.Readable.Memo) ?? throw new JsonException("A stored memo is empty.");
}
