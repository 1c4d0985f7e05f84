using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Assistant.Corpus.Database;
using Microsoft.Data.Sqlite;

namespace Assistant.Corpus;

/// <param name="Clauses">How many labelled clauses the document has.</param>
/// <param name="Hash">Changes when anything that is indexed of the document changes.</param>
public sealed record DocumentSummary(
    string Id,
    string Title,
    string SourcePath,
    DocumentKind Kind,
    string? DocumentNumber,
    IReadOnlyList<string> Issuers,
    DateOnly? Date,
    DateOnly? EffectiveDate,
    DocumentStatus Status,
    string? CoverId,
    int Clauses,
    string Hash);

/// <summary>What the corpus knows of a file without reading its text.</summary>
/// <param name="ReadBy">See <see cref="SourceFile.ReadBy"/>.</param>
/// <param name="Origin">See <see cref="SourceFile.Origin"/>.</param>
/// <param name="IsWhole">False once a person removed a document of it.</param>
/// <param name="IsForgotten">A person removed all documents of it: its text is gone too, only its hash is kept.</param>
public sealed record FileState(string Sha256, string ReadBy, string? Origin, bool IsWhole, bool IsForgotten);

/// <summary>Documents, clauses and the texts they stand in. Safe for concurrent use; a read sees either all of a file or nothing of it.</summary>
public sealed class CorpusStore(CorpusDatabase database)
{
    // Characters: 64 MB of text.
    private readonly RecentlyUsed<SourceFile> _files = new(32_000_000, file => file.Text.Length + 1000);
    // Bytes as stored. A thousand laws (60 MB) stay whole: with room for a quarter of them, reading trees again was a fifth of an answer's work.
    private readonly RecentlyUsed<LoadedDocument> _loaded = new(64_000_000, document => document.Weight);
    private SummariesOfVersion? _summaries;
    private long _cachedVersion = -1;

    /// <summary>Path to SHA-256 of every file held.</summary>
    public IReadOnlyDictionary<string, string> FileHashes() =>
        FileStates().ToDictionary(entry => entry.Key, entry => entry.Value.Sha256, StringComparer.Ordinal);

    /// <summary>Every file held, by path.</summary>
    public IReadOnlyDictionary<string, FileState> FileStates() => database.Read(connection => connection.Query(
        "SELECT path, sha256, read_by, origin, removed_documents, is_forgotten FROM source_files",
        row => (Path: row.GetString(0), State: new FileState(
            row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4) == 0, row.GetInt64(5) != 0))))
        .ToDictionary(entry => entry.Path, entry => entry.State, StringComparer.Ordinal);

    /// <summary>Null for a file that is not held. Recently read files are kept in memory.</summary>
    public SourceFile? FindSourceFile(string path) => database.Read(connection =>
    {
        var key = $"{Current(connection)} {path}";
        if (_files.Find(key) is { } known) return known;
        var file = connection.Query(
            "SELECT sha256, format, text, page_starts, read_at, warnings, read_by, origin FROM source_files WHERE path = $path AND is_forgotten = 0",
            row => new SourceFile(
                path,
                row.GetString(0),
                Enum.Parse<SourceFormat>(row.GetString(1)),
                Encoding.UTF8.GetString(row.GetFieldValue<byte[]>(2)),
                CorpusJson.Read<List<int>>(Encoding.UTF8.GetBytes(row.GetString(3))),
                DateTimeOffset.Parse(row.GetString(4), CultureInfo.InvariantCulture),
                CorpusJson.Read<List<ParseWarning>>(Encoding.UTF8.GetBytes(row.GetString(5))))
            { ReadBy = row.GetString(6), Origin = row.IsDBNull(7) ? null : row.GetString(7) },
            ("$path", path)).SingleOrDefault();
        if (file is not null) _files.Keep(key, file);
        return file;
    });

    /// <summary>
    /// Puts a file and its documents in the place of what was held of that path, in one transaction. Documents that a person removed stay away while
    /// the file's bytes are the same, whichever version of the parsers reads them.
    /// </summary>
    /// <param name="bringsBackRemoved">Also those are put in: the person named this very file.</param>
    /// <returns>Those of <paramref name="documents"/> that are held now.</returns>
    public IReadOnlyList<PolicyDocument> Replace(SourceFile file, IReadOnlyList<PolicyDocument> documents, bool bringsBackRemoved = false)
    {
        var rows = documents.Select(StoredDocument.From).ToList(); // serialised before the write lock is taken
        return database.Write<IReadOnlyList<PolicyDocument>>(
            connection =>
            {
                var removed = bringsBackRemoved ? [] : RemovedDocuments.Of(connection, file, documents);
                connection.Execute("DELETE FROM source_files WHERE path = $path", ("$path", file.Path));
                Insert(connection, file, removed.Count);
                foreach (var id in removed) RemovedDocuments.Remember(connection, id, file.Path);
                for (var position = 0; position < rows.Count; position++)
                {
                    if (!removed.Contains(rows[position].Head.Id)) Insert(connection, rows[position], position);
                }
                if (removed.Count > 0) RemovedDocuments.ForgetTextWithout(connection, file.Path);
                Touch(connection);
                return [.. documents.Where(document => !removed.Contains(document.Id))];
            },
            isRepeatable: true);
    }

    /// <summary>Says where a file lies now; its text is the same as before.</summary>
    public void SetOrigin(string path, string origin) => database.Write(
        connection => connection.Execute("UPDATE source_files SET origin = $origin WHERE path = $path", ("$path", path), ("$origin", origin)), isRepeatable: true);

    /// <summary>Removes a file with everything derived from it; false when it was not held.</summary>
    public bool RemoveSourceFile(string path) => database.Write(connection =>
    {
        if (connection.Execute("DELETE FROM source_files WHERE path = $path", ("$path", path)) == 0) return false;
        RestoreWhatNobodyRepeals(connection);
        Touch(connection);
        return true;
    });

    /// <summary>
    /// Removes one document with everything derived from it; false when it was not held. It is remembered with its file's hash, so that reading the
    /// folder again does not bring the document back; with the last document of a file the file's text goes too.
    /// </summary>
    public bool RemoveDocument(string documentId) => database.Write(connection =>
    {
        var path = connection.Scalar<string>("SELECT source_path FROM documents WHERE id = $id", ("$id", documentId));
        if (path is null) return false;
        connection.Execute("DELETE FROM documents WHERE id = $id", ("$id", documentId));
        connection.Execute("UPDATE source_files SET removed_documents = removed_documents + 1 WHERE path = $path", ("$path", path));
        RemovedDocuments.Remember(connection, documentId, path);
        RemovedDocuments.ForgetTextWithout(connection, path);
        RestoreWhatNobodyRepeals(connection);
        Touch(connection);
        return true;
    });

    /// <summary>All documents, by source path and position in it.</summary>
    public IReadOnlyList<DocumentSummary> Documents() => database.Read(connection =>
    {
        var version = Version(connection); // read first: a change in between makes the list newer than its version, never older
        if (_summaries is { } known && known.Version == version) return known.Documents;
        var documents = connection.Query(
            "SELECT summary, clauses, hash FROM documents ORDER BY source_path, position",
            row => Summarise(Head(row.GetString(0)), row.GetInt32(1), row.GetString(2)));
        _summaries = new SummariesOfVersion(version, documents);
        return documents;
    });

    /// <summary>All documents without their clauses and warnings, by source path and position: what <see cref="SetStatus"/> is decided on.</summary>
    public IReadOnlyList<PolicyDocument> Heads() => database.Read(connection =>
        connection.Query("SELECT summary FROM documents ORDER BY source_path, position", row => Head(row.GetString(0))));

    /// <summary>Marks documents as in force or not, in one transaction; ids that are not held are passed over.</summary>
    public void SetStatus(IReadOnlyDictionary<string, DocumentStatus> statuses) =>
        database.Write(connection => ChangeStatus(connection, head => statuses.GetValueOrDefault(head.Id)), isRepeatable: true);

    /// <summary>With its clause tree; null when there is none.</summary>
    public PolicyDocument? FindDocument(string documentId) => Load(documentId)?.Document;

    /// <summary>Null when there is none.</summary>
    public Clause? FindClause(string clauseId)
    {
        var slash = clauseId.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? null : Load(clauseId[..slash])?.Find(clauseId);
    }

    /// <summary>Goes up by one with every change, also of another process: a cheap way to see that an index is behind.</summary>
    public long Version() => database.Read(Version);

    public (int Documents, int Clauses) Counts() => database.Read(connection =>
        connection.Query("SELECT count(*), coalesce(sum(clauses), 0) FROM documents", row => (row.GetInt32(0), row.GetInt32(1)))[0]);

    /// <summary>Says that the corpus is another one than before.</summary>
    private static void Touch(SqliteConnection connection) => connection.Execute("UPDATE corpus_version SET version = version + 1");

    /// <returns>Whether any document's status changed; the version went up then.</returns>
    private static bool ChangeStatus(SqliteConnection connection, Func<PolicyDocument, DocumentStatus?> decide)
    {
        var changed = connection.Query("SELECT summary FROM documents", row => Head(row.GetString(0)))
            .Select(head => (Head: head, Status: decide(head)))
            .Where(change => change.Status is not null && change.Status != change.Head.Status).ToList();
        foreach (var (head, status) in changed)
        {
            connection.Execute(
                "UPDATE documents SET summary = $summary WHERE id = $id",
                ("$id", head.Id),
                ("$summary", Encoding.UTF8.GetString(CorpusJson.Write(head with { Status = status! }))));
        }
        if (changed.Count > 0) Touch(connection);
        return changed.Count > 0;
    }

    /// <summary>What a document repealed is in force again once that document is gone.</summary>
    private static void RestoreWhatNobodyRepeals(SqliteConnection connection)
    {
        var held = connection.Query("SELECT id FROM documents", row => row.GetString(0)).ToHashSet(StringComparer.Ordinal);
        ChangeStatus(connection, head => head.Status.ByDocumentId is { } by && !held.Contains(by) ? DocumentStatus.InForce : null);
    }

    private static long Version(SqliteConnection connection) => connection.Scalar<long>("SELECT version FROM corpus_version");

    private LoadedDocument? Load(string documentId) => database.Read(connection =>
    {
        var key = $"{Current(connection)} {documentId}";
        if (_loaded.Find(key) is { } known) return known;
        var document = connection.Query(
            "SELECT tree, summary FROM documents WHERE id = $id",
            row => new LoadedDocument(row.GetFieldValue<byte[]>(0), Head(row.GetString(1)).Status),
            ("$id", documentId)).SingleOrDefault();
        if (document is not null) _loaded.Keep(key, document);
        return document;
    });

    /// <summary>
    /// The corpus's version, which what is kept in memory is kept under: another process may have changed the corpus, and a slow reader must not put back
    /// what a writer has just replaced.
    /// </summary>
    private long Current(SqliteConnection connection)
    {
        var version = Version(connection);
        if (Interlocked.Exchange(ref _cachedVersion, version) != version)
        {
            _files.Clear();
            _loaded.Clear();
        }
        return version;
    }

    private static void Insert(SqliteConnection connection, SourceFile file, int removedDocuments) => connection.Execute(
        """
        INSERT INTO source_files (path, sha256, read_by, read_at, format, text, page_starts, warnings, origin, removed_documents)
        VALUES ($path, $sha256, $readBy, $readAt, $format, $text, $pageStarts, $warnings, $origin, $removed)
        """,
        ("$path", file.Path),
        ("$sha256", file.Sha256),
        ("$readBy", file.ReadBy),
        ("$readAt", file.ReadAt.ToString("O", CultureInfo.InvariantCulture)),
        ("$format", file.Format.ToString()),
        ("$text", Encoding.UTF8.GetBytes(file.Text)),
        ("$pageStarts", Encoding.UTF8.GetString(CorpusJson.Write(file.PageStarts))),
        ("$warnings", Encoding.UTF8.GetString(CorpusJson.Write(file.Warnings))),
        ("$origin", file.Origin),
        ("$removed", removedDocuments));

    private static void Insert(SqliteConnection connection, StoredDocument row, int position) => connection.Execute(
        """
        INSERT INTO documents (id, source_path, position, clauses, hash, summary, tree)
        VALUES ($id, $sourcePath, $position, $clauses, $hash, $summary, $tree)
        """,
        ("$id", row.Head.Id),
        ("$sourcePath", row.Head.SourcePath),
        ("$position", position),
        ("$clauses", row.Clauses),
        ("$hash", row.Hash),
        ("$summary", Encoding.UTF8.GetString(CorpusJson.Write(row.Head))),
        ("$tree", row.Tree));

    private static PolicyDocument Head(string summary) => CorpusJson.Read<PolicyDocument>(Encoding.UTF8.GetBytes(summary));

    private static DocumentSummary Summarise(PolicyDocument head, int clauses, string hash) => new(
        head.Id, head.Title, head.SourcePath, head.Kind, head.DocumentNumber, head.Issuers, head.Date, head.EffectiveDate, head.Status, head.CoverId, clauses,
        $"{hash}{head.Status.State:D}{head.Status.ByClauseId}");

    /// <param name="Head">The document without its clauses: what lists and the status of others need, small enough to read of all documents.</param>
    private sealed record StoredDocument(PolicyDocument Head, int Clauses, string Hash, byte[] Tree)
    {
        public static StoredDocument From(PolicyDocument document)
        {
            var tree = CorpusJson.Write(document);
            return new StoredDocument(
                document with { Clauses = [], Warnings = [] },
                document.AllClauses().Count(clause => clause.Label.Length > 0),
                Convert.ToHexStringLower(SHA256.HashData(tree)),
                tree);
        }
    }

    private sealed record SummariesOfVersion(long Version, IReadOnlyList<DocumentSummary> Documents);

    private sealed class LoadedDocument(byte[] tree, DocumentStatus status)
    {
        private Dictionary<string, Clause>? _clauses;

        public PolicyDocument Document { get; } = CorpusJson.Read<PolicyDocument>(tree) with { Status = status };

        public long Weight { get; } = tree.Length + 1000;

        public Clause? Find(string clauseId)
        {
            _clauses ??= Document.AllClauses().ToDictionary(clause => clause.Id, StringComparer.Ordinal);
            return _clauses.GetValueOrDefault(clauseId);
        }
    }
}
