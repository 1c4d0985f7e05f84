using System.Text;
using Assistant.Corpus;

namespace Assistant.Ingestion.Readers;

/// <summary>
/// The text layer of a PDF, through poppler's <c>pdftotext</c>: a process of its own, so that a broken or hostile file can take its time and memory
/// and not ours.
/// </summary>
public sealed class PdfFileReader : IFileReader
{
    /// <summary>Share of lines that stand in two columns from which on a page is set in columns.</summary>
    private const double ColumnShare = 0.3;

    private readonly PdfToText _poppler = new();

    /// <summary>Whether this machine has what reads PDFs; without it they are refused, and all else is read.</summary>
    public static bool IsAvailable => new PdfToText().IsInstalled;

    public bool Accepts(string fileName, ReadOnlySpan<byte> head) =>
        IsPdf(head) || Path.GetExtension(fileName).Equals(".pdf", StringComparison.OrdinalIgnoreCase);

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        if (!IsPdf(bytes.AsSpan(0, Math.Min(bytes.Length, 1024)))) throw new UnreadableFileException(new("文件的扩展名是 .pdf，内容却不是 PDF。", "The name ends in pdf, but the content is no PDF."));
        using var file = new TemporaryFile(bytes);
        // With its layout a table row stays one line, and indents and gaps tell paragraphs; only text in columns must be read column by column.
        var (text, faults) = _poppler.Read(file.Path, keepsLayout: true, cancellationToken);
        if (IsInColumns(text)) (text, faults) = _poppler.Read(file.Path, keepsLayout: false, cancellationToken);
        var pages = PageStarts(text);
        if (text.AsSpan().Trim().IsEmpty)
        {
            throw new UnreadableFileException(new(
                $"这个 PDF 有 {pages.Count} 页，没有文字层，多半是扫描件。请先做文字识别（OCR）再放进来。",
                $"This PDF has no text on any of its pages ({pages.Count}) and is probably a scan; put it through OCR first."));
        }
        var lines = TextLines.Read(text);
        return new ExtractedText(SourceFormat.Pdf, text, lines, pages, Warnings(text, pages, faults));
    }

    private static bool IsPdf(ReadOnlySpan<byte> head) => head.IndexOf("%PDF-"u8) is >= 0 and < 1024;

    private static List<int> PageStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\f', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('\f', at + 1)) starts.Add(at + 1);
        return starts;
    }

    private static List<ParseWarning> Warnings(string text, List<int> pages, bool hasFaults)
    {
        var warnings = new List<ParseWarning>();
        if (hasFaults) warnings.Add(new ParseWarning(1, "这个 PDF 有损坏，读出的文字可能不全。", "The PDF is damaged; the text read from it may be incomplete."));
        var empty = new StringBuilder();
        for (var i = 0; i < pages.Count; i++)
        {
            var end = i + 1 < pages.Count ? pages[i + 1] : text.Length;
            if (text.AsSpan(pages[i], end - pages[i]).Trim().IsEmpty && empty.Length < 60) empty.Append(empty.Length > 0 ? "、" : "").Append(i + 1);
        }
        if (empty.Length > 0) warnings.Add(new ParseWarning(1, $"第 {empty} 页没有文字，可能是图片或扫描页。", $"Without text, perhaps an image or a scan: page {empty.ToString().Replace("、", ", ", StringComparison.Ordinal)}."));
        return warnings;
    }

    private static bool IsInColumns(string text)
    {
        int lines = 0, inColumns = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim().Length < 20) continue;
            lines++;
            if (HasTwoColumns(line)) inColumns++;
        }
        return lines > 20 && inColumns > lines * ColumnShare;
    }

    /// <summary>Running text on either side of one gap: cells of a table are shorter, or there are more of them.</summary>
    private static bool HasTwoColumns(ReadOnlySpan<char> line)
    {
        const int ShortestText = 15;
        line = line.Trim();
        var gap = line.IndexOf("  ");
        if (gap < ShortestText) return false;
        var right = line[gap..].TrimStart();
        return right.Length >= ShortestText && right.IndexOf("  ") < 0;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(byte[] bytes)
        {
            Path = System.IO.Path.GetTempFileName();
            File.WriteAllBytes(Path, bytes);
        }

        public string Path { get; }

        public void Dispose() => File.Delete(Path);
    }
}
