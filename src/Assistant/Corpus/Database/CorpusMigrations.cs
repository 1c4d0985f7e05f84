using Microsoft.Data.Sqlite;

namespace Assistant.Corpus.Database;

/// <summary>
/// The schema of <c>assistant.db</c>, one step a version: the n-th entry brings <c>user_version</c> from n - 1 to n. Steps that were released are
/// never edited; a change is a new step at the end.
/// </summary>
internal static class CorpusMigrations
{
    private static readonly string[] Steps = [SourceFilesAndDocuments, Answers, Memos, OriginsAndRemovals, Conversations, ConversationList];

    public static void Apply(SqliteConnection connection)
    {
        while (true)
        {
            using var transaction = connection.BeginTransaction();
            var version = (int)connection.Scalar<long>("PRAGMA user_version");
            if (version > Steps.Length)
            {
                throw new CorpusUnavailableException(new(
                    $"文库数据库由更新的版本写成（{version}，本程序只认识到 {Steps.Length}）：{connection.DataSource}。请升级本程序，或用 --data 指定另一个文件夹。",
                    $"The corpus database was written by a newer version ({version}; this program knows up to {Steps.Length}): {connection.DataSource}. Upgrade this program, or name another folder with --data."));
            }
            if (version == Steps.Length) return;
            connection.Execute(Steps[version]);
            connection.Execute($"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }

    /// <summary>
    /// A document's tree is one JSON value, not a row per clause: it is always read whole, and a clause is found in it by its id, which begins with
    /// the document's. <c>text</c> is UTF-8 in a BLOB, because a TEXT value ends at the first NUL for some readers of the file.
    /// </summary>
    private const string SourceFilesAndDocuments =
        """
        CREATE TABLE source_files (
            path TEXT PRIMARY KEY,
            sha256 TEXT NOT NULL,
            read_by TEXT NOT NULL,
            read_at TEXT NOT NULL,
            format TEXT NOT NULL,
            text BLOB NOT NULL,
            page_starts TEXT NOT NULL,
            warnings TEXT NOT NULL,
            removed_documents INTEGER NOT NULL DEFAULT 0,
            is_forgotten INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            source_path TEXT NOT NULL REFERENCES source_files (path) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            clauses INTEGER NOT NULL,
            hash TEXT NOT NULL,
            summary TEXT NOT NULL,
            tree BLOB NOT NULL
        );
        CREATE INDEX documents_by_source ON documents (source_path, position);
        CREATE TABLE corpus_version (version INTEGER NOT NULL);
        INSERT INTO corpus_version VALUES (0);
        """;

    /// <summary>An answer is kept as it was given, as JSON; what it is looked up by stands in columns. <c>asked_at</c> is UTC, round-trip format.</summary>
    private const string Answers =
        """
        CREATE TABLE answers (
            id TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            question TEXT NOT NULL,
            json TEXT NOT NULL
        );
        CREATE INDEX answers_by_conversation ON answers (conversation, asked_at);
        """;

    private const string Memos =
        """
        CREATE TABLE memos (
            id TEXT PRIMARY KEY,
            changed_at TEXT NOT NULL,
            json TEXT NOT NULL
        );
        CREATE INDEX memos_by_change ON memos (changed_at);
        """;

    /// <summary>
    /// <c>origin</c>: where a file lay when it was last met, absolute; NULL for files read before this step. <c>removals</c>: the documents that
    /// <c>removed_documents</c> counts; fewer where some were removed before this step.
    /// </summary>
    private const string OriginsAndRemovals =
        """
        ALTER TABLE source_files ADD COLUMN origin TEXT;
        CREATE TABLE removals (
            document_id TEXT PRIMARY KEY,
            source_path TEXT NOT NULL REFERENCES source_files (path) ON DELETE CASCADE
        ) WITHOUT ROWID;
        CREATE INDEX removals_by_source ON removals (source_path);
        """;

    /// <summary>
    /// <c>replaced_by</c>: the answer that took its place in the conversation; NULL for one that stands there. <c>is_listed</c>: 0 for questions that no
    /// reader asked.
    /// </summary>
    private const string Conversations =
        """
        ALTER TABLE answers ADD COLUMN replaced_by TEXT;
        ALTER TABLE answers ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1;
        """;

    /// <summary>
    /// All that the list of conversations asks for: every page shows it, and without this each answer is read past its JSON (5,000 answers of 30 kB: 66 ms
    /// for the first list and 23 ms for the next ones, with it 13 ms).
    /// </summary>
    private const string ConversationList =
        """
        CREATE INDEX answers_in_list ON answers (conversation, asked_at, replaced_by, is_listed, question);
        DROP INDEX answers_by_conversation;
        """;
}
