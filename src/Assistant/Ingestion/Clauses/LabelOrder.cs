using Assistant.Corpus.Labels;

namespace Assistant.Ingestion.Clauses;

/// <summary>
/// Which of two label styles stands above the other at a place of the document. By custom 一、 stands above （一） above 1. above （1） above ①; a
/// document that does otherwise shows it: the list that a new list interrupts goes on after it.
/// </summary>
internal sealed class LabelOrder
{
    private readonly List<ClauseSegment> _segments;
    private readonly int[][] _next;
    private readonly ClauseLabel?[] _following;

    public LabelOrder(List<ClauseSegment> segments)
    {
        _segments = segments;
        _following = new ClauseLabel?[segments.Count + 1];
        for (var i = segments.Count - 1; i >= 0; i--) _following[i] = segments[i].Label ?? _following[i + 1];
        var styles = Enum.GetValues<LabelStyle>().Length;
        _next = new int[styles][];
        for (var style = 0; style < styles; style++)
        {
            var places = _next[style] = new int[segments.Count + 1];
            places[segments.Count] = segments.Count;
            for (var i = segments.Count - 1; i >= 0; i--) places[i] = segments[i].Label?.Style == (LabelStyle)style ? i : places[i + 1];
        }
    }

    /// <summary>The first label after <paramref name="index"/>; null where none follows.</summary>
    public ClauseLabel? NextLabel(int index) => _following[index + 1];

    /// <summary>Whether the label at <paramref name="index"/> closes a clause labelled <paramref name="open"/>, instead of standing inside it.</summary>
    public bool IsAbove(int index, ClauseLabel open)
    {
        var label = _segments[index].Label!;
        if (label.Style > open.Style) return false;
        if (label.Number != 1) return true;
        // 1. （一）（二） 2.: the open list goes on after the new one, which therefore stands inside.
        var continued = _next[(int)open.Style][index + 1];
        if (continued == _segments.Count || !_segments[continued].Label!.Follows(open)) return true;
        for (var i = index; i < continued; i++)
        {
            if (_segments[i].Label is { Style: <= LabelStyle.Article }) return true;
        }
        var later = _next[(int)label.Style][continued];
        // 1. 2. （一） 3. （二）: the inner numbers run on, the outer list goes on too.
        return later < _segments.Count && _segments[later].Label!.Number != 1;
    }
}
