using System.Text.RegularExpressions;
using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>Markdown: headings, bold and list marks are taken off, comments left out.</summary>
public sealed partial class MarkdownFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) =>
        Path.GetExtension(fileName).ToUpperInvariant() is ".MD" or ".MARKDOWN" && TextDecoder.IsText(head);

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var text = TextDecoder.Decode(bytes);
        var lines = new List<TextLine>();
        foreach (var line in TextLines.Read(text))
        {
            if (line.Text.StartsWith("<!--", StringComparison.Ordinal) && line.Text.EndsWith("-->", StringComparison.Ordinal)) continue;
            var heading = Heading().Match(line.Text);
            if (!heading.Success) lines.Add(line);
            else if (heading.Groups[2].Length > 0)
            {
                var start = line.Span.Start + heading.Groups[2].Index;
                lines.Add(line with { Text = heading.Groups[2].Value, Span = new TextSpan(start, line.Span.End), HeadingLevel = heading.Groups[1].Length });
            }
        }
        return new ExtractedText(SourceFormat.Markdown, text, lines, [], []);
    }

    [GeneratedRegex(@"^(#{1,6})[ \t]+(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
