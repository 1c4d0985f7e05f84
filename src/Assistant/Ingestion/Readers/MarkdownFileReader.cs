using System.Text.RegularExpressions;
using Assistant.Corpus;
using Assistant.Corpus.Text;

namespace Assistant.Ingestion.Readers;

/// <summary>Markdown: heading, list, quote and emphasis marks are taken off, comments and front matter left out, tables read by rows.</summary>
public sealed partial class MarkdownFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) => Path.GetExtension(fileName).ToUpperInvariant() is ".MD" or ".MARKDOWN";

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var decoded = TextDecoder.Decode(bytes);
        var start = FrontMatter.End(decoded.Text);
        var lines = new List<TextLine>();
        var blanks = 0;
        var isInComment = false;
        foreach (var raw in TextLines.Read(decoded.Text, start))
        {
            cancellationToken.ThrowIfCancellationRequested();
            blanks += raw.BlanksBefore;
            if (AfterComment(raw, ref isInComment) is not { } line) continue;
            if (Separator().IsMatch(line.Text))
            {
                UnderlineOrRule(lines, line, blanks);
                continue;
            }
            if (Read(line) is not { } read) continue;
            lines.Add(read with { BlanksBefore = blanks });
            blanks = 0;
        }
        return new ExtractedText(SourceFormat.Markdown, decoded.Text, lines, [], decoded.Warnings())
        {
            Hints = start > 0 ? FrontMatter.Read(decoded.Text, start) : ExtractedText.NoHints,
        };
    }

    /// <summary>The line without the comment it begins with or stands in; null where nothing is left.</summary>
    private static TextLine? AfterComment(TextLine line, ref bool isInComment)
    {
        var at = 0;
        while (true)
        {
            if (!isInComment && !line.Text.AsSpan(at).TrimStart().StartsWith("<!--")) return at == 0 ? line : Cut(line, at);
            var close = line.Text.IndexOf("-->", at, StringComparison.Ordinal);
            isInComment = close < 0;
            if (isInComment) return null;
            at = close + 3;
        }
    }

    /// <summary><c>===</c> and <c>---</c> under words make a heading of them, under a table row its header; elsewhere they are a rule.</summary>
    private static void UnderlineOrRule(List<TextLine> lines, TextLine line, int blanks)
    {
        if (blanks > 0 || lines.Count == 0) return;
        var last = lines[^1];
        if (last.Cells.Count > 0 && line.Text.Contains('|', StringComparison.Ordinal)) lines[^1] = last with { IsTableHeader = true };
        else if (last.HeadingLevel == 0 && last.Number == line.Number - 1 && !line.Text.Contains('|', StringComparison.Ordinal)) lines[^1] = last with { HeadingLevel = line.Text[0] == '=' ? 1 : 2 };
    }

    private static TextLine? Read(TextLine line)
    {
        if (line.Text.StartsWith('|')) return Row(line);
        var marks = Marks().Match(line.Text);
        var level = marks.Groups["heading"].Length;
        var rest = Cut(line, marks.Length);
        if (level > 0 && rest is not null && ClosingMarks().Match(rest.Text) is { Success: true } closing) rest = Cut(rest, 0, closing.Index);
        if (rest is null) return null;
        var (text, isBold) = MarkdownInline.Read(rest.Text);
        return text.Length == 0 ? null : rest with { Text = text, IsBold = isBold, HeadingLevel = level, IsBlock = level > 0 };
    }

    /// <summary>The bars between the cells stay in the text: they stand in the file between words that are cited together.</summary>
    private static TextLine? Row(TextLine line)
    {
        var start = line.Text.Length - line.Text.AsSpan().TrimStart("| \t").Length;
        if (Cut(line, start, line.Text.AsSpan().TrimEnd("| \t").Length is var end && end > start ? end : start) is not { } row) return null;
        var cells = CellBorder().Split(line.Text.Trim('|')).Select(cell => MarkdownInline.Read(cell.Trim()).Text).ToList();
        return row with { Text = MarkdownInline.Read(row.Text).Text, Cells = cells, IsBlock = true };
    }

    /// <summary>The line from <paramref name="start"/> on, trimmed; null where nothing is left.</summary>
    private static TextLine? Cut(TextLine line, int start, int? end = null)
    {
        var stop = end ?? line.Text.Length;
        while (start < stop && TextLines.IsBlank(line.Text[start])) start++;
        while (stop > start && TextLines.IsBlank(line.Text[stop - 1])) stop--;
        return start == stop ? null : line with { Text = line.Text[start..stop], Span = new TextSpan(line.Span.Start + start, line.Span.Start + stop) };
    }

    // Quote, then heading or list mark. A number with a point is a label of the text and stays.
    [GeneratedRegex(@"^(?:>[ \t]?){0,9}(?:(?<heading>\#{1,6})(?:[ \t]+|$)|[-*+][ \t]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[ \t]#+$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex ClosingMarks();

    [GeneratedRegex(@"^(?:=+|[-*_](?:[ \t]*[-*_]){2,}|\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellBorder();
}
