namespace Assistant.Grounding;

/// <summary>What is wrong with a sentence, or to be minded.</summary>
public enum GroundingProblem
{
    None,
    NoCitation,
    NotInClause,
    OtherInClause,
    OtherBound,
    OtherModality,
    ProvisoLeftOut,

    /// <summary>The sentence stands, but the clause goes on with a 但是 that the sentence does not tell.</summary>
    ProvisoFollows,
    NotCovered,
}

/// <summary>Whether the cited text bears a sentence.</summary>
/// <param name="Said">The words of the sentence that decided; empty where none did.</param>
/// <param name="Source">The words of the cited text that decided; empty where there are none.</param>
/// <param name="Coverage">The share of the sentence's words that stand in the cited text, 0 to 1.</param>
public sealed record GroundingVerdict(GroundingProblem Problem, string Said, string Source, double Coverage)
{
    public bool Supported => Problem is GroundingProblem.None or GroundingProblem.ProvisoFollows;

    /// <summary>Why not supported, or what to mind, in a sentence for the reader; null when there is nothing to say.</summary>
    public Wording? Reason => Problem switch
    {
        GroundingProblem.NoCitation => new("没有条文依据", "no clause is cited"),
        GroundingProblem.NotInClause => new($"“{Said}”不见于所引条文", $"“{Said}” is not in the cited clause"),
        GroundingProblem.OtherInClause => new($"“{Said}”与所引条文不符，条文此处为“{Source}”", $"“{Said}” differs from the cited clause, which has “{Source}”"),
        GroundingProblem.OtherBound => new($"“{Said}”的上下限与所引条文不符，条文为“{Source}”", $"the limit of “{Said}” differs from the cited clause: “{Source}”"),
        GroundingProblem.OtherModality when Source.Length > 0 => new($"“{Said}”与条文用语“{Source}”不符", $"“{Said}” differs from the clause's “{Source}”"),
        GroundingProblem.OtherModality => new($"条文此处没有“{Said}”的意思", $"the clause does not say “{Said}” here"),
        GroundingProblem.ProvisoLeftOut => new($"遗漏了条文的限定“{Source}”", $"leaves out the clause's exception “{Source}”"),
        GroundingProblem.ProvisoFollows => new($"条文另有但书：“{Source}”", $"mind the clause's exception: “{Source}”"),
        GroundingProblem.NotCovered when Said.Length > 0 => new($"“{Said}”的内容不见于所引条文", $"“{Said}” is not in the cited clause"),
        GroundingProblem.NotCovered => new("内容不见于所引条文", "not in the cited clause"),
        _ => null,
    };
}
