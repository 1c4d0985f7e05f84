using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;
using Assistant.Indexing.Vectors;

namespace Assistant.Indexing.Qdrant;

/// <param name="Held">Passages that the server counts.</param>
/// <param name="Expected">Passages of the corpus.</param>
/// <param name="Asked">Passages that were searched for with words of their own.</param>
/// <param name="Found">Of these, how many came back among the first ten.</param>
public sealed record QdrantCheck(long Held, int Expected, int Asked, int Found)
{
    private const int Samples = 25;
    private const int QuestionLength = 40;

    public bool Holds => Held == Expected && Found == Asked;

    /// <summary>Counts exactly, and searches for passages spread evenly over the corpus.</summary>
    public static async Task<QdrantCheck> RunAsync(IndexSnapshot snapshot, QdrantVectorIndex index, CancellationToken cancellationToken)
    {
        var held = await index.CountAsync(cancellationToken);
        var (asked, found) = (0, 0);
        var step = Math.Max(1, snapshot.Documents.Count / Samples);
        for (var number = 0; number < snapshot.Documents.Count; number += step)
        {
            var (first, count) = snapshot.PassagesOf(number);
            if (count == 0) continue;
            var passage = snapshot.Read(first + (count / 2));
            var words = SparseWords.OfQuery(LexicalQuery.Of(passage.Text.Length > QuestionLength ? passage.Text[..QuestionLength] : passage.Text));
            if (words.Indices.Count == 0) continue;
            asked++;
            var hits = await index.FindAsync(words, null, null, 10, cancellationToken);
            // Another copy of the same words is as good.
            if (hits.Any(hit => IsSame(snapshot, hit.Hit, passage))) found++;
        }
        return new QdrantCheck(held, snapshot.PassageCount, asked, found);
    }

    private static bool IsSame(IndexSnapshot snapshot, VectorHit hit, Passage passage)
    {
        var (first, count) = snapshot.PassagesOf(snapshot.NumberOfDocument(hit.DocumentId));
        return hit.Ordinal < count && string.Equals(snapshot.Read(first + hit.Ordinal).Text, passage.Text, StringComparison.Ordinal);
    }
}
