using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Assistant.Corpus.Text;

namespace Assistant.Evaluation;

/// <summary>
/// How text is compared when it is judged: white space never counts, and a quote cut by a passage border counts at 70 %.
/// Lengths are UTF-16 units. Question sets are in NFC already; nothing is normalised here, because the process has no ICU.
/// </summary>
public static partial class MeasuredText
{
    private const int ShortestPart = 12;
    private const double PartOfQuote = 0.7;

    public static string Squeeze(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsWhite(c)) kept.Append(c);
        }
        return kept.ToString();
    }

    /// <summary>A clause label with bracket width, white space and closing marks evened out.</summary>
    public static string Label(string? text)
    {
        var label = new StringBuilder();
        foreach (var c in Squeeze(text)) AppendCompatible(label, c);
        return label.ToString().Trim('、', ',', '.', ':');
    }

    /// <summary>What is left of markup: tags out, entities resolved, squeezed.</summary>
    public static string Plain(string markup) => Squeeze(WebUtility.HtmlDecode(Tag().Replace(markup, "")));

    /// <summary>Whether the quote, or 70 % of it and at least 12 characters, stands in the text without interruption. Both squeezed.</summary>
    public static bool IsFound(string quote, string text)
    {
        if (text.Contains(quote, StringComparison.Ordinal)) return true;
        var need = Math.Max(ShortestPart, (int)(quote.Length * PartOfQuote));
        for (var start = 0; start + need <= quote.Length; start++)
        {
            if (text.AsSpan().Contains(quote.AsSpan(start, need), StringComparison.Ordinal)) return true;
        }
        return false;
    }

    /// <summary>A citation touches a gold quote when either holds (most of) the other.</summary>
    public static bool Touches(string gold, string cited) => IsFound(gold, cited) || (cited.Length >= 8 && gold.Contains(cited, StringComparison.Ordinal));

    private static bool IsWhite(char c) => char.IsWhiteSpace(c) || c is >= '\u001c' and <= '\u001f';

    /// <summary>The part of Unicode's NFKC that labels meet: full-width forms, circled and bracketed numbers.</summary>
    private static void AppendCompatible(StringBuilder label, char c)
    {
        switch (c)
        {
            case >= '①' and <= '⑳': label.Append(c - '①' + 1); break;
            case >= '⑴' and <= '⒇': label.Append('(').Append(c - '⑴' + 1).Append(')'); break;
            case >= '⒈' and <= '⒛': label.Append(c - '⒈' + 1).Append('.'); break;
            case >= '㈠' and <= '㈩': label.Append('(').Append("一二三四五六七八九十"[c - '㈠']).Append(')'); break;
            default: label.Append(HanText.HalfWidth(c)); break;
        }
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
