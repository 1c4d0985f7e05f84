namespace Assistant.Answering.Grounding;

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
    public string? Reason(AnswerLanguage language) => language == AnswerLanguage.English ? InEnglish() : InChinese();

    private string? InChinese() => Problem switch
    {
        GroundingProblem.NoCitation => "没有条文依据",
        GroundingProblem.NotInClause => $"“{Said}”不见于所引条文",
        GroundingProblem.OtherInClause => $"“{Said}”与所引条文不符，条文此处为“{Source}”",
        GroundingProblem.OtherBound => $"“{Said}”的上下限与所引条文不符，条文为“{Source}”",
        GroundingProblem.OtherModality => Source.Length > 0 ? $"“{Said}”与条文用语“{Source}”不符" : $"条文此处没有“{Said}”的意思",
        GroundingProblem.ProvisoLeftOut => $"遗漏了条文的限定“{Source}”",
        GroundingProblem.ProvisoFollows => $"条文另有但书：“{Source}”",
        GroundingProblem.NotCovered => Said.Length > 0 ? $"“{Said}”的内容不见于所引条文" : "内容不见于所引条文",
        _ => null,
    };

    private string? InEnglish() => Problem switch
    {
        GroundingProblem.NoCitation => "no clause is cited",
        GroundingProblem.NotInClause => $"“{Said}” is not in the cited clause",
        GroundingProblem.OtherInClause => $"“{Said}” differs from the cited clause, which has “{Source}”",
        GroundingProblem.OtherBound => $"the limit of “{Said}” differs from the cited clause: “{Source}”",
        GroundingProblem.OtherModality => Source.Length > 0 ? $"“{Said}” differs from the clause's “{Source}”" : $"the clause does not say “{Said}” here",
        GroundingProblem.ProvisoLeftOut => $"leaves out the clause's exception “{Source}”",
        GroundingProblem.ProvisoFollows => $"mind the clause's exception: “{Source}”",
        GroundingProblem.NotCovered => Said.Length > 0 ? $"“{Said}” is not in the cited clause" : "not in the cited clause",
        _ => null,
    };
}
