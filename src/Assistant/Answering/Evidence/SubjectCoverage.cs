namespace Assistant.Answering.Evidence;

/// <summary>How much of what a question is about stands in a text.</summary>
public static class SubjectCoverage
{
    /// <summary>The share of the pieces' characters that stand in the place in stretches of two and more; 0 where there are no pieces.</summary>
    public static double Of(IReadOnlyList<string> pieces, string place)
    {
        var length = pieces.Sum(piece => piece.Length);
        return length == 0 ? 0 : (double)pieces.Sum(piece => Shared(piece, place)) / length;
    }

    /// <summary>Characters of the piece that stand in the place in stretches of two and more, the longest from the left first.</summary>
    public static int Shared(string piece, string place)
    {
        var shared = 0;
        for (var i = 0; i + 2 <= piece.Length;)
        {
            var length = 2;
            if (!place.AsSpan().Contains(piece.AsSpan(i, length), StringComparison.Ordinal))
            {
                i++;
                continue;
            }
            while (i + length < piece.Length && place.AsSpan().Contains(piece.AsSpan(i, length + 1), StringComparison.Ordinal)) length++;
            shared += length;
            i += length;
        }
        return shared;
    }
}
