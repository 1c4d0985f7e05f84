using System.Diagnostics;
using System.Security.Cryptography;
using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Readers;
using Microsoft.Extensions.Logging;

namespace Assistant.Ingestion;

/// <summary>Reads files and folders into the corpus. One bad file never stops the rest; cancellation always does, and leaves whole files only.</summary>
public sealed class CorpusIngestor(CorpusStore store, OutlineReader reader, TimeProvider time, ILogger<CorpusIngestor> logger)
{
    /// <summary>Reading and parsing is bound by the processor; each worker holds one file.</summary>
    private static readonly int Workers = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>Unchanged files (by SHA-256 and parser version) are skipped, changed ones replaced.</summary>
    /// <param name="paths">Files or folders. A file's corpus path is relative to the folder named, or its bare name. One that does not exist is reported as failed.</param>
    /// <param name="prune">
    /// Forget files that are gone: those that the corpus read from below the folders named, or from beside the files named, and that are there no more.
    /// What was read from elsewhere stays, and so does what lies below a folder that could not be looked into.
    /// </param>
    /// <exception cref="CorpusUnavailableException">The corpus cannot be written.</exception>
    public async Task<IngestionReport> IngestAsync(
        IReadOnlyList<string> paths, bool prune, IProgress<IngestionProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        progress?.Report(new IngestionProgress(0, null, 0, null));
        var held = store.FileStates();
        var (files, unseen) = CorpusFileFinder.Find(paths, cancellationToken);
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
                    : FileResult.Failed(file.CorpusPath, new(
                        $"这个名字已经给了 {first.FilePath}；{file.FilePath} 没有入库。请改名，或者改为指定它们共同的上级文件夹。",
                        $"This name is taken by {first.FilePath}; {file.FilePath} was not read. Rename it, or name the folder above both."));
                results[index] = result;
                if (result.Outcome == FileOutcome.Failed) Interlocked.Increment(ref failed);
                progress?.Report(new IngestionProgress(Interlocked.Increment(ref done), files.Count, failed, result.Path));
                return ValueTask.CompletedTask;
            });
        var all = results.OfType<FileResult>()
            .Concat(unseen.Select(place => FileResult.Failed(place.Name, place.Reason))).ToList();
        if (prune)
        {
            foreach (var path in GoneFiles.Of(held, paths, files, unseen))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (store.RemoveSourceFile(path)) all.Add(new FileResult(path, FileOutcome.Removed, 0, 0, null));
            }
        }
        SetStatus();
        return new IngestionReport(all, watch.Elapsed) { Unseen = [.. unseen.Select(place => place.FilePath)] };
    }

    /// <summary>
    /// Takes in a file that lies aside: once it has been read, it is moved to <paramref name="target"/>, whose bare name is its corpus path. One that
    /// cannot be read stays where it is, and what stood at the target stays too, in the folder and in the corpus.
    /// </summary>
    /// <exception cref="CorpusUnavailableException">The corpus cannot be written. The file is at its target then, and is read when its folder is.</exception>
    public FileResult Adopt(string filePath, string target, CancellationToken cancellationToken)
    {
        var found = new FoundFile(target, Path.GetFileName(target), IsNamed: true);
        var isHeld = store.FileStates().ContainsKey(found.CorpusPath);
        var result = Guarded(found, () =>
        {
            var (file, documents) = reader.Read(FileBytes.Read(filePath, cancellationToken), found.CorpusPath, cancellationToken);
            File.Move(filePath, target, overwrite: true);
            return Keep(found, isHeld, file, documents);
        });
        SetStatus();
        return result;
    }

    /// <summary>Also when no file changed: a document comes into force by the mere passing of time.</summary>
    private void SetStatus() => store.SetStatus(DocumentStatusResolver.Resolve(store.Heads(), DateOnly.FromDateTime(time.GetLocalNow().DateTime)));

    private FileResult Ingest(FoundFile found, FileState? held, CancellationToken cancellationToken) => Guarded(found, () =>
    {
        var bytes = FileBytes.Read(found.FilePath, cancellationToken);
        if (held is not null && IsUnchanged(held, found, bytes))
        {
            if (!string.Equals(held.Origin, found.FilePath, StringComparison.Ordinal)) store.SetOrigin(found.CorpusPath, found.FilePath);
            return new FileResult(found.CorpusPath, FileOutcome.Unchanged, 0, 0, null);
        }
        var (file, documents) = reader.Read(bytes, found.CorpusPath, cancellationToken);
        return Keep(found, held is not null, file, documents);
    });

    private FileResult Keep(FoundFile found, bool isHeld, SourceFile file, IReadOnlyList<PolicyDocument> documents)
    {
        var kept = store.Replace(file with { Origin = found.FilePath }, documents, bringsBackRemoved: found.IsNamed);
        var clauses = kept.Sum(document => document.AllClauses().Count(clause => clause.Label.Length > 0));
        return new FileResult(found.CorpusPath, isHeld ? FileOutcome.Replaced : FileOutcome.Added, kept.Count, clauses, null);
    }

    /// <summary>What goes wrong with one file is said of that file; only what concerns the whole corpus stops the run.</summary>
    private FileResult Guarded(FoundFile found, Func<FileResult> work)
    {
        try
        {
            return work();
        }
        catch (UnreadableFileException exception)
        {
            return FileResult.Failed(found.CorpusPath, exception.Sentence);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or CorpusUnavailableException))
        {
            // A fault of ours on one file must not cost the person the others; the log has what a maintainer needs.
            logger.ReadingFailed(exception, found.CorpusPath);
            return FileResult.Failed(found.CorpusPath, exception is IOException or UnauthorizedAccessException
                ? new($"文件不能存放或读取：{exception.Message}", $"The file cannot be stored or read: {exception.Message}")
                : new(
                    $"读这个文件时程序出错（{exception.GetType().Name}），已跳过；详情见日志。",
                    $"The program failed on this file ({exception.GetType().Name}) and left it out; the log says more."));
        }
    }

    /// <summary>A document that a person removed comes back only when its file changes or is named again.</summary>
    private static bool IsUnchanged(FileState held, FoundFile found, byte[] bytes) =>
        (held.IsWhole || !found.IsNamed)
        && (held.IsForgotten || string.Equals(held.ReadBy, OutlineReader.Version, StringComparison.Ordinal))
        && string.Equals(held.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes)), StringComparison.Ordinal);
}
