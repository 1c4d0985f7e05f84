using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;
using Assistant.Indexing.Vectors;

namespace Assistant.Indexing;

/// <summary>Keeps the index in step with the corpus: adds, replaces and removes what differs, nothing else.</summary>
public sealed class IndexBuilder(CorpusStore corpus, LexicalIndex index, VectorIndexBuilder? vectors = null) : IDisposable
{
    /// <summary>A segment holds no more, so that building needs memory for that many only.</summary>
    private const int PassagesPerSegment = 80_000;

    /// <summary>Segments below <see cref="PassagesPerSegment"/> that may stand side by side before they are merged.</summary>
    private const int SmallSegments = 6;

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly SemaphoreSlim _vectorsOneAtATime = new(1, 1);
    private readonly PassageChunker _chunker = new(LexicalIndex.Sizes);
    private volatile Wording? _building;
    private volatile bool _wasBuilt;

    /// <summary>Whether the index can be searched now. Cheap, and never waits for a build.</summary>
    public IndexState State
    {
        get
        {
            var snapshot = _building is null ? index.Current() : index.Latest;
            var ready = _wasBuilt || (snapshot.PassageCount > 0 && snapshot.Missing.Count == 0);
            return new IndexState(ready, snapshot.PassageCount, ready ? null : _building ?? new("索引尚未建立。", "The index has not been built yet.")) { Notice = vectors?.Notice };
        }
    }

    /// <summary>Words first, then vectors.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await BringWordsUpToDateAsync(cancellationToken);
        await BringVectorsUpToDateAsync(cancellationToken);
    }

    /// <summary>
    /// What everything found goes by, in seconds. Searches go on with the last complete index meanwhile. Another process that builds is waited for, and
    /// its work used.
    /// </summary>
    /// <exception cref="CorpusUnavailableException">The index cannot be written; what was searched until now still is.</exception>
    public Task BringWordsUpToDateAsync(CancellationToken cancellationToken) => WriteWordsAsync(anew: false, cancellationToken);

    /// <summary>Writes all words once more from the corpus. What was there goes when that is done: nobody who searches meanwhile finds less.</summary>
    /// <exception cref="CorpusUnavailableException">The index cannot be written; what was searched until now still is.</exception>
    public Task RebuildWordsAsync(CancellationToken cancellationToken) => WriteWordsAsync(anew: true, cancellationToken);

    private async Task WriteWordsAsync(bool anew, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(index.Folder);
            using var claim = await ClaimAsync("lock", () => _building = new("另一个进程正在建立索引。", "Another process is building the index."), cancellationToken);
            _building = new("正在建立索引。", "The index is being built.");
            var missing = index.Current().Missing;
            foreach (var path in index.UnusableFiles()) File.Delete(path);
            var replaced = anew ? index.SegmentFiles() : [];
            await Task.Run(() => AddMissing(anew ? corpus.Documents() : missing, cancellationToken), cancellationToken);
            foreach (var path in replaced) File.Delete(path);
            Merge(cancellationToken);
            index.Current();
            _wasBuilt = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CorpusUnavailableException(new(
                $"索引不能写入：{index.Folder}。请检查磁盘空间和权限，或用 --data 指定另一个文件夹。({exception.Message})",
                $"The index cannot be written: {index.Folder}. Check the space on the disk and the permissions, or name another folder with --data. ({exception.Message})"),
                exception);
        }
        finally
        {
            _building = null;
            _oneAtATime.Release();
        }
    }

    /// <summary>
    /// What an embedding model and a vector server have to do: hours for a large library, and nobody who brings new words waits for it. Of what is held
    /// once it is this call's turn; nothing where neither is configured.
    /// </summary>
    public async Task BringVectorsUpToDateAsync(CancellationToken cancellationToken)
    {
        if (vectors is null) return;
        await _vectorsOneAtATime.WaitAsync(cancellationToken);
        try
        {
            Directory.CreateDirectory(index.Folder);
            using var claim = await ClaimAsync("vectors.lock", null, cancellationToken);
            await vectors.BringUpToDateAsync(index.Current(), cancellationToken);
        }
        finally
        {
            _vectorsOneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _oneAtATime.Dispose();
        _vectorsOneAtATime.Dispose();
    }

    private void AddMissing(IReadOnlyList<DocumentSummary> missing, CancellationToken cancellationToken)
    {
        var writer = new SegmentWriter();
        for (var i = 0; i < missing.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _building = new($"正在建立索引：{i}/{missing.Count} 个政策文件。", $"The index is being built: {i} of {missing.Count} documents.");
            // Gone again since the list was made: the next round sees that.
            if (corpus.FindDocument(missing[i].Id) is not { } document || corpus.FindSourceFile(document.SourcePath) is not { } file) continue;
            writer.Add(document.Id, missing[i].Hash, _chunker.Chunk(document, file));
            if (writer.PassageCount < PassagesPerSegment) continue;
            writer.WriteTo(NewPath(), LexicalIndex.Fingerprint);
            writer = new SegmentWriter();
        }
        if (!writer.IsEmpty) writer.WriteTo(NewPath(), LexicalIndex.Fingerprint);
    }

    /// <summary>Drops segments nobody needs, and makes one of many small or mostly dead ones.</summary>
    private void Merge(CancellationToken cancellationToken)
    {
        var snapshot = index.Current();
        foreach (var view in snapshot.Views.Where(view => view.Alive == 0)) File.Delete(view.Segment.Path);
        var wasteful = snapshot.Views.Where(view => view.Alive > 0 && view.Alive < view.Segment.Passages.Length / 2).ToList();
        var small = snapshot.Views.Where(view => view.Alive is > 0 and < PassagesPerSegment / 2).ToList();
        var chosen = small.Count > SmallSegments ? [.. small.Union(wasteful)] : wasteful;
        if (chosen.Count == 0) return;
        var writer = new SegmentWriter();
        foreach (var view in chosen)
        {
            var rows = view.Segment.Documents;
            for (var i = 0; i < rows.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (view.DocumentNumbers[i] < 0) continue;
                var row = view.Segment.Documents[i];
                var passages = Enumerable.Range(view.FirstPassage + row.FirstPassage, row.PassageCount).Select(snapshot.Read).ToArray();
                writer.Add(view.Segment.String(row.Id), view.Segment.String(row.Hash), passages);
                if (writer.PassageCount < PassagesPerSegment) continue;
                writer.WriteTo(NewPath(), LexicalIndex.Fingerprint);
                writer = new SegmentWriter();
            }
        }
        if (!writer.IsEmpty) writer.WriteTo(NewPath(), LexicalIndex.Fingerprint);
        foreach (var view in chosen) File.Delete(view.Segment.Path);
    }

    private string NewPath() => Path.Combine(index.Folder, $"{Guid.CreateVersion7():N}{SegmentFormat.Extension}");

    /// <summary>An open file that no other process may open: held while something of the folder is written, and let go by the system if this process dies.</summary>
    /// <param name="refused">Called when another process has it.</param>
    private async Task<FileStream> ClaimAsync(string name, Action? refused, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(index.Folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (IsHeldByAnother(exception))
            {
                refused?.Invoke();
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    /// <summary>EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows. A full disk or a folder that is gone does not pass by waiting.</summary>
    private static bool IsHeldByAnother(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
