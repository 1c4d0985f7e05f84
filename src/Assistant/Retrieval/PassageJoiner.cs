using Assistant.Indexing;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Segments;

namespace Assistant.Retrieval;

/// <summary>One or more neighbouring passages that are shown as one.</summary>
/// <param name="First">Number in the snapshot; <paramref name="Last"/> is inclusive.</param>
/// <param name="Best">The one that was found.</param>
internal sealed record JoinedPassage(int First, int Last, int Best, double Score);

/// <summary>
/// Makes a list for reading out of a ranking: neighbours that also fit the question are joined, what is already shown is not shown again.
/// The index keeps small units, which rank well; a reader and a model want what stands around them.
/// </summary>
internal static class PassageJoiner
{
    /// <param name="hits">Best first; more than <paramref name="top"/>, so that neighbours are among them.</param>
    public static List<JoinedPassage> Join(IndexSnapshot snapshot, IReadOnlyList<PassageHit> hits, RetrievalOptions options, int top)
    {
        var scores = new Dictionary<int, double>(hits.Count);
        foreach (var hit in hits) scores[hit.Passage] = hit.Score;
        var shown = new HashSet<int>();
        var shownShingles = new HashSet<int>();
        var joined = new List<JoinedPassage>(top);
        foreach (var hit in hits)
        {
            if (joined.Count == top) break;
            if (shown.Contains(hit.Passage)) continue;
            var own = Shingles(snapshot.TextOf(hit.Passage));
            if (IsShown(own)) continue;
            var longest = joined.Count == 0 ? options.FirstJoinLength : options.JoinLength;
            var (first, last) = Extend(
                snapshot, hit, scores, passage => shown.Contains(passage) || IsShown(Shingles(snapshot.TextOf(passage))), options.JoinShare, longest);
            for (var passage = first; passage <= last; passage++)
            {
                shown.Add(passage);
                shownShingles.UnionWith(passage == hit.Passage ? own : Shingles(snapshot.TextOf(passage)));
            }
            joined.Add(new JoinedPassage(first, last, hit.Passage, hit.Score));
        }
        return joined;

        bool IsShown(HashSet<int> own) => IsRepeated(own, shownShingles, options.DuplicateShare);
    }

    /// <summary>Takes in the better neighbour, again and again, while it is good enough and the whole short enough.</summary>
    private static (int First, int Last) Extend(
        IndexSnapshot snapshot, PassageHit hit, Dictionary<int, double> scores, Func<int, bool> isShown, double share, int longest)
    {
        var (first, last) = (hit.Passage, hit.Passage);
        var length = snapshot.TextOf(hit.Passage).Length;
        while (true)
        {
            var before = Worth(first - 1);
            var after = Worth(last + 1);
            if (before < 0 && after < 0) return (first, last);
            var chosen = before > after ? --first : ++last;
            length += snapshot.TextOf(chosen).Length;
        }

        double Worth(int neighbour)
        {
            if (neighbour < 0 || !snapshot.SameDocument(neighbour, hit.Passage)) return -1;
            var room = longest - length;
            if (snapshot.TextOf(neighbour).Length > room) return -1;
            var score = scores.GetValueOrDefault(neighbour);
            return score >= share * hit.Score && !isShown(neighbour) ? score : -1;
        }
    }

    /// <summary>Hashes of every eight neighbouring non-white characters.</summary>
    private static HashSet<int> Shingles(ReadOnlySpan<char> text)
    {
        const int Length = 8;
        var shingles = new HashSet<int>(text.Length);
        Span<char> window = stackalloc char[Length];
        var filled = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            if (filled == Length) window[1..].CopyTo(window);
            else filled++;
            window[filled - 1] = ChineseTokenizer.Fold(c);
            if (filled == Length) shingles.Add(string.GetHashCode(window, StringComparison.Ordinal));
        }
        return shingles;
    }

    private static bool IsRepeated(HashSet<int> own, HashSet<int> shown, double share)
    {
        if (own.Count < 12) return false;
        var common = own.Count(shown.Contains);
        return common >= share * own.Count;
    }
}
