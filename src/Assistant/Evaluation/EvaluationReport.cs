namespace Assistant.Evaluation;

/// <param name="Value">Null when no question of the set measures it.</param>
public sealed record Figure(string Name, double? Value);

/// <summary>A question whose gold quotes were not all found, cited or refused as they should be.</summary>
/// <param name="What">What went wrong: <c>miss@5</c>, <c>not cited</c>, <c>wrong label</c>, <c>not answered</c>, <c>not refused</c>, <c>not verbatim</c>.</param>
public sealed record Miss(string QuestionId, string Style, string Question, string What);

/// <summary>The figures of one question set, with the names of evaluate.py.</summary>
/// <param name="Figures">In the order they are printed; shares from 0 to 1, rounded to four places.</param>
/// <param name="SearchMs">Median and 95th percentile; null when nothing was searched.</param>
/// <param name="RecallAt5ByStyle">By style, in ordinal order.</param>
/// <param name="Errors">Questions that could not be asked, and why.</param>
public sealed record EvaluationReport(
    int Questions,
    IReadOnlyList<Figure> Figures,
    double[]? SearchMs,
    double[]? AskMs,
    IReadOnlyList<Figure> RecallAt5ByStyle,
    IReadOnlyList<Miss> Misses,
    IReadOnlyList<string> Errors)
{
    /// <summary>As evaluate.py prints it with <c>--json</c>, in its order.</summary>
    public IReadOnlyDictionary<string, object?> ToDictionary()
    {
        var all = new Dictionary<string, object?>(StringComparer.Ordinal) { ["questions"] = Questions, ["errors"] = Errors.Count };
        foreach (var figure in Figures) all[figure.Name] = figure.Value;
        all["search ms p50/p95"] = SearchMs;
        all["ask ms p50/p95"] = AskMs;
        all["recall@5 by style"] = RecallAt5ByStyle.ToDictionary(figure => figure.Name, figure => figure.Value, StringComparer.Ordinal);
        return all;
    }
}
