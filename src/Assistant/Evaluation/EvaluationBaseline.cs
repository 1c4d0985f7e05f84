using System.Text.Json;

namespace Assistant.Evaluation;

/// <param name="Now">Null when the figure is no longer measured.</param>
public sealed record FallenFigure(string Name, double Kept, double? Now);

/// <summary>
/// Figures kept from an earlier run, by question set (its file name) and name. All figures are better when higher; times and lengths are not kept,
/// because another machine has others.
/// </summary>
public static class EvaluationBaseline
{
    private static readonly string[] NotKept = ["answer chars"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The kept figures that are higher than those of the report, worst fall first.</summary>
    /// <param name="tolerance">A fall below this is none.</param>
    /// <exception cref="InvalidDataException">The file holds no figures of this question set.</exception>
    public static IReadOnlyList<FallenFigure> Fallen(string baselineFile, string questionSet, EvaluationReport report, double tolerance)
    {
        var kept = Read(baselineFile).GetValueOrDefault(questionSet)
            ?? throw new InvalidDataException($"{baselineFile} 中没有题集 {questionSet} 的基线（no baseline of {questionSet}）");
        var now = Kept(report);
        return [.. kept
            .Select(figure => new FallenFigure(figure.Key, figure.Value, now.TryGetValue(figure.Key, out var value) ? value : null))
            .Where(figure => figure.Now is null || figure.Now < figure.Kept - tolerance)
            .OrderByDescending(figure => figure.Kept - (figure.Now ?? 0))];
    }

    /// <summary>Puts the report's figures in the place of what was kept of the question set; other sets stay.</summary>
    public static void Keep(string baselineFile, string questionSet, EvaluationReport report)
    {
        var all = File.Exists(baselineFile) ? Read(baselineFile) : new(StringComparer.Ordinal);
        all[questionSet] = Kept(report);
        File.WriteAllText(baselineFile, JsonSerializer.Serialize(all, Json) + "\n");
    }

    private static SortedDictionary<string, Dictionary<string, double>> Read(string file)
    {
        try
        {
            return new(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, double>>>(File.ReadAllText(file)) ?? [], StringComparer.Ordinal);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} 不是基线文件（not a file of baselines）：{exception.Message}", exception);
        }
    }

    private static Dictionary<string, double> Kept(EvaluationReport report) => report.Figures
        .Where(figure => figure.Value is not null && !NotKept.Contains(figure.Name, StringComparer.Ordinal))
        .ToDictionary(figure => figure.Name, figure => figure.Value!.Value, StringComparer.Ordinal);
}
