using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Indexing.Segments;

/// <summary>
/// Segments and corpus at one moment: what a search sees from beginning to end. A document counts when the corpus holds it with the hash that a
/// segment has; everything else in the segments is dead.
/// </summary>
public sealed class IndexSnapshot
{
    private readonly SegmentView[] _views;
    private readonly int[] _documentLengths;
    private readonly (int First, int Count)[] _documentPassages;
    private readonly Lazy<Dictionary<string, int>> _documentNumbers;

    private IndexSnapshot(
        SegmentView[] views, DocumentSummary[] documents, int passages, double averageLength, IReadOnlyList<DocumentSummary> missing, long version, int[] documentLengths,
        (int First, int Count)[] documentPassages)
    {
        _documentLengths = documentLengths;
        _documentPassages = documentPassages;
        AverageDocumentLength = documentLengths.Length == 0 ? 1 : Math.Max(1, documentLengths.Average());
        _views = views;
        Documents = documents;
        _documentNumbers = new(() => Enumerable.Range(0, documents.Length).ToDictionary(number => documents[number].Id, StringComparer.Ordinal));
        PassageCount = passages;
        AverageLength = averageLength;
        Missing = missing;
        Version = version;
    }

    public static IndexSnapshot Empty { get; } = new([], [], 0, 1, [], -1, [], []);

    /// <summary>Of the corpus, when this was made.</summary>
    public long Version { get; }

    /// <summary>Those that can be found; the position is the document's number here.</summary>
    public IReadOnlyList<DocumentSummary> Documents { get; }

    /// <summary>Documents of the corpus that no segment holds yet.</summary>
    public IReadOnlyList<DocumentSummary> Missing { get; }

    /// <summary>Passages that can be found.</summary>
    public int PassageCount { get; }

    /// <summary>Of a passage's text, in characters.</summary>
    public double AverageLength { get; }

    /// <summary>In characters.</summary>
    internal double AverageDocumentLength { get; }

    internal IReadOnlyList<SegmentView> Views => _views;

    /// <summary>In characters, without what its passages share.</summary>
    internal int DocumentLength(int document) => _documentLengths[document];

    internal static IndexSnapshot Create(IReadOnlyList<IndexSegment> segments, IReadOnlyList<DocumentSummary> corpus, long version)
    {
        var wanted = corpus.ToDictionary(document => document.Id, StringComparer.Ordinal);
        var documents = new List<DocumentSummary>();
        var created = new List<SegmentView>();
        var lengths = new List<int>();
        var places = new List<(int, int)>();
        var (passages, characters, first) = (0, 0L, 0);
        foreach (var segment in segments)
        {
            var rows = segment.Documents;
            var numbers = new int[rows.Length];
            var alive = 0;
            for (var i = 0; i < rows.Length; i++)
            {
                numbers[i] = -1;
                if (!wanted.TryGetValue(segment.String(rows[i].Id), out var summary)) continue;
                if (!string.Equals(summary.Hash, segment.String(rows[i].Hash), StringComparison.Ordinal)) continue;
                wanted.Remove(summary.Id);
                numbers[i] = documents.Count;
                documents.Add(summary);
                alive += rows[i].PassageCount;
                var length = 0;
                foreach (ref readonly var row in segment.Passages.Slice(rows[i].FirstPassage, rows[i].PassageCount)) length += row.TextLength;
                lengths.Add(length);
                places.Add((first + rows[i].FirstPassage, rows[i].PassageCount));
                characters += length;
            }
            created.Add(new SegmentView(segment, numbers, first, alive));
            first += segment.Passages.Length;
            passages += alive;
        }
        var missing = corpus.Where(document => wanted.ContainsKey(document.Id)).ToArray();
        return new IndexSnapshot([.. created], [.. documents], passages, passages == 0 ? 1 : (double)characters / passages, missing, version, [.. lengths], [.. places]);
    }

    /// <param name="passage">A <see cref="PassageHit.Passage"/> of this snapshot.</param>
    public Passage Read(int passage)
    {
        var (view, row) = Row(passage);
        var segment = view.Segment;
        var path = segment.String(row.Path);
        return new Passage(
            segment.String(segment.Documents[row.Document].Id), segment.String(row.ClauseId), segment.String(row.Clause),
            Split(path), new TextSpan(row.SpanStart, row.SpanEnd), row.Page == 0 ? null : row.Page,
            segment.Text(row).ToString(), segment.Context(row).ToString(), row.Article)
        { References = Split(segment.String(row.References)) };
    }

    /// <summary>−1 for a document that is not here.</summary>
    internal int NumberOfDocument(string id) => _documentNumbers.Value.GetValueOrDefault(id, -1);

    /// <summary>The document's number here.</summary>
    internal int DocumentNumberOf(int passage)
    {
        var view = ViewOf(passage);
        return view.DocumentNumbers[view.Segment.Passages[passage - view.FirstPassage].Document];
    }

    /// <summary>0 outside articles.</summary>
    internal int ArticleOf(int passage) => Row(passage).Row.Article;

    internal IReadOnlyList<string> ReferencesOf(int passage)
    {
        var (view, row) = Row(passage);
        return Split(view.Segment.String(row.References));
    }

    /// <summary>The passage of the same document that a clause starts in, or its first part; −1 where there is none.</summary>
    internal int PassageOfClause(int passage, string clauseId)
    {
        var (view, row) = Row(passage);
        var document = view.Segment.Documents[row.Document];
        for (var i = document.FirstPassage; i < document.FirstPassage + document.PassageCount; i++)
        {
            var id = view.Segment.String(view.Segment.Passages[i].ClauseId);
            if (id.StartsWith(clauseId, StringComparison.Ordinal) && (id.Length == clauseId.Length || id[clauseId.Length] is '/' or '.' or '-')) return view.FirstPassage + i;
        }
        return -1;
    }

    private static string[] Split(string joined) => joined.Length == 0 ? [] : joined.Split('\u001F');

    internal ReadOnlySpan<char> TextOf(int passage)
    {
        var (view, row) = Row(passage);
        return view.Segment.Text(row);
    }

    /// <summary>False where <paramref name="passage"/> does not exist.</summary>
    internal bool SameDocument(int passage, int other)
    {
        var view = ViewOf(other);
        var rows = view.Segment.Passages;
        var local = passage - view.FirstPassage;
        return local >= 0 && local < rows.Length && rows[local].Document == rows[other - view.FirstPassage].Document;
    }

    public DocumentSummary DocumentOf(int passage)
    {
        var (view, row) = Row(passage);
        return Documents[view.DocumentNumbers[row.Document]];
    }

    /// <summary>The passages of a document, as numbers from first to last, in the order of its text.</summary>
    /// <param name="document">Its number here; none for −1.</param>
    public (int First, int Count) PassagesOf(int document) => document < 0 ? (0, 0) : _documentPassages[document];

    internal (SegmentView View, PassageRow Row) Row(int passage)
    {
        var view = ViewOf(passage);
        return (view, view.Segment.Passages[passage - view.FirstPassage]);
    }

    private SegmentView ViewOf(int passage)
    {
        foreach (var view in _views)
        {
            if (passage < view.FirstPassage + view.Segment.Passages.Length) return view;
        }
        return _views[^1];
    }
}

/// <param name="DocumentNumbers">For each document of the segment its number in the snapshot; −1 for a dead one.</param>
/// <param name="FirstPassage">Number of the segment's first passage in the snapshot.</param>
/// <param name="Alive">Passages that count.</param>
internal sealed record SegmentView(IndexSegment Segment, int[] DocumentNumbers, int FirstPassage, int Alive);
