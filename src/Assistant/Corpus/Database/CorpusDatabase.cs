using Microsoft.Data.Sqlite;

namespace Assistant.Corpus.Database;

/// <summary>
/// <c>assistant.db</c> in the data folder: the truth (source files, documents, clauses, answers, memos). The index beside it is derived from it.
/// Migrations are numbered (<see cref="CorpusMigrations"/>) and applied in one transaction each when the database is first opened.
/// </summary>
public sealed class CorpusDatabase
{
    private readonly Lock _gate = new();
    private readonly string _connectionString;
    private bool _isReady;

    public CorpusDatabase(string dataPath)
    {
        FilePath = Path.Combine(dataPath, "assistant.db");
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            ForeignKeys = true,
            Pooling = true,
            DefaultTimeout = 30, // seconds that a writer waits for another process to finish its file
        }.ToString();
    }

    public string FilePath { get; }

    /// <summary>A pooled connection in WAL mode with foreign keys on, opened; the caller disposes it.</summary>
    /// <exception cref="CorpusUnavailableException">The folder cannot be written, or the database is corrupt or newer than this program.</exception>
    public SqliteConnection Open() => Explained(() =>
    {
        if (!_isReady) Prepare();
        return Connect();
    });

    /// <exception cref="CorpusUnavailableException">As <see cref="Open"/>, and also where that shows only when pages are read.</exception>
    public T Read<T>(Func<SqliteConnection, T> read) => Explained(() =>
    {
        using var connection = Open();
        return read(connection);
    });

    /// <summary>One transaction, committed when <paramref name="write"/> returns; what it throws leaves everything as it was.</summary>
    /// <param name="isRepeatable">
    /// What is written can be read from its file again: a power cut may then lose the last transactions (never the database). Answers, memos and
    /// what a person removed exist nowhere else, and are on the disk when this returns.
    /// </param>
    /// <exception cref="CorpusUnavailableException">The disk is full, the database busy for too long, damaged or not to be written.</exception>
    public T Write<T>(Func<SqliteConnection, T> write, bool isRepeatable = false) => Explained(() =>
    {
        using var connection = Open();
        if (isRepeatable) connection.Execute("PRAGMA synchronous = NORMAL");
        using var transaction = connection.BeginTransaction();
        var result = write(connection);
        transaction.Commit();
        return result;
    });

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous = FULL"); // a connection comes from the pool as its last user left it
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        lock (_gate)
        {
            if (_isReady) return;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(FilePath))!);
            using var connection = Connect();
            connection.Execute("PRAGMA journal_mode = WAL");
            CorpusMigrations.Apply(connection);
            _isReady = true;
        }
    }

    private T Explained<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (Explain(exception) is { } reason)
        {
            throw new CorpusUnavailableException(reason, exception);
        }
    }

    private Wording? Explain(Exception exception) => exception switch
    {
        CorpusUnavailableException => null,
        UnauthorizedAccessException or IOException =>
            new($"数据文件夹不能写入：{Path.GetDirectoryName(FilePath)}。请检查权限，或用 --data 指定另一个文件夹。({exception.Message})",
                $"The data folder cannot be written: {Path.GetDirectoryName(FilePath)}. Check its permissions, or name another folder with --data. ({exception.Message})"),
        SqliteException { SqliteErrorCode: 8 or 14 or 3 or 23 } => // READONLY, CANTOPEN, PERM, AUTH
            new($"文库数据库不能打开或写入：{FilePath}。请检查文件和所在文件夹的权限，或用 --data 指定另一个文件夹。({exception.Message})",
                $"The corpus database cannot be opened or written: {FilePath}. Check the permissions of the file and its folder, or name another folder with --data. ({exception.Message})"),
        SqliteException { SqliteErrorCode: 11 or 26 } => // CORRUPT, NOTADB
            new($"文库数据库已损坏：{FilePath}。请从备份恢复，或把它移走后重新运行 ingest（回答记录和备忘录只在这个文件里）。({exception.Message})",
                $"The corpus database is damaged: {FilePath}. Restore it from a backup, or move it away and run ingest again (answers and memos are in this file only). ({exception.Message})"),
        SqliteException { SqliteErrorCode: 13 } => // FULL
            new($"磁盘已满，文库数据库不能写入：{FilePath}。请腾出空间后重试。", $"The disk is full and the corpus database cannot be written: {FilePath}. Free some space and try again."),
        SqliteException { SqliteErrorCode: 10 } => // IOERR
            new($"文库数据库读写出错：{FilePath}。请检查磁盘是否已满或有故障，然后重试。({exception.Message})",
                $"Reading or writing the corpus database failed: {FilePath}. Check whether the disk is full or faulty, then try again. ({exception.Message})"),
        SqliteException { SqliteErrorCode: 5 or 6 } => // BUSY, LOCKED
            new($"文库数据库正被另一个程序占用：{FilePath}。请等它结束后重试。", $"Another program is using the corpus database: {FilePath}. Try again when it has ended."),
        _ => null,
    };
}

/// <summary>The data folder or its database cannot be used. The sentence says what is wrong and what to do; it is shown to people as it is.</summary>
public sealed class CorpusUnavailableException(Wording sentence, Exception? inner = null) : Exception(sentence.Chinese, inner)
{
    public Wording Sentence { get; } = sentence;
}
