namespace Assistant.Ingestion;

/// <summary>A file cannot be read. The sentence is for the person who put it there.</summary>
public sealed class UnreadableFileException(Wording sentence, Exception? inner = null) : RefusedException(sentence, inner);
