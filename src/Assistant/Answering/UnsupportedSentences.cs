namespace Assistant.Answering;

/// <summary>What becomes of a model's sentence that the clauses do not bear.</summary>
public enum UnsupportedSentences
{
    /// <summary>Shown without a citation, marked, with the reason.</summary>
    Mark,

    /// <summary>Left out of the answer; <see cref="Answer.Statements"/> still holds it.</summary>
    LeaveOut,
}
