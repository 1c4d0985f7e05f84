using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assistant.Memos.Writers;

/// <summary>
/// The look of a Chinese official document, after GB/T 9704-2012: A4 with margins 37/35/28/26 mm, body 3号 (16 pt) 仿宋 on 28.95 pt lines
/// (22 lines a page), title 2号 (22 pt) 小标宋, headings 黑体 / 楷体. Fonts name an alternative, for machines without the Chinese set.
/// </summary>
internal static class WordMemoStyles
{
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    /// <summary>The heading of an annex: a heading of the first level at the margin.</summary>
    public const string Annex = "AnnexHeading";

    public const string Heading2 = "Heading2";
    public const string Body = "BodyText";
    public const string Addressee = "Addressee";
    public const string Signature = "Signature";
    public const string Quoted = "Quote";
    public const string Small = "TableText";
    public const string FootnoteText = "FootnoteText";
    public const string FootnoteReference = "FootnoteReference";

    private const string Song = "方正小标宋简体";
    private const string FangSong = "仿宋_GB2312";
    private const string Hei = "黑体";
    private const string Kai = "楷体_GB2312";
    private const string Latin = "Times New Roman";

    // Twentieths of a point: 28.95 pt lines give the standard's 22 lines a page.
    private const string BodyLine = "579";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(FangSong), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))),
        Paragraph("Normal", "Normal", null, [], [], isDefault: true),
        Paragraph(Title, "Title", "Normal",
            [new KeepNext(), Spacing("700", after: "579"), new Justification { Val = JustificationValues.Center }],
            [Fonts(Song), new FontSize { Val = "44" }, new FontSizeComplexScript { Val = "44" }]),
        // Bold too: where 黑体 and 楷体 are not installed, a heading would look like the text below it.
        Paragraph(Heading1, "heading 1", "Normal", [new KeepNext(), Spacing(BodyLine), FirstLine(), new OutlineLevel { Val = 0 }], [Fonts(Hei), new Bold()]),
        Paragraph(Annex, "Annex Heading", Heading1, [Spacing(BodyLine, before: "579"), new Indentation { FirstLine = "0", FirstLineChars = 0 }], []),
        Paragraph(Heading2, "heading 2", "Normal", [new KeepNext(), Spacing(BodyLine), FirstLine(), new OutlineLevel { Val = 1 }], [Fonts(Kai), new Bold()]),
        Paragraph(Body, "Body Text", "Normal", [Spacing(BodyLine), FirstLine(), new Justification { Val = JustificationValues.Both }], []),
        Paragraph(Addressee, "Addressee", "Normal", [Spacing(BodyLine)], []),
        Paragraph(Signature, "Signature", "Normal",
            [Spacing(BodyLine), new Indentation { Right = "1280" }, new Justification { Val = JustificationValues.Right }], []),
        Paragraph(Quoted, "Quote", "Normal",
            [Spacing("480"), new Indentation { FirstLine = "560", FirstLineChars = 200 }, new Justification { Val = JustificationValues.Both }],
            [new FontSize { Val = "28" }, new FontSizeComplexScript { Val = "28" }]),
        Paragraph(Small, "Table Text", "Normal", [Spacing("320")], [new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" }]),
        Paragraph("Header", "header", "Normal", [new Justification { Val = JustificationValues.Center }], [new FontSize { Val = "18" }]),
        Paragraph("Footer", "footer", "Normal", [new Justification { Val = JustificationValues.Center }],
            [Fonts("宋体"), new FontSize { Val = "28" }]),
        Paragraph(FootnoteText, "footnote text", "Normal", [new SnapToGrid { Val = false }, Spacing("280")],
            [new FontSize { Val = "18" }, new FontSizeComplexScript { Val = "18" }]),
        new Style(
            new StyleName { Val = "footnote reference" },
            new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
        { Type = StyleValues.Character, StyleId = FootnoteReference });

    public static DocumentFormat.OpenXml.Wordprocessing.Fonts FontTable() => new(
        Font(Song, "Noto Serif CJK SC;Source Han Serif SC;SimSun"),
        Font(FangSong, "FangSong;仿宋;Noto Serif CJK SC"),
        Font(Hei, "SimHei;Noto Sans CJK SC;Source Han Sans SC"),
        Font(Kai, "KaiTi;楷体;Noto Serif CJK SC"),
        Font("宋体", "SimSun;Noto Serif CJK SC"));

    public static SectionProperties Section(string headerId, string footerId) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = headerId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footerId },
        // Millimetres to twentieths of a point: A4 210 × 297, margins 37 / 35 / 28 / 26.
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1984, Left = 1587, Right = 1474, Header = 851, Footer = 992, Gutter = 0 });

    private static Style Paragraph(
        string id, string name, string? basedOn, OpenXmlElement[] paragraph, OpenXmlElement[] run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id };
        if (isDefault) style.Default = true;
        style.Append(new StyleName { Val = name });
        if (basedOn is not null) style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        if (paragraph.Length > 0) style.Append(new StyleParagraphProperties(paragraph));
        if (run.Length > 0) style.Append(new StyleRunProperties(run));
        return style;
    }

    private static RunFonts Fonts(string eastAsia) => new() { Ascii = Latin, HighAnsi = Latin, ComplexScript = Latin, EastAsia = eastAsia };

    private static Font Font(string name, string alternatives) => new(
        new AltName { Val = alternatives }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto })
    { Name = name };

    private static SpacingBetweenLines Spacing(string line, string before = "0", string after = "0") =>
        new() { Line = line, LineRule = LineSpacingRuleValues.Exact, Before = before, After = after };

    private static Indentation FirstLine() => new() { FirstLine = "640", FirstLineChars = 200 };
}
