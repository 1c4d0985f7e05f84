using System.Xml.Linq;
using Assistant.Memos.Verification;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>A memo as Word document, laid out like a Chinese official one, its citations as footnotes and as a custom XML part.</summary>
public sealed class WordMemoWriter : IMemoWriter
{
    public string Format => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public void Write(Memo memo, Stream output)
    {
        // The package needs a stream that can seek; a response body cannot.
        using var buffer = new MemoryStream();
        using (var package = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = VisibleText.Of(memo.Title);
            package.PackageProperties.Creator = VisibleText.Of(memo.Author);
            package.PackageProperties.Created = memo.CreatedAt.UtcDateTime;
            package.PackageProperties.Modified = memo.ChangedAt.UtcDateTime;
            package.PackageProperties.Language = memo.IsEnglish ? "en" : "zh-CN";

            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordMemoStyles.Styles();
            main.AddNewPart<FontTablePart>().Fonts = WordMemoStyles.FontTable();
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new FootnoteDocumentWideProperties(new FootnoteSpecialReference { Id = -1 }, new FootnoteSpecialReference { Id = 0 }));
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(Styled("Header", WordRuns.Of(memo.Title)));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Styled("Footer", PageNumber()));

            var notes = new WordFootnotes();
            var body = new Body(Content(memo, notes));
            body.Append(WordMemoStyles.Section(main.GetIdOfPart(header), main.GetIdOfPart(footer)));
            main.Document = new Document(body);
            main.AddNewPart<FootnotesPart>().Footnotes = notes.Part;
            AddRecord(main, memo);
        }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static IEnumerable<OpenXmlElement> Content(Memo memo, WordFootnotes notes)
    {
        var words = MemoWords.For(memo);
        var byNumber = memo.Citations.ToDictionary(citation => citation.Number);
        yield return Styled(WordMemoStyles.Title, WordRuns.Of(memo.Title));
        if (memo.Addressee.Length > 0) yield return Styled(WordMemoStyles.Addressee, WordRuns.Of(memo.Addressee + words.Colon.TrimEnd()));
        foreach (var paragraph in MemoLayout.Lines(memo.Introduction)) yield return Styled(WordMemoStyles.Body, WordRuns.Of(paragraph));
        for (var i = 0; i < memo.Sections.Count; i++)
        {
            var section = memo.Sections[i];
            yield return Styled(WordMemoStyles.Heading1, WordRuns.Of(MemoLayout.SectionNumber(i + 1, memo.IsEnglish) + section.Heading));
            if (!section.Grounded) yield return Styled(WordMemoStyles.Body, WordRuns.Of(words.NotAnswered));
            foreach (var paragraph in MemoLayout.Paragraphs(section)) yield return Styled(WordMemoStyles.Body, [.. paragraph.SelectMany(Sentence)]);
        }
        if (memo.Conclusion.Length > 0)
        {
            yield return Styled(WordMemoStyles.Heading1, WordRuns.Of(MemoLayout.SectionNumber(memo.Sections.Count + 1, memo.IsEnglish) + words.Conclusion));
            foreach (var paragraph in MemoLayout.Lines(memo.Conclusion)) yield return Styled(WordMemoStyles.Body, WordRuns.Of(paragraph));
        }
        yield return Styled(WordMemoStyles.Body, WordRuns.Of($"{words.AnnexList}1. {words.CitedClauses}  2. {words.Provenance}"));
        if (memo.Author.Length > 0) yield return Styled(WordMemoStyles.Signature, WordRuns.Of(memo.Author));
        yield return Styled(WordMemoStyles.Signature, WordRuns.Of(MemoWords.Date(memo)));
        foreach (var element in ClauseAnnex(memo, words)) yield return element;
        foreach (var element in WordProvenance.Pages(memo, words)) yield return element;

        IEnumerable<Run> Sentence(PlacedStatement placed)
        {
            var statement = placed.Statement;
            yield return WordRuns.Of(statement.Text);
            foreach (var number in placed.Marks)
                if (byNumber.TryGetValue(number, out var cited)) yield return notes.Reference(cited, words);
            if (!statement.Supported) yield return WordRuns.Of(words.Unsupported, new Bold());
            if (statement.IsEdited) yield return WordRuns.Of(words.Edited, new Italic());
        }
    }

    internal static Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    internal static Paragraph AnnexTitle(string text) => new(
        new ParagraphProperties(new ParagraphStyleId { Val = WordMemoStyles.Heading1 }, new PageBreakBefore(), new Indentation { FirstLine = "0", FirstLineChars = 0 }),
        WordRuns.Of(text));

    private static IEnumerable<OpenXmlElement> ClauseAnnex(Memo memo, MemoWords words)
    {
        yield return AnnexTitle($"{words.Annex}1  {words.CitedClauses}");
        foreach (var clause in memo.Clauses)
        {
            yield return Styled(WordMemoStyles.Heading2, WordRuns.Of(clause.Address));
            foreach (var paragraph in MemoLayout.Lines(clause.Text)) yield return Styled(WordMemoStyles.Quoted, WordRuns.Of(paragraph));
        }
    }

    private static Run[] PageNumber() =>
    [
        WordRuns.Of("— "), new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }), WordRuns.Of("1"),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }), WordRuns.Of(" —"),
    ];

    private static void AddRecord(MainDocumentPart main, Memo memo)
    {
        XNamespace space = MemoRecord.Namespace;
        var part = main.AddCustomXmlPart(CustomXmlPartType.CustomXml);
        using (var stream = part.GetStream(FileMode.Create))
            new XDocument(new XElement(space + "memo", VisibleText.ForXml(MemoRecord.Of(memo).ToJson()))).Save(stream);
        var properties = part.AddNewPart<CustomXmlPropertiesPart>();
        properties.DataStoreItem = new DocumentFormat.OpenXml.CustomXmlDataProperties.DataStoreItem(
            new DocumentFormat.OpenXml.CustomXmlDataProperties.SchemaReferences(
                new DocumentFormat.OpenXml.CustomXmlDataProperties.SchemaReference { Uri = MemoRecord.Namespace }))
        { ItemId = Guid.NewGuid().ToString("B").ToUpperInvariant() };
    }
}
