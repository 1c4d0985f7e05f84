namespace Assistant.Corpus;

/// <summary>Reads words out of a source file's text, and finds words in it. The one place that knows how a quote and its span relate.</summary>
public static class SourceText
{
    /// <summary>
    /// The words of a span, verbatim: tags and entities resolved for HTML, visual lines joined, artefacts <b>not</b> left out.
    /// Without white space it equals source[start:end] without white space (HTML: with tags removed and entities resolved).
    /// </summary>
    public static string Read(SourceFile file, TextSpan span) => throw new NotImplementedException();

    /// <summary>
    /// The span of <paramref name="quote"/> inside <paramref name="within"/>, white space (and markup, for HTML) aside; null where it does not
    /// stand there without interruption. Starts and ends on a non-white character.
    /// </summary>
    public static TextSpan? Find(SourceFile file, TextSpan within, string quote) => throw new NotImplementedException();
}
