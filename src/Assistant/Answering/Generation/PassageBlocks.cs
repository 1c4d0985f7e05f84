using System.Text;
using System.Text.RegularExpressions;
using Assistant.Answering.Citations;
using Assistant.Retrieval;

namespace Assistant.Answering.Generation;

/// <summary>
/// Passages as the model is given them: blocks that begin on a line of their own with <c>[n] </c>, then document and clause, then the text. What a
/// document holds that looks like such a number is respelt (and can be spelt back), so that no document can open a block or cite itself.
/// </summary>
public static partial class PassageBlocks
{
    public static string Render(IReadOnlyList<RetrievedPassage> passages)
    {
        var text = new StringBuilder();
        for (var i = 0; i < passages.Count; i++)
        {
            var passage = passages[i];
            if (i > 0) text.Append("\n\n");
            text.Append('[').Append(i + 1).Append("] ");
            if (passage.DocumentTitle.Length > 0) text.Append('《').Append(OneLine(passage.DocumentTitle)).Append('》');
            text.Append(OneLine(passage.Clause)).Append('\n').Append(Neutralise(passage.Text.ReplaceLineEndings("\n")).Trim());
        }
        return text.ToString();
    }

    /// <summary>Words of a person or a document on one line, where a template has room for a line only.</summary>
    public static string OneLine(string text) => Neutralise(White().Replace(text, " ").Trim());

    /// <summary>[3] becomes ［3］ and 【3】 〖3〗, each with an invisible word joiner behind the bracket, by which <see cref="Restore"/> knows them.</summary>
    public static string Neutralise(string text) => Bracketed().Replace(text, match => match.Value[0] switch
    {
        // 国发[2024]7号 stays: no marker is read from it, and the model shall write it as it is.
        '[' => CitationParser.IsDocumentNumber(text, match) ? match.Value : $"［\u2060{match.Value[1..^1]}］",
        '【' => $"〖\u2060{match.Value[1..^1]}〗",
        // A joiner that stands there already gets one more.
        _ => match.Value + '\u2060',
    });

    /// <summary>The text as it was before <see cref="Neutralise"/>.</summary>
    public static string Restore(string text) => Respelt().Replace(text, match => (match.Value[0], match.Value[^1]) switch
    {
        ('［', '］') => $"[{match.Value[2..^1]}]",
        ('〖', '〗') => $"【{match.Value[2..^1]}】",
        _ => match.Value[..^1],
    });

    private const string Inside = @"[\d\s,，、;；\-–—~～\^]{1,40}";

    [GeneratedRegex($@"\[{Inside}\]|【{Inside}】|[［〖]\u2060+")]
    private static partial Regex Bracketed();

    [GeneratedRegex($@"［\u2060{Inside}］|〖\u2060{Inside}〗|[［〖]\u2060\u2060+")]
    private static partial Regex Respelt();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
