using System.Security.Cryptography;
using Assistant.Corpus;
using Assistant.Ingestion.Readers;

namespace Assistant.Ingestion;

/// <summary>One file in, its documents and their clauses out, with nothing written: what <c>outline</c> shows and the ingestor stores.</summary>
/// <param name="readers">Asked in order; the first that accepts a file reads it.</param>
public sealed class OutlineReader(IEnumerable<IFileReader> readers, TimeProvider time)
{
    /// <summary>Bytes that a reader needs to tell what a file is.</summary>
    private const int HeadLength = 65_536;

    private readonly List<IFileReader> _readers = [.. readers];

    /// <summary>Changes with any change of this assembly: what an older parser made of a file is not kept.</summary>
    public static string Version { get; } = typeof(OutlineReader).Module.ModuleVersionId.ToString("N");

    /// <param name="corpusPath">The path the file has, or would have, below its corpus folder; ids derive from it.</param>
    /// <exception cref="UnreadableFileException">The file cannot be read; the message says why.</exception>
    public (SourceFile File, IReadOnlyList<PolicyDocument> Documents) Read(string filePath, string corpusPath, CancellationToken cancellationToken) =>
        Read(FileBytes.Read(filePath, cancellationToken), corpusPath, cancellationToken);

    internal (SourceFile File, IReadOnlyList<PolicyDocument> Documents) Read(byte[] bytes, string corpusPath, CancellationToken cancellationToken)
    {
        var reader = _readers.Find(candidate => candidate.Accepts(corpusPath, bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength))))
            ?? throw new UnreadableFileException(new(
                $"不认识的文件类型：{Path.GetFileName(corpusPath)}。能读的有 txt、md、html、docx 和 pdf。",
                $"A file of an unknown kind: {Path.GetFileName(corpusPath)}. What can be read is txt, md, html, docx and pdf."));
        var extracted = reader.Read(corpusPath, bytes, cancellationToken);
        if (extracted.Lines.Count == 0) throw new UnreadableFileException(new("文件里没有文字。", "There is no text in the file."));
        var file = new SourceFile(
            corpusPath, Convert.ToHexStringLower(SHA256.HashData(bytes)), extracted.Format, extracted.Text, extracted.PageStarts, time.GetUtcNow(), extracted.Warnings)
        {
            ReadBy = Version,
        };
        return (file, DocumentComposer.Compose(extracted, corpusPath, DateOnly.FromDateTime(time.GetLocalNow().DateTime)));
    }
}
