namespace Assistant.Answering;

/// <summary>Writes the answer from passages already found: verbatim (<see cref="ExtractiveAnswerer"/>) or by a language model.</summary>
public interface IAnswerer
{
    /// <summary>
    /// <see cref="AnswerEvent.CitationFound"/> before the first <see cref="AnswerEvent.Token"/> that names it, and one
    /// <see cref="AnswerEvent.Drafted"/> at the end, whose text is the tokens put together.
    /// </summary>
    /// <exception cref="AnswererFailedException">Nothing usable could be written; the caller turns to another answerer.</exception>
    IAsyncEnumerable<AnswerEvent> AnswerAsync(AnswerContext context, CancellationToken cancellationToken);
}

/// <summary>An answerer gave up. The message says why, in words for a reader, and becomes a notice of the answer that takes its place.</summary>
public sealed class AnswererFailedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it read the passages and found no answer in them; false where something broke.</summary>
    public bool FoundNoAnswer { get; init; }
}
