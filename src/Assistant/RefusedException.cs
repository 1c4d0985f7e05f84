namespace Assistant;

/// <summary>What was asked cannot be done as asked: the request is at fault and not the program. The sentence is for the person who asked.</summary>
public abstract class RefusedException(Wording sentence, Exception? inner = null) : Exception(sentence.Chinese, inner)
{
    public Wording Sentence { get; } = sentence;
}
