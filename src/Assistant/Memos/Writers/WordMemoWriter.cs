using System.Xml.Linq;
using Assistant.Memos.Verification;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>A memo as Word document, laid out like a Chinese official one, its citations as footnotes and as a custom XML part.</summary>
public sealed class WordMemoWriter(TimeProvider time) : IMemoWriter
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
            header.Header = new Header(Styled("Header", memo.Title));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Styled("Footer", PageNumber()));

            var words = MemoWords.For(memo);
            var notes = new WordFootnotes();
            var body = new Body(MemoLayout.Parts(memo, words, time.LocalTimeZone).SelectMany(part => Content(part, words, notes)));
            body.Append(WordMemoStyles.Section(main.GetIdOfPart(header), main.GetIdOfPart(footer)));
            main.Document = new Document(body);
            main.AddNewPart<FootnotesPart>().Footnotes = notes.Part;
            AddRecord(main, memo);
        }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static IEnumerable<OpenXmlElement> Content(MemoPart part, MemoWords words, WordFootnotes notes) => part switch
    {
        MemoPart.Title title => [Styled(WordMemoStyles.Title, title.Text)],
        MemoPart.Addressee addressee => [Styled(WordMemoStyles.Addressee, addressee.Text)],
        MemoPart.Heading heading => [Styled(WordMemoStyles.Heading1, heading.Number + heading.Text)],
        MemoPart.Paragraph paragraph => [Styled(WordMemoStyles.Body, paragraph.Text)],
        MemoPart.Sentences sentences => [Styled(WordMemoStyles.Body, [.. sentences.All.SelectMany(sentence => Runs(sentence, words, notes))])],
        MemoPart.AnnexList list => [Styled(WordMemoStyles.Body, list.Text)],
        MemoPart.Signature { Author: "" } signature => [Styled(WordMemoStyles.Signature, signature.Date)],
        MemoPart.Signature signature => [Styled(WordMemoStyles.Signature, signature.Author), Styled(WordMemoStyles.Signature, signature.Date)],
        MemoPart.Annex annex => [AnnexTitle(annex)],
        MemoPart.Clause clause => [Styled(WordMemoStyles.Heading2, clause.Address), .. clause.Lines.Select(line => Styled(WordMemoStyles.Quoted, line))],
        MemoPart.Table table => [Styled(WordMemoStyles.Heading2, table.Caption), WordTable.Of(table)],
        _ => [], // Notes stand at the foot of the page that cites them.
    };

    private static IEnumerable<Run> Runs(PlacedStatement placed, MemoWords words, WordFootnotes notes)
    {
        yield return WordRuns.Of(placed.Statement.Text);
        foreach (var cited in placed.Marks) yield return notes.Reference(cited, words);
        if (!placed.Statement.Supported) yield return WordRuns.Of(words.Unsupported, new Bold());
        if (placed.Statement.IsEdited) yield return WordRuns.Of(words.Edited, new Italic());
    }

    private static Paragraph Styled(string style, string text) => Styled(style, WordRuns.Of(text));

    internal static Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>The first annex begins a page; the second would leave it almost empty.</summary>
    private static Paragraph AnnexTitle(MemoPart.Annex annex)
    {
        var paragraph = Styled(WordMemoStyles.Annex, annex.Text);
        if (annex.Number == 1) paragraph.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        return paragraph;
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
