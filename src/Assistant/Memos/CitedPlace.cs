using Assistant.Corpus.Labels;

namespace Assistant.Memos;

/// <summary>How a memo names a place. English readers are told both what they would write and what is printed there: Article 12(3) [第十二条（三）].</summary>
internal static class CitedPlace
{
    /// <param name="source">《title》, or the file; perhaps with the document's number behind it.</param>
    /// <param name="clause">The printed label; empty under no number.</param>
    public static string Of(string source, string clause, bool english) =>
        clause.Length == 0 ? source : english ? $"{source}, {Clause(clause, english: true)}" : source + clause;

    public static string Clause(string clause, bool english) =>
        english && EnglishClauseLabel.Of(clause) is { Length: > 0 } name ? $"{name} [{clause}]" : clause;
}
