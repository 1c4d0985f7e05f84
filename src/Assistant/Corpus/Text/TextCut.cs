namespace Assistant.Corpus.Text;

/// <summary>Texts that are too long for their place.</summary>
public static class TextCut
{
    /// <summary>The beginning of a text, in UTF-16 units and never half a character.</summary>
    /// <returns>The text itself where it is no longer.</returns>
    public static string Cut(this string text, int longest) =>
        text.Length <= longest ? text : text[..(longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
