using System.Text.RegularExpressions;
using Assistant.Corpus;

namespace Assistant.Ingestion.Readers;

/// <summary>The main text of a web page. Crawlers save pages under any name: a text file whose content is markup is a page.</summary>
public sealed partial class HtmlFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" or ".XHTML" or ".SHTML" => true,
        ".TXT" or ".TEXT" or ".MD" or ".MARKDOWN" or "" => TextDecoder.Head(head) is { } text && IsMarkup(text),
        _ => false,
    };

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var decoded = TextDecoder.Decode(bytes);
        var start = FrontMatter.End(decoded.Text);
        var lines = HtmlMainText.Read(decoded.Text, start, cancellationToken);
        return new ExtractedText(SourceFormat.Html, decoded.Text, lines, [], decoded.Warnings())
        {
            Hints = start > 0 ? FrontMatter.Read(decoded.Text, start) : ExtractedText.NoHints,
        };
    }

    /// <summary>Starts with a tag that only pages start with, and goes on in markup: Markdown may hold a little HTML.</summary>
    private static bool IsMarkup(string head)
    {
        var text = head.AsSpan(FrontMatter.End(head)).TrimStart();
        if (text is not ['<', ..]) return false;
        if (PageStart().IsMatch(text)) return true;
        return BlockTag().Count(text) >= 4 && !MarkdownLine().IsMatch(text);
    }

    [GeneratedRegex(@"^(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex PageStart();

    [GeneratedRegex(@"<(?:p|div|br|li|h[1-6]|tr|td|section|article)\b[^>]{0,500}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BlockTag();

    [GeneratedRegex(@"^(?:#{1,6}[ \t]|\*\*|[-*][ \t])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLine();
}
