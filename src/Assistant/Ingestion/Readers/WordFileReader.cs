using Assistant.Corpus;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Ingestion.Readers;

/// <summary>Word documents (docx). The text is what a reader sees: automatic numbers written out, insertions in, deletions out.</summary>
public sealed class WordFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) =>
        Path.GetExtension(fileName).ToUpperInvariant() is ".DOCX" or ".DOCM" or ".DOC" or ".DOTX"
        || (head.StartsWith("PK\u0003\u0004"u8) && head.IndexOf("word/"u8) >= 0);

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        WordPackageGuard.Check(bytes, cancellationToken);
        try
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false);
            var main = package.MainDocumentPart ?? throw new UnreadableFileException(new("这个 Word 文件没有正文。", "This Word file has no body."));
            var styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
            var text = new WordText(styles, new WordNumbering(main.NumberingDefinitionsPart?.Numbering, styles));
            Body(main, text, cancellationToken);
            foreach (var note in main.FootnotesPart?.Footnotes.Elements<Footnote>() ?? []) Note(note, note.Type?.Value, text);
            foreach (var note in main.EndnotesPart?.Endnotes.Elements<Endnote>() ?? []) Note(note, note.Type?.Value, text);
            return new ExtractedText(SourceFormat.Word, text.ToString(), text.Lines, [], []);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or FormatException)
        {
            throw new UnreadableFileException(new("这个 Word 文件已损坏，读不出来。", "This Word file is damaged and cannot be read."), exception);
        }
    }

    /// <summary>Block by block, so that the tree of a long document is never in memory as a whole.</summary>
    private static void Body(MainDocumentPart main, WordText text, CancellationToken cancellationToken)
    {
        using var reader = OpenXmlReader.Create(main);
        var isInBody = false;
        while (isInBody ? !reader.EOF : reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isInBody)
            {
                if (reader.ElementType != typeof(Body)) continue;
                isInBody = true;
                if (!reader.ReadFirstChild()) return;
                continue;
            }
            if (reader.IsStartElement && reader.LoadCurrentElement() is { } block) text.Append(block);
            if (!reader.ReadNextSibling()) return;
        }
    }

    /// <summary>Notes stand behind the text; the lines that separate them from it on a page are notes too, to Word.</summary>
    private static void Note(OpenXmlCompositeElement note, FootnoteEndnoteValues? type, WordText text)
    {
        if (type is not (null or FootnoteEndnoteValues.Normal)) return;
        foreach (var block in note.ChildElements) text.Append(block);
    }
}
