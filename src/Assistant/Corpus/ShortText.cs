namespace Assistant.Corpus;

/// <summary>The beginning of a text.</summary>
public static class ShortText
{
    /// <summary>At most so many UTF-16 units, a surrogate pair never cut in two.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}
