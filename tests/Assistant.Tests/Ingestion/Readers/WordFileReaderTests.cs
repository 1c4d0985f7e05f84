using System.IO.Compression;
using System.Text;
using Assistant.Ingestion;
using Assistant.Ingestion.Readers;

namespace Assistant.Tests.Ingestion.Readers;

public sealed class WordFileReaderTests
{
    private const string Numbering =
        """
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="space"/><w:lvlText w:val="第%1章"/></w:lvl>
          <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/><w:lvlText w:val="第%2条　"/></w:lvl>
          <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%3）"/></w:lvl>
          <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3.%4"/><w:isLgl/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="ideographTraditional"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Writes_out_automatic_numbers_as_word_shows_them()
    {
        var lines = Read(
            Item(1, 0, "总则") + Item(1, 1, "为了样本。") + Item(1, 1, "范围如下：") + Item(1, 2, "甲；") + Item(1, 2, "乙；") + Item(1, 3, "细目")
            + Item(1, 0, "附则") + Item(1, 1, "继续编号。") + Item(1, 2, "重新开始。")
            + Item(2, 0, "丙起") + Item(2, 0, "丁") + Item(4, 0, "另起") + Item(3, 0, "无号")).Lines;
        Assert.Equal(
            [
                "第一章 总则", "第一条　为了样本。", "第二条　范围如下：", "（一）甲；", "（二）乙；", "2.1 细目",
                "第二章 附则", "第三条　继续编号。", "（一）重新开始。", "丙、 丙起", "丁、 丁", "甲、 另起", "无号",
            ],
            lines.Select(line => line.Text));
    }

    [Fact]
    public void Styles_give_headings_numbers_and_bold()
    {
        var lines = Read(
            "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + Run("样本管理办法") + "</w:p>"
            + "<w:p><w:pPr><w:pStyle w:val=\"Chapter\"/></w:pPr>" + Run("总则") + "</w:p>"
            + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一、加粗</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一半</w:t></w:r>" + Run("加粗") + "</w:p>"
            + "<w:p><w:pPr><w:pStyle w:val=\"Toc\"/></w:pPr>" + Run("第一章 总则 1") + "</w:p>").Lines;
        Assert.Equal(["1:样本管理办法", "2:第一章 总则", "0:一、加粗", "0:一半加粗"], lines.Select(line => $"{line.HeadingLevel}:{line.Text}"));
        Assert.True(lines[2].IsBold);
        Assert.False(lines[3].IsBold);
    }

    [Fact]
    public void Tracked_deletions_hidden_text_and_field_codes_are_left_out()
    {
        var text = Read(
            "<w:p>" + Run("甲") + "<w:del w:id=\"1\" w:author=\"a\"><w:r><w:delText>删</w:delText></w:r></w:del><w:ins w:id=\"2\" w:author=\"a\">" + Run("增") + "</w:ins>"
            + "<w:moveFrom w:id=\"3\" w:author=\"a\">" + Run("移走") + "</w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + Run("7")
            + "<w:hyperlink>" + Run("链接") + "</w:hyperlink></w:p>");
        Assert.Equal("甲增7链接", Assert.Single(text.Lines).Text);
    }

    [Fact]
    public void Tables_are_rows_and_a_lone_cell_is_text()
    {
        var lines = Read(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + Paragraph("表一") + Paragraph("单位：个") + "</w:tc></w:tr>"
            + "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell("序号") + Cell("名称") + "</w:tr><w:tr>" + Cell("1") + "<w:tc>" + Paragraph("甲") + Paragraph("乙") + "</w:tc></w:tr></w:tbl>").Lines;
        Assert.Equal(["表一", "单位：个", "序号\t名称", "1\t甲 乙"], lines.Select(line => line.Text));
        Assert.True(lines[2].IsTableHeader);
        Assert.Equal(["1", "甲 乙"], lines[3].Cells);
    }

    [Fact]
    public void Every_line_stands_in_the_text_where_it_says()
    {
        var extracted = Read(Item(1, 1, "甲") + Paragraph("　　缩进的一段  ") + "<w:p>" + Run("上行") + "<w:r><w:br/></w:r>" + Run("下行") + "</w:p><w:p/>" + Paragraph("末"));
        Assert.Equal(["第一条　甲", "缩进的一段", "上行", "下行", "末"], extracted.Lines.Select(line => line.Text));
        Assert.All(extracted.Lines, line => Assert.Equal(line.Text, extracted.Text[line.Span.Start..line.Span.End]));
        Assert.Equal([0, 4, 0, 0, 0], extracted.Lines.Select(line => line.Indent));
        Assert.Equal(1, extracted.Lines[4].BlanksBefore);
    }

    [Fact]
    public void Footnotes_stand_behind_the_text()
    {
        var lines = Read("<w:p>" + Run("正文") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", footnotes: "<w:footnote w:type=\"separator\" w:id=\"0\">" + Paragraph("线") + "</w:footnote><w:footnote w:id=\"1\">" + Paragraph("注释") + "</w:footnote>").Lines;
        Assert.Equal(["正文", "注释"], lines.Select(line => line.Text));
    }

    [Fact]
    public void A_package_that_unpacks_to_far_more_than_a_document_is_refused()
    {
        var bomb = Package(stream =>
        {
            stream.Write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"u8);
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)' ');
            for (var i = 0; i < 300; i++) stream.Write(blank);
        });
        Assert.True(bomb.Length < 1 << 20);
        Assert.Contains("200 MB", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Xml_nested_without_end_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 30_000));
        Assert.Contains("嵌套", Refusal(Package(stream => stream.Write(Encoding.UTF8.GetBytes(Document(nested))))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encrypted_file_an_old_one_another_archive_and_a_broken_one_each_get_their_reason()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Contains("doc", Refusal(ole), StringComparison.Ordinal);
        Assert.Contains("加了密", Refusal([.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]), StringComparison.Ordinal);
        Assert.Contains("不是 docx", Refusal("关于样本的通知"u8.ToArray()), StringComparison.Ordinal);
        var whole = Package(stream => stream.Write(Encoding.UTF8.GetBytes(Document(Paragraph("甲")))));
        Assert.Contains("损坏", Refusal(whole[..(whole.Length / 2)]), StringComparison.Ordinal);
        Assert.Contains("损坏", Refusal(Package(stream => stream.Write("<w:document><w:body>"u8))), StringComparison.Ordinal);
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("a.txt");
        Assert.Contains("不是 Word", Refusal(archive.ToArray()), StringComparison.Ordinal);
    }

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Paragraph(string text) => $"<w:p>{Run(text)}</w:p>";

    private static string Cell(string text) => $"<w:tc>{Paragraph(text)}</w:tc>";

    private static string Item(int id, int level, string text) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr></w:pPr>{Run(text)}</w:p>";

    private static string Document(string body) => Root("document", $"<w:body>{body}</w:body>");

    private static string Root(string name, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{name} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">{content}</w:{name}>";

    private static ExtractedText Read(string body, string footnotes = "") =>
        new WordFileReader().Read("样本.docx", Package(stream => stream.Write(Encoding.UTF8.GetBytes(Document(body))), footnotes), CancellationToken.None);

    private static string Refusal(byte[] bytes) =>
        Assert.Throws<UnreadableFileException>(() => new WordFileReader().Read("样本.docx", bytes, CancellationToken.None)).Message;

    private static byte[] Package(Action<Stream> document, string footnotes = "")
    {
        const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Styles =
            """
            <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
            <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="章"/><w:basedOn w:val="H2"/></w:style>
            <w:style w:type="paragraph" w:styleId="Toc"><w:name w:val="toc 1"/></w:style>
            """;
        (string Name, string Type, string Content)[] parts =
            [("numbering", "numbering", Root("numbering", Numbering)), ("styles", "styles", Root("styles", Styles)), ("footnotes", "footnotes", Root("footnotes", footnotes))];
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/word/document.xml\" ContentType=\"{Types}.document.main+xml\"/>" + string.Concat(parts.Select(part => $"<Override PartName=\"/word/{part.Name}.xml\" ContentType=\"{Types}.{part.Name}+xml\"/>")) + "</Types>");
            Write(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            Write(zip, "word/_rels/document.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(parts.Select((part, index) => $"<Relationship Id=\"r{index}\" Type=\"{Relations}/{part.Type}\" Target=\"{part.Name}.xml\"/>")) + "</Relationships>");
            foreach (var (name, _, content) in parts) Write(zip, $"word/{name}.xml", content);
            using var stream = zip.CreateEntry("word/document.xml").Open();
            document(stream);
        }
        return file.ToArray();

        static void Write(ZipArchive zip, string name, string content)
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }
    }
}
