namespace Assistant.Answering.Evidence;

/// <summary>Text for comparing: half-width, lower case, without white space.</summary>
public static class FoldedText
{
    public static string Of(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            folded[length++] = char.ToLowerInvariant(c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c);
        }
        return new string(folded, 0, length);
    }

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or '〇';
}
