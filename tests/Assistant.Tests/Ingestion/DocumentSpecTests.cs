using System.Runtime.CompilerServices;
using System.Text;
using Assistant.Corpus;
using Assistant.Ingestion;
using Assistant.Ingestion.Metadata;
using Assistant.Ingestion.Paragraphs;
using Assistant.Ingestion.Readers;
using Assistant.Ingestion.Titles;

namespace Assistant.Tests.Ingestion;

/// <summary>
/// Runs <c>DocumentSpecs/*.md</c>: under each heading a block of text and below it what must be made of it, <c>paragraphs</c> or <c>documents</c>.
/// <c>␣</c> stands for a blank at the end of a line, <c>→</c> for a tab. A block that says <c>gap</c> is known to be wrong: it fails when it comes right.
/// </summary>
public sealed class DocumentSpecTests
{
    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var file in Directory.EnumerateFiles(Folder(), "*.md").Order(StringComparer.Ordinal))
        {
            foreach (var spec in Read(file)) names.Add(Path.GetFileNameWithoutExtension(file), spec.Name);
        }
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_read_as_the_specification_says(string file, string name)
    {
        var spec = Read(Path.Combine(Folder(), file + ".md")).Single(spec => spec.Name == name);
        var text = spec.Format == "markdown"
            ? new MarkdownFileReader().Read("spec.md", Encoding.UTF8.GetBytes(spec.Text), CancellationToken.None)
            : new TextFileReader().Read("spec.txt", Encoding.UTF8.GetBytes(spec.Text), CancellationToken.None);
        var paragraphs = ParagraphReader.Read(text);
        AssertSpans(text, paragraphs);
        var read = spec.Kind == "documents" ? Documents(text, paragraphs) : Paragraphs(paragraphs);
        if (spec.IsGap) Assert.NotEqual(spec.Expected, read);
        else Assert.Equal(spec.Expected, read);
    }

    /// <summary>White space aside, a paragraph is the source between its ends without its artefacts, and no two overlap.</summary>
    private static void AssertSpans(ExtractedText text, IReadOnlyList<TextParagraph> paragraphs)
    {
        var at = 0;
        foreach (var paragraph in paragraphs)
        {
            Assert.InRange(paragraph.Span.Start, at, text.Text.Length);
            at = paragraph.Span.End;
            var source = new StringBuilder();
            for (var i = paragraph.Span.Start; i < paragraph.Span.End; i++)
            {
                if (!paragraph.Artefacts.Any(artefact => artefact.Start <= i && i < artefact.End)) source.Append(text.Text[i]);
            }
            if (text.Format == SourceFormat.PlainText) Assert.Equal(Squeeze(source.ToString()), Squeeze(paragraph.Text));
        }
    }

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string Paragraphs(IReadOnlyList<TextParagraph> paragraphs) =>
        string.Join('\n', paragraphs.Select(paragraph =>
            paragraph.First.Cells.Count == 0 ? paragraph.Text : (paragraph.First.IsTableHeader ? "表头 " : "行 ") + string.Join(" ¦ ", paragraph.First.Cells)));

    private static string Documents(ExtractedText text, IReadOnlyList<TextParagraph> paragraphs)
    {
        var drafts = DocumentSplitter.Split(text, paragraphs);
        var metadata = DocumentMetadataReader.Read(drafts);
        return string.Join('\n', drafts.Zip(metadata, Document));
    }

    private static string Document(DocumentDraft draft, DocumentMetadata metadata)
    {
        var facts = new List<string> { draft.Title.Length == 0 ? "（无标题）" : draft.Title, metadata.Kind.ToString() };
        if (draft.Part is not null) facts.Add("part " + draft.Part);
        if (metadata.DocumentNumber is not null) facts.Add(metadata.DocumentNumber);
        if (metadata.Issuers.Count > 0) facts.Add(string.Join('、', metadata.Issuers));
        if (metadata.Date is { } date) facts.Add(date.ToString("yyyy-MM-dd"));
        if (metadata.EffectiveDate is { } effective) facts.Add("effective " + effective.ToString("yyyy-MM-dd"));
        if (draft.CoverIndex is { } cover) facts.Add("carried by " + cover);
        facts.Add($"{draft.Head.Count}+{draft.Body.Count}+{draft.Tail.Count}");
        return string.Join(" | ", facts);
    }

    private sealed record Spec(string Name, string Format, string Text, string Kind, bool IsGap, string Expected);

    private static List<Spec> Read(string file)
    {
        var specs = new List<Spec>();
        string name = "", format = "", text = "";
        List<string>? block = null;
        var fence = "";
        foreach (var line in File.ReadAllLines(file))
        {
            if (block is null && line.StartsWith("## ", StringComparison.Ordinal)) name = line[3..];
            else if (block is null && line.StartsWith("```", StringComparison.Ordinal)) (fence, block) = (line[3..].Trim(), []);
            else if (block is not null && line == "```")
            {
                var content = string.Join('\n', block).Replace('␣', ' ').Replace('→', '\t');
                if (fence is "text" or "markdown") (format, text) = (fence, content);
                else specs.Add(new Spec(name, format, text, fence.Split(' ')[0], fence.EndsWith("gap", StringComparison.Ordinal), content));
                block = null;
            }
            else block?.Add(line);
        }
        return specs;
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "DocumentSpecs");
}
