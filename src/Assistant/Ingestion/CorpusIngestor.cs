using System.Diagnostics;
using System.Security.Cryptography;
using Assistant.Corpus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion;

/// <summary>Reads files and folders into the corpus. One bad file never stops the rest; cancellation always does, and leaves whole files only.</summary>
public sealed class CorpusIngestor(CorpusStore store, OutlineReader reader, TimeProvider time, ILogger<CorpusIngestor> logger)
{
    /// <summary>Reading and parsing is bound by the processor; each worker holds one file.</summary>
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Unchanged files (by SHA-256 and parser version) are skipped, changed ones replaced.</summary>
    /// <param name="paths">Files or folders. A file's corpus path is relative to the folder named, or its bare name. One that does not exist is reported as failed.</param>
    /// <param name="prune">Forget files of the corpus that were not met on this run. Nothing is forgotten when one of the paths does not exist.</param>
    /// <exception cref="CorpusUnavailableException">The corpus cannot be written.</exception>
    public async Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, bool prune, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new IngestionProgress(0, null, 0, null));
        var held = store.FileStates();
        var (files, missing) = CorpusFileFinder.Find(paths, cancellationToken);
        var results = new FileResult?[files.Count];
        var firstByPath = new Dictionary<string, FoundFile>(StringComparer.Ordinal);
        foreach (var file in files) firstByPath.TryAdd(file.CorpusPath, file);
        int done = 0, failed = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
            (index, token) =>
            {
                var file = files[index];
                var first = firstByPath[file.CorpusPath];
                var result = ReferenceEquals(first, file)
                    ? Ingest(file, held.GetValueOrDefault(file.CorpusPath), token)
                    : new FileResult(file.CorpusPath, FileOutcome.Failed, 0, 0, $"这个名字已经给了 {first.FilePath}；{file.FilePath} 没有入库。请改名，或者改为指定它们共同的上级文件夹。");
                results[index] = result;
                if (result.Outcome == FileOutcome.Failed) Interlocked.Increment(ref failed);
                progress?.Report(new IngestionProgress(Interlocked.Increment(ref done), files.Count, failed, result.Path));
                return ValueTask.CompletedTask;
            });
        var all = results.OfType<FileResult>()
            .Concat(missing.Select(path => new FileResult(path, FileOutcome.Failed, 0, 0, "没有这个文件或文件夹。"))).ToList();
        if (prune && missing.Count == 0)
        {
            var met = files.Select(file => file.CorpusPath).ToHashSet(StringComparer.Ordinal);
            foreach (var path in held.Keys.Where(path => !met.Contains(path)).Order(StringComparer.Ordinal))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (store.RemoveSourceFile(path)) all.Add(new FileResult(path, FileOutcome.Removed, 0, 0, null));
            }
        }
        // Also when no file changed: a document comes into force by the mere passing of time.
        store.SetStatus(DocumentStatusResolver.Resolve(store.Heads(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        return new IngestionReport(all, watch.Elapsed);
    }

    private FileResult Ingest(FoundFile found, FileState? held, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = FileBytes.Read(found.FilePath, cancellationToken);
            if (held is not null && IsUnchanged(held, found, bytes))
            {
                return new FileResult(found.CorpusPath, FileOutcome.Unchanged, 0, 0, null);
            }
            var (file, documents) = reader.Read(bytes, found.CorpusPath, cancellationToken);
            store.Replace(file, documents);
            var clauses = documents.Sum(document => document.AllClauses().Count(clause => clause.Label.Length > 0));
            return new FileResult(found.CorpusPath, held is null ? FileOutcome.Added : FileOutcome.Replaced, documents.Count, clauses, null);
        }
        catch (UnreadableFileException exception)
        {
            return new FileResult(found.CorpusPath, FileOutcome.Failed, 0, 0, exception.Message);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or CorpusUnavailableException or SqliteException))
        {
            // A fault of ours on one file must not cost the person the others; the log has what a maintainer needs.
            logger.ReadingFailed(exception, found.CorpusPath);
            return new FileResult(found.CorpusPath, FileOutcome.Failed, 0, 0, $"读这个文件时程序出错（{exception.GetType().Name}），已跳过；详情见日志。");
        }
    }

    /// <summary>A document that a person removed comes back only when its file changes or is named again.</summary>
    private static bool IsUnchanged(FileState held, FoundFile found, byte[] bytes) =>
        (held.IsWhole || !found.IsNamed)
        && string.Equals(held.ReadBy, OutlineReader.Version, StringComparison.Ordinal)
        && string.Equals(held.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal);
}
