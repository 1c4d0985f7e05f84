using Assistant.Corpus;

namespace Assistant.Ingestion;

/// <summary>One file in, its documents and their clauses out, with nothing written: what <c>outline</c> shows and the ingestor stores.</summary>
public sealed class OutlineReader
{
    /// <param name="corpusPath">The path the file has, or would have, below its corpus folder; ids derive from it.</param>
    /// <exception cref="UnreadableFileException">The file cannot be read; the message says why.</exception>
    public (SourceFile File, IReadOnlyList<PolicyDocument> Documents) Read(string filePath, string corpusPath, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}

/// <summary>A file cannot be read. The message is a sentence for the person who put it there.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
