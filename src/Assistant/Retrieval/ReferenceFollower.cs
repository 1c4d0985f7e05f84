using Assistant.Indexing.Segments;

namespace Assistant.Retrieval;

/// <summary>A clause that says 有第三十九条情形的 cannot be read without that one: it is brought along, in the place of the last of the list.</summary>
internal static class ReferenceFollower
{
    /// <summary>Passages whose references are followed, and how many are brought at most: the rest of the list stays what was found.</summary>
    private const int Followed = 2;

    /// <param name="joined">Best first.</param>
    /// <returns>For each passage the clause that brought it; null for what was found itself.</returns>
    public static List<(JoinedPassage Passage, string? BroughtBy)> Follow(IndexSnapshot snapshot, List<JoinedPassage> joined, int top)
    {
        var list = joined.Select(passage => (Passage: passage, BroughtBy: (string?)null)).ToList();
        if (top < 5) return list;
        var brought = new List<(JoinedPassage Passage, string? BroughtBy)>();
        foreach (var found in joined.Take(Followed))
        {
            foreach (var clause in snapshot.ReferencesOf(found.Best))
            {
                if (brought.Count == Followed) break;
                var target = snapshot.PassageOfClause(found.Best, clause);
                if (target < 0 || joined.Exists(other => other.First <= target && target <= other.Last)) continue;
                if (brought.Exists(other => other.Passage.First == target)) continue;
                brought.Add((new JoinedPassage(target, target, target, 0), snapshot.Read(found.Best).ClauseId));
            }
        }
        if (list.Count + brought.Count > top) list.RemoveRange(top - brought.Count, list.Count + brought.Count - top);
        var least = list.Count == 0 ? 0 : list[^1].Passage.Score;
        list.AddRange(brought.Select(item => (item.Passage with { Score = least }, item.BroughtBy)));
        return list;
    }
}
