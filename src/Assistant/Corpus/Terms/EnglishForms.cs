namespace Assistant.Corpus.Terms;

/// <summary>The forms under which a word may stand in a word list: itself first, then without its ending. Only the last word of a phrase changes.</summary>
internal static class EnglishForms
{
    public static IEnumerable<string> Of(string phrase)
    {
        yield return phrase;
        foreach (var stem in Stems(phrase)) yield return stem;
        var american = phrase.Replace("isation", "ization", StringComparison.Ordinal).Replace("our", "or", StringComparison.Ordinal)
            .Replace("programme", "program", StringComparison.Ordinal).Replace("tre", "ter", StringComparison.Ordinal);
        if (phrase.EndsWith("ise", StringComparison.Ordinal) || phrase.EndsWith("yse", StringComparison.Ordinal)) american = american[..^2] + "ze";
        if (string.Equals(american, phrase, StringComparison.Ordinal)) yield break;
        yield return american;
        foreach (var stem in Stems(american)) yield return stem;
    }

    private static IEnumerable<string> Stems(string word)
    {
        if (word.Length < 4) yield break;
        if (word.EndsWith("ies", StringComparison.Ordinal)) yield return word[..^3] + "y";
        if (word.EndsWith("es", StringComparison.Ordinal)) yield return word[..^2];
        if (word.EndsWith('s')) yield return word[..^1];
        if (word.EndsWith("ied", StringComparison.Ordinal)) yield return word[..^3] + "y";
        if (word.EndsWith("ed", StringComparison.Ordinal))
        {
            yield return word[..^1];
            yield return word[..^2];
            if (word.Length > 5 && word[^3] == word[^4]) yield return word[..^3];
        }
        if (word.EndsWith("ing", StringComparison.Ordinal) && word.Length > 5)
        {
            yield return word[..^3];
            yield return word[..^3] + "e";
            if (word[^4] == word[^5]) yield return word[..^4];
        }
        if (word.EndsWith("ly", StringComparison.Ordinal)) yield return word[..^2];
        if (word.EndsWith("'s", StringComparison.Ordinal)) yield return word[..^2];
    }
}
