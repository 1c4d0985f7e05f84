namespace Assistant.Ingestion;

/// <summary>A file cannot be read. The message is a sentence for the person who put it there.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
