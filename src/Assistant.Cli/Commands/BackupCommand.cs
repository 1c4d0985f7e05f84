using System.CommandLine;
using Assistant.Corpus.Database;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>backup FILE</c>: a copy of the corpus database, made while it is in use. The index need not be kept: it is derived.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Words.Of("备份写到哪个文件", "Where to write the copy") };
        var command = new Command("backup", Words.Of("备份文库数据库（政策文件、条款、回答、备忘录）", "Copy the corpus database (files, clauses, answers, memos)")) { file };
        command.SetAction((parsed, _) => Task.FromResult(Run(parsed, Path.GetFullPath(parsed.GetRequiredValue(file)))));
        return command;
    }

    private static int Run(ParseResult parsed, string file)
    {
        if (File.Exists(file)) throw new CommandFailedException(Words.Of($"文件已存在，不会覆盖：{file}", $"The file is there already and is not overwritten: {file}"));
        using var services = Engine.Open(parsed);
        var database = services.GetRequiredService<CorpusDatabase>();
        if (!File.Exists(database.FilePath)) throw new CommandFailedException(Words.Of($"没有可备份的数据库：{database.FilePath}", $"There is no database to copy: {database.FilePath}"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // What is broken off is no backup, and must not stand in the way of the next.
            WholeFile.Write(file, overwrite: false, unfinished => Copy(database, unfinished));
        }
        catch (SqliteException exception)
        {
            throw new CommandFailedException(Words.Of($"备份没有写成：{file}。请检查磁盘空间和权限。({exception.Message})", $"The copy could not be written: {file}. Check disk space and permissions. ({exception.Message})"));
        }
        var bytes = new FileInfo(file).Length;
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(new BackupJson(file, bytes));
        else ConsoleOutput.Line(Words.Of($"已备份到 {file}（{bytes / 1048576.0:0.0} MB）", $"Copied to {file} ({bytes / 1048576.0:0.0} MB)"));
        return ExitCodes.Done;
    }

    private static void Copy(CorpusDatabase database, string file)
    {
        try
        {
            using var source = database.Open();
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
            target.Open();
            source.BackupDatabase(target);
        }
        finally
        {
            foreach (var beside in (string[])["-journal", "-wal", "-shm"]) File.Delete(file + beside); // what SQLite leaves of a copy broken off
        }
    }
}

internal sealed record BackupJson(string File, long Bytes);
