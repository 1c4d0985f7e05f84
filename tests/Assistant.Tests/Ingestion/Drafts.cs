using Assistant.Corpus;
using Assistant.Corpus.Labels;
using Assistant.Corpus.Text;
using Assistant.Ingestion;
using Assistant.Ingestion.Clauses;
using Assistant.Ingestion.Titles;

namespace Assistant.Tests.Ingestion;

/// <summary>Documents for the parser, one paragraph a line.</summary>
internal static class Drafts
{
    public static (DocumentDraft Draft, ExtractedText Source) Of(string text, string title = "")
    {
        var lines = new List<TextLine>();
        var offset = 0;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var words = raw.Trim();
            var start = offset + (raw.Length - raw.TrimStart().Length);
            if (words.Length > 0) lines.Add(new TextLine(words, new TextSpan(start, start + words.Length), number, 0, 0));
            offset += raw.Length + 1;
        }
        var paragraphs = lines.Select(line => new TextParagraph(line.Text, line.Span, [line], [])).ToList();
        return (new DocumentDraft(title, default, [], paragraphs, [], null), new ExtractedText(SourceFormat.PlainText, text, lines, [], []));
    }

    public static ParsedClauses Parse(string text, string title = "")
    {
        var (draft, source) = Of(text, title);
        return ClauseParser.Parse(draft, "d", source);
    }

    public static PolicyDocument Document(ParsedClauses parsed) =>
        new("d", "", "d.txt", default, DocumentKind.Unknown, null, [], null, null, DocumentStatus.InForce, null, [], parsed.Clauses, parsed.Warnings);

    public static string Squeeze(string text) => ClauseLabel.Compact(text);
}
