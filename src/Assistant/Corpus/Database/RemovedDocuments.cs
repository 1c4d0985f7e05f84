using Microsoft.Data.Sqlite;

namespace Assistant.Corpus.Database;

/// <summary>What a person removed from a file that is still there: kept by id, for as long as the file's bytes are the same.</summary>
internal static class RemovedDocuments
{
    /// <summary>The ids of those removed of this very file.</summary>
    /// <param name="documents">What the file holds.</param>
    public static HashSet<string> Of(SqliteConnection connection, SourceFile file, IReadOnlyList<PolicyDocument> documents)
    {
        var count = connection.Scalar<long>(
            "SELECT removed_documents FROM source_files WHERE path = $path AND sha256 = $sha256", ("$path", file.Path), ("$sha256", file.Sha256));
        if (count == 0) return [];
        var removed = Ids(connection, "SELECT document_id FROM removals WHERE source_path = $path", file.Path);
        if (removed.Count == count) return removed;
        // Removed before ids were kept: they are what the file has and the corpus lacks, where that is as many as were counted.
        var held = Ids(connection, "SELECT id FROM documents WHERE source_path = $path", file.Path);
        var absent = documents.Select(document => document.Id).Where(id => !held.Contains(id)).ToHashSet(StringComparer.Ordinal);
        return absent.Count == count ? absent : removed;
    }

    public static void Remember(SqliteConnection connection, string documentId, string path) => connection.Execute(
        "INSERT OR REPLACE INTO removals (document_id, source_path) VALUES ($id, $path)", ("$id", documentId), ("$path", path));

    /// <summary>A file without documents keeps its hash only.</summary>
    public static void ForgetTextWithout(SqliteConnection connection, string path) => connection.Execute(
        """
        UPDATE source_files SET is_forgotten = 1, text = x'', page_starts = '[]', warnings = '[]'
        WHERE path = $path AND NOT EXISTS (SELECT 1 FROM documents WHERE source_path = $path)
        """,
        ("$path", path));

    private static HashSet<string> Ids(SqliteConnection connection, string sql, string path) =>
        connection.Query(sql, row => row.GetString(0), ("$path", path)).ToHashSet(StringComparer.Ordinal);
}
