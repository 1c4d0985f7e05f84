namespace Assistant.Grounding.Alignment;

/// <summary>Where a word stands in a folded text.</summary>
internal static class WordPlaces
{
    /// <summary>Whether a word begins at a place, which may lie outside the text.</summary>
    public static bool HasAt(this string text, int at, string word) => at >= 0 && at <= text.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    /// <summary>Every place where it begins, in order.</summary>
    public static IEnumerable<int> PlacesOf(this string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
