using System.IO.Compression;
using System.Xml;

namespace Assistant.Ingestion.Readers;

/// <summary>
/// Looks through a package before a library opens it: what it unpacks to, and how deep its XML nests. The library builds trees by recursion, and a
/// part nested deep enough would end the process.
/// </summary>
internal static class WordPackageGuard
{
    /// <summary>Bytes of XML, all parts together; the longest laws have 5 MB.</summary>
    private const long LargestXml = 200L << 20;

    /// <summary>A table in a table in a text box comes to about 40.</summary>
    private const int DeepestElement = 200;

    /// <exception cref="UnreadableFileException">The package is none, is no Word document, or is made to do harm.</exception>
    public static void Check(byte[] bytes, CancellationToken cancellationToken)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnreadableFileException(bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new("这个 Word 文件加了密，要密码才能打开。请换一份没有密码的。", "This Word file is encrypted and opens with a password only; use one without.")
                : new("这是旧版 Word（doc）文件。请另存为 docx 后重试。", "This is a file of the old Word format (doc); save it as docx and try again."));
        }
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false));
            if (archive.GetEntry("[Content_Types].xml") is null || !archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)))
            {
                throw new UnreadableFileException(new("这是一个压缩包，不是 Word 文件。", "This is an archive and no Word file."));
            }
            var left = LargestXml;
            foreach (var entry in archive.Entries.Where(IsXml)) Walk(entry, ref left, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new UnreadableFileException(new("这个文件不是 docx，或者已损坏、不完整。", "This file is no docx, or damaged or incomplete."), exception);
        }
        catch (XmlException exception)
        {
            throw new UnreadableFileException(new("这个 Word 文件的内容已损坏。", "The content of this Word file is damaged."), exception);
        }
    }

    private static bool IsXml(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts what is unpacked, whatever size the package declares.</summary>
    private static void Walk(ZipArchiveEntry entry, ref long left, CancellationToken cancellationToken)
    {
        using var stream = new LimitedStream(entry.Open(), left, () => new UnreadableFileException(new(
            $"这个 Word 文件解开后超过 {LargestXml >> 20} MB，不像是文档。", $"Unpacked, this Word file has more than {LargestXml >> 20} MB: too much for a document.")));
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Depth > DeepestElement)
                throw new UnreadableFileException(new("这个 Word 文件的内容嵌套过深，不像是文档。", "The content of this Word file is nested too deeply for a document."));
        }
        left -= stream.Count;
    }
}
