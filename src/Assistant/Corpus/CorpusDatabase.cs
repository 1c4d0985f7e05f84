using Microsoft.Data.Sqlite;

namespace Assistant.Corpus;

/// <summary>
/// <c>assistant.db</c> in the data folder: the truth (source files, documents, clauses, answers, memos). The index beside it is derived from it.
/// Migrations are numbered methods, applied in one transaction each when the database is opened.
/// </summary>
public sealed class CorpusDatabase
{
    public CorpusDatabase(string dataPath) => FilePath = Path.Combine(dataPath, "assistant.db");

    public string FilePath { get; }

    /// <summary>A pooled connection in WAL mode with foreign keys on, opened; the caller disposes it.</summary>
    /// <exception cref="CorpusUnavailableException">The folder cannot be written, or the database is corrupt or newer than this program.</exception>
    public SqliteConnection Open() => throw new NotImplementedException();
}

/// <summary>The data folder or its database cannot be used. The message says what is wrong and what to do; it is shown to people as it is.</summary>
public sealed class CorpusUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
