namespace Assistant.Answering.Composition;

/// <summary>Characters that turn the direction of writing. They are no words, and could show 万01 to a reader where 10万 is written.</summary>
public static class DirectionMarks
{
    public static bool Is(char c) => c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>The text without them.</summary>
    public static string Remove(string text) => text.Any(Is) ? string.Concat(text.Where(c => !Is(c))) : text;
}
