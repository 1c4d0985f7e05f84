using System.Text.Json;

namespace Assistant.Evaluation;

/// <summary>One line of a question set, in the shape that <c>tests/evaluation/README.md</c> describes.</summary>
/// <param name="Gold">Every passage that a full answer needs; empty for a question the corpus does not answer.</param>
/// <param name="Facts">Words that a full answer contains.</param>
/// <param name="Also">Other passages that answer as well; null when the line names none.</param>
public sealed record EvaluationQuestion(
    string Id, string Question, string Style, bool Answerable, IReadOnlyList<GoldPassage> Gold, IReadOnlyList<string> Facts, IReadOnlyList<GoldPassage>? Also = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <exception cref="InvalidDataException">A line is not a question; the message names it.</exception>
    public static IReadOnlyList<EvaluationQuestion> ReadFile(string path)
    {
        var questions = new List<EvaluationQuestion>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                questions.Add(JsonSerializer.Deserialize<EvaluationQuestion>(line, Json) ?? throw new JsonException("null"));
            }
            catch (JsonException exception)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)} 第 {number} 行不是一道题（line {number} is not a question）：{exception.Message}", exception);
            }
        }
        return questions;
    }
}

/// <param name="Source">The file below the corpus folder.</param>
/// <param name="Clause">Labels from the top, joined by <c>/</c>; empty under no numbered clause.</param>
/// <param name="Quote">Text of the source, all white space removed.</param>
public sealed record GoldPassage(string Source, string Document, string Clause, string Quote);
