using System.Text;
using System.Text.RegularExpressions;

namespace Assistant.Corpus.Labels;

/// <summary>
/// How an English reader cites a clause: 第二十五条（一） is Article 25(1), 第六条第二款 Article 6, paragraph 2, 第十二条之一 Article 12-1, 附件2第三条
/// Annex 2, Article 3; under no article 二、（八） is point 2(8) and 6.1.1 clause 6.1.1. An addition to the printed label, never in its place:
/// only the printed one is found in the text.
/// </summary>
public static partial class EnglishClauseLabel
{
    /// <param name="label">As <see cref="ClausePath.Citable"/> gives it.</param>
    /// <returns>Empty where some of the label is no number of a provision.</returns>
    public static string Of(string label)
    {
        var english = new StringBuilder();
        var isTop = true; // no provision is named yet that an item could belong to
        for (var at = 0; at < label.Length;)
        {
            var piece = Piece().Match(label, at);
            if (!piece.Success || piece.Index != at || Name(piece, isTop) is not { } name) return "";
            if (english.Length > 0 && char.IsAsciiLetter(name[0])) english.Append(", ");
            english.Append(name);
            isTop = piece.Groups["word"].Value is not ("" or "条" or "款");
            at += piece.Length;
        }
        return english.ToString();
    }

    private static string? Name(Match piece, bool isTop)
    {
        if (piece.Groups["dotted"] is { Success: true } dotted) return $"clause {dotted.Value}";
        if (piece.Groups["letter"] is { Success: true } letter) return $"({letter.Value})";
        if (piece.Groups["circled"] is { Success: true } circled) return Bracketed(circled.Value[0] - '①' + 1, isTop);
        var number = "";
        if (piece.Groups["n"] is { Success: true } digits)
        {
            if (!ChineseNumeral.TryParse(digits.Value, out var value)) return null;
            if (piece.Groups["bracket"].Success) return Bracketed(value, isTop);
            if (piece.Groups["mark"].Success) return isTop ? $"point {value}" : $".{value}";
            number = $" {value}";
        }
        else if (piece.Groups["capital"] is { Success: true } capital)
        {
            number = $" {capital.Value}";
        }
        if (piece.Groups["insertion"] is { Success: true } insertion)
        {
            if (!ChineseNumeral.TryParse(insertion.Value, out var inserted)) return null;
            number += $"-{inserted}";
        }
        return Words[piece.Groups["word"].Value] + number;
    }

    private static string Bracketed(int number, bool isTop) => isTop ? $"point ({number})" : $"({number})";

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["编"] = "Part",
        ["分编"] = "Subpart",
        ["部分"] = "Part",
        ["章"] = "Chapter",
        ["节"] = "Section",
        ["条"] = "Article",
        ["款"] = "paragraph",
        ["附件"] = "Annex",
        ["附录"] = "Appendix",
        ["附表"] = "Schedule",
    };

    [GeneratedRegex("""
        第(?<n>[〇零○一二两三四五六七八九十百千万0-9０-９]{1,16})(?<word>分编|编|部分|章|节|条|款)(?:之(?<insertion>[一二三四五六七八九十0-9]{1,4}))?
        |(?<word>附件|附录|附表)(?:(?<n>[0-9]{1,4}|[一二三四五六七八九十]{1,4})|(?<capital>[A-Z]))?：?
        |(?<dotted>[0-9]{1,3}(?:\.[0-9]{1,3})+)
        |[（(]?(?<letter>[a-z])[)）]
        |(?<circled>[①-⑳])
        |(?<bracket>[（(])(?<n>[〇零一二三四五六七八九十百0-9]{1,8})[)）]
        |(?<n>[0-9]{1,3})(?<bracket>[)）])
        |(?<n>[一二三四五六七八九十百0-9]{1,8})(?<mark>[、.．])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Piece();
}
