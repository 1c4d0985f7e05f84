namespace Assistant.Answering.Asking;

/// <summary>The kind of thing a question asks for. A sentence that answers holds one.</summary>
public enum AskedKind
{
    /// <summary>A sum of money.</summary>
    Amount,
    Percentage,

    /// <summary>A number with the unit asked for (多少项, 几家), or any number where the question names no unit.</summary>
    Count,
    Date,
    Duration,

    /// <summary>An authority, company, school or person.</summary>
    Body,

    /// <summary>A document by title or number.</summary>
    Document,

    /// <summary>What a term means.</summary>
    Definition,

    /// <summary>Whether something is allowed, required or so.</summary>
    YesNo,

    /// <summary>Several things.</summary>
    Enumeration,

    /// <summary>The number of a clause.</summary>
    Article,

    /// <summary>A telephone number, an address, a web site.</summary>
    Contact,

    /// <summary>What follows from breaking a rule: a fine, an order to put things right, a licence withdrawn, money taken back.</summary>
    Penalty,

    /// <summary>What an applicant must be or have.</summary>
    Condition,

    /// <summary>What is to be handed in.</summary>
    Material,

    /// <summary>How something is applied for, examined, granted.</summary>
    Procedure,
}

/// <param name="Unit">For <see cref="AskedKind.Count"/> and <see cref="AskedKind.Duration"/>: the measure word that must follow the number; for <see cref="AskedKind.Amount"/>: 元 and the like where the question names it; for <see cref="AskedKind.Body"/>: the kind of company; null for any.</param>
/// <param name="At">Where the asking words stand in the folded question, UTF-16.</param>
public sealed record AskedFor(AskedKind Kind, string? Unit, int At);
