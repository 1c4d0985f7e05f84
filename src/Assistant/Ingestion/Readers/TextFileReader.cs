using Assistant.Corpus;

namespace Assistant.Ingestion.Readers;

/// <summary>Plain text, in any of the encodings that <see cref="TextDecoder"/> knows.</summary>
public sealed class TextFileReader : IFileReader
{
    public bool Accepts(string fileName, ReadOnlySpan<byte> head) => Path.GetExtension(fileName).ToUpperInvariant() is ".TXT" or ".TEXT" or "";

    public ExtractedText Read(string fileName, byte[] bytes, CancellationToken cancellationToken)
    {
        var decoded = TextDecoder.Decode(bytes);
        return new ExtractedText(SourceFormat.PlainText, decoded.Text, TextLines.Read(decoded.Text), [], decoded.Warnings());
    }
}
