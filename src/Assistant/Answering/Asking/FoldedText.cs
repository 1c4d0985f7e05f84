using Assistant.Corpus.Text;

namespace Assistant.Answering.Asking;

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
            folded[length++] = char.ToLowerInvariant(HanText.HalfWidth(c));
        }
        return new string(folded, 0, length);
    }
}
