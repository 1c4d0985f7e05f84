using System.Globalization;
using System.Text;
using Assistant.Corpus.Text;

namespace Assistant.Grounding;

/// <summary>One spelling for what reads the same: width, brackets, quotes, dashes and white space evened out, so that texts can be compared character by character.</summary>
internal static class TextFolding
{
    /// <summary>White space stays, as one blank, only between two Latin letters or digits, or behind the stop of an item's number; a line end stays as <c>\n</c> between sentences.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var white = false;
        foreach (var raw in text)
        {
            if (raw == '\n' && folded.Length > 0 && folded[^1] is '。' or ';' or ':' or '!' or '?')
            {
                folded.Append('\n');
                white = false;
                continue;
            }
            // What is not seen (zero-width joiners, soft hyphens, marks of direction) must not keep two words apart.
            if (raw is '*' or '`' || (raw > '\u007f' && char.GetUnicodeCategory(raw) == UnicodeCategory.Format)) continue;
            if (char.IsWhiteSpace(raw))
            {
                white = true;
                continue;
            }
            var c = Fold(raw);
            // Not 22.3000吨 for the item 22. 3000吨.
            if (white && folded.Length > 0 && (IsLatin(folded[^1]) || folded[^1] == '.') && IsLatin(c)) folded.Append(' ');
            white = false;
            folded.Append(c);
        }
        return folded.ToString();
    }

    public static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    private static char Fold(char c) => c switch
    {
        '［' or '[' or '【' or '〔' or '（' or '〖' or '﹝' => '(',
        '］' or ']' or '】' or '〕' or '）' or '〗' or '﹞' => ')',
        '「' or '『' or '＂' or '〝' => '“',
        '」' or '』' or '〞' => '”',
        '‘' or '’' or '\'' => '’',
        '—' or '–' or '－' or '−' or '～' or '~' or '‑' or '―' => '-',
        '○' or '◯' => '〇',
        '﹪' => '%',
        '〈' => '《',
        '〉' => '》',
        '･' or '•' => '·',
        _ => HanText.HalfWidth(c),
    };
}
