using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>The main text of a web page.</summary>
public sealed class HtmlFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) =>
        Path.GetExtension(fileName).ToUpperInvariant() is ".HTML" or ".HTM" && TextDecoder.IsText(head);

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var text = TextDecoder.Decode(bytes);
        var file = new SourceFile("", "", SourceFormat.Html, text, [], default, []);
        var lines = TextLines.Read(text)
            .Select(line => line with { Text = SourceText.Read(file, line.Span), IsBlock = true })
            .Where(line => line.Text.Length > 0).ToList();
        return new ExtractedText(SourceFormat.Html, text, lines, [], []);
    }
}
