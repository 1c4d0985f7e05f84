namespace Assistant.Corpus.Text;

/// <summary>What every stage must agree on about Chinese print: which characters are Han, and which are one character in two widths.</summary>
public static class HanText
{
    /// <summary>Ideographs of the BMP (the unified block, its extension A, the compatibility forms) and 〇. Those beyond it are two halves, and neither half counts.</summary>
    public static bool IsHan(char character) =>
        character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or (>= '\uF900' and <= '\uFAFF');

    /// <summary>ASCII for a full-width form, a blank for the ideographic one; anything else as it is. <c>string.Normalize</c> does nothing here: the process has no ICU.</summary>
    public static char HalfWidth(char character) =>
        character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character == '\u3000' ? ' ' : character;
}
