namespace Assistant.Memos.Verification;

/// <summary>What a note of a memo claims, as far as its shape tells: 《title》 (number) clause: “quote” (file). Texts are in comparable form.</summary>
/// <param name="Whole">The note from its beginning to its end.</param>
/// <param name="Head">What stands before the quote.</param>
/// <param name="Quote">The words between the quotation marks, as printed; null where the note quotes nothing.</param>
/// <param name="Words">The quote in comparable form; empty without one.</param>
internal sealed record NoteClaim(ReadNote Note, string Whole, string Head, string? Quote, string Words)
{
    /// <summary>It names a document and quotes it, which is what a citation does.</summary>
    public bool IsCitation => Quote is not null && Head.Contains('《', StringComparison.Ordinal);

    public static NoteClaim Of(ReadNote note)
    {
        var text = note.Text;
        var open = Opening(text);
        // The file follows the quote in brackets.
        var close = Math.Max(text.LastIndexOf("”（", StringComparison.Ordinal), text.LastIndexOf("” (", StringComparison.Ordinal));
        if (close < open) close = text.LastIndexOf('”');
        var quote = open >= 0 && close > open ? text[(open + 1)..close] : null;
        return new(note, ComparableText.Of(text), ComparableText.Of(open >= 0 ? text[..open] : text), quote, quote is null ? "" : ComparableText.Of(quote));
    }

    /// <summary>The first “ behind a colon, or else the first, that stands in no title: 《关于“十四五”规划的通知》 quotes nothing. -1 for none.</summary>
    private static int Opening(string text)
    {
        int depth = 0, first = -1;
        var previous = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '《') depth++;
            else if (text[i] == '》') depth = Math.Max(0, depth - 1);
            else if (text[i] == '“' && depth == 0)
            {
                if (previous is '：' or ':') return i;
                if (first < 0) first = i;
            }
            if (!char.IsWhiteSpace(text[i])) previous = text[i];
        }
        return first;
    }
}
