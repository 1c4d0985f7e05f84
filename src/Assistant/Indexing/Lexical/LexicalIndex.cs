using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Indexing.Segments;

namespace Assistant.Indexing.Lexical;

/// <summary>
/// The segments in <c>index/</c> of the data folder, derived from the corpus and free to be deleted. Safe for concurrent use, also by several
/// processes on one data folder: segments never change, and which of their documents count is read from the corpus.
/// </summary>
public sealed class LexicalIndex(CorpusDatabase database, CorpusStore corpus)
{
    private readonly Lock _refreshing = new();
    private readonly Dictionary<string, IndexSegment> _loaded = new(StringComparer.Ordinal);
    private volatile IndexSnapshot _snapshot = IndexSnapshot.Empty;
    private DateTime _folderStamp;

    /// <summary>Where the segments lie.</summary>
    public string Folder { get; } = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(database.FilePath))!, "index");

    public static PassageSizes Sizes { get; } = new();

    public static string Fingerprint { get; } = IndexFingerprint.Of(Sizes);

    /// <summary>The index as the corpus is now; costs one small query when nothing changed, also in another process.</summary>
    public IndexSnapshot Current()
    {
        if (_snapshot.Version == corpus.Version() && _folderStamp == Stamp()) return _snapshot;
        lock (_refreshing) return Refresh();
    }

    /// <summary>The last complete snapshot, without a look at the corpus.</summary>
    internal IndexSnapshot Latest => _snapshot;

    /// <param name="candidates">Passages that another index picked, to be scored beside those the postings pick; null for none.</param>
    /// <returns>Best first.</returns>
    public static IReadOnlyList<PassageHit> Search(
        IndexSnapshot snapshot, LexicalQuery query, LexicalWeights weights, bool[]? allowed, int count, CancellationToken cancellationToken,
        IReadOnlyList<int>? candidates = null) =>
        LexicalSearch.Search(snapshot, query, weights, allowed, count, cancellationToken, candidates);

    /// <summary>Segment files that cannot be used: another fingerprint, or damaged.</summary>
    internal IReadOnlyList<string> UnusableFiles()
    {
        lock (_refreshing) return [.. SegmentFiles().Where(path => !_loaded.ContainsKey(path))];
    }

    private IndexSnapshot Refresh()
    {
        var version = corpus.Version(); // read first: what changes meanwhile makes the next call refresh again
        var stamp = Stamp();
        if (_snapshot.Version == version && _folderStamp == stamp) return _snapshot;
        if (_folderStamp != stamp || _loaded.Count == 0)
        {
            var files = SegmentFiles();
            foreach (var gone in _loaded.Keys.Except(files, StringComparer.Ordinal).ToArray()) _loaded.Remove(gone);
            foreach (var path in files)
                if (!_loaded.ContainsKey(path) && IndexSegment.TryLoad(path, Fingerprint) is { } segment) _loaded.Add(path, segment);
        }
        var fresh = IndexSnapshot.Create([.. _loaded.Values.OrderBy(segment => segment.Path, StringComparer.Ordinal)], corpus.Documents(), version);
        _folderStamp = stamp;
        return _snapshot = fresh;
    }

    internal string[] SegmentFiles() => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*" + SegmentFormat.Extension) : [];

    private DateTime Stamp() => Directory.GetLastWriteTimeUtc(Folder);
}
