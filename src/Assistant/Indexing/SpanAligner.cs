using Assistant.Corpus;

namespace Assistant.Indexing;

/// <summary>Finds where each character of a clause's reading text stands in the source, so that a part of a clause gets a span of its own.</summary>
public static class SpanAligner
{
    /// <summary>
    /// The source offset of every non-white character of <paramref name="text"/> (−1 for white ones); null where the text cannot be followed,
    /// and the caller keeps the span of the whole clause.
    /// </summary>
    public static int[]? Align(SourceFile file, TextSpan span, IReadOnlyList<TextSpan> artefacts, string text)
    {
        var source = file.Text;
        if (span.End > source.Length) return null;
        var offsets = new int[text.Length];
        var at = span.Start;
        var artefact = 0;
        for (var i = 0; i < text.Length; i++)
        {
            offsets[i] = -1;
            if (char.IsWhiteSpace(text[i])) continue;
            while (true)
            {
                while (artefact < artefacts.Count && at >= artefacts[artefact].End) artefact++;
                if (artefact < artefacts.Count && at >= artefacts[artefact].Start) at = artefacts[artefact].End;
                if (at >= span.End) return null;
                if (file.Format == SourceFormat.Html && source[at] == '<')
                {
                    var close = source.IndexOf('>', at, span.End - at);
                    if (close < 0) return null;
                    at = close + 1;
                    continue;
                }
                if (source[at] == text[i]) break;
                if (file.Format == SourceFormat.Html && source[at] == '&')
                {
                    var end = source.IndexOf(';', at, Math.Min(12, span.End - at));
                    if (end > 0 && System.Net.WebUtility.HtmlDecode(source[at..(end + 1)]) is [var decoded] && decoded == text[i]) break;
                }
                at++;
            }
            offsets[i] = at;
            at += file.Format == SourceFormat.Html && source[at] == '&' && text[i] != '&' ? source.IndexOf(';', at) - at + 1 : 1;
        }
        return offsets;
    }
}
