namespace Assistant.Ingestion.Readers;

/// <summary>Bytes to text, for one family of formats.</summary>
public interface IFileReader
{
    /// <summary>Whether this reader takes the file, judged by its first bytes and, where those do not tell, by its name.</summary>
    bool Accepts(string fileName, ReadOnlySpan<byte> head);

    /// <exception cref="UnreadableFileException">The file cannot be read; the message says why.</exception>
    ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken);
}
