using Assistant.Corpus.Database;
using Microsoft.Data.Sqlite;

namespace Assistant.Evaluation;

/// <summary>What one would build in an afternoon: SQLite's FTS5 over overlapping pairs of characters, ranked by its BM25. The yardstick of the benchmark.</summary>
internal sealed class BigramFts : IDisposable
{
    private readonly SqliteConnection _connection;

    public BigramFts(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        _connection.Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE clause USING fts5(pairs, content='', tokenize='unicode61')");
    }

    public void Add(IEnumerable<string> texts)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO clause(pairs) VALUES ($pairs)";
        var pairs = insert.Parameters.Add("$pairs", SqliteType.Text);
        foreach (var text in texts)
        {
            pairs.Value = string.Join(' ', Pairs(text));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    /// <summary>How many rows came back; at most <paramref name="top"/>.</summary>
    public int Search(string question, int top)
    {
        var terms = Pairs(question).Distinct(StringComparer.Ordinal).Select(pair => $"\"{pair}\"").ToList();
        if (terms.Count == 0) return 0;
        return _connection.Query(
            "SELECT rowid FROM clause WHERE clause MATCH $match ORDER BY bm25(clause) LIMIT $top", row => row.GetInt64(0),
            ("$match", string.Join(" OR ", terms)), ("$top", top)).Count;
    }

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<string> Pairs(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1])) yield return text.Substring(i, 2);
        }
    }
}
