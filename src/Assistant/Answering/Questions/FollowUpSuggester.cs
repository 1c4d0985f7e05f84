using Assistant.Answering.Citations;
using Assistant.Answering.Generation;
using Assistant.LanguageModels.Faults;
using Assistant.LanguageModels.Prompts;

namespace Assistant.Answering.Questions;

/// <summary>Questions a reader may want to ask next. A kindness: when the model does not help in time there are none.</summary>
public sealed class FollowUpSuggester(SmallTask task, PromptLibrary prompts)
{
    private const int PassagesGiven = 4;
    private const int Most = 3;
    private const int Longest = 120;

    internal async Task<IReadOnlyList<string>> SuggestAsync(AnswerContext context, IReadOnlyList<GivenPassage> given, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["passages"] = PassageBlocks.Render([.. given.Take(PassagesGiven).Select(passage => passage.Passage)]),
            ["question"] = PassageBlocks.OneLine(context.StandaloneQuestion),
            ["language"] = context.Language == AnswerLanguage.English ? "English（英文）" : "中文",
        };
        try
        {
            var text = await task.AskAsync(prompts.SuggestQuestions, values, cancellationToken);
            return [.. text.Split('\n').Select(Plain).Where(line => IsQuestion(line, context)).Distinct(StringComparer.Ordinal).Take(Most)];
        }
        catch (Exception exception) when (exception is ModelException or OperationCanceledException)
        {
            return [];
        }
    }

    private static string Plain(string line) => line.Trim().TrimStart('-', '*', '•', '1', '2', '3', '4', '5', '.', '、', ')', ' ').Trim();

    private static bool IsQuestion(string line, AnswerContext context) =>
        line.Length is > 4 and <= Longest && line[^1] is '？' or '?' && CitationParser.Parse(line).Numbers.Count == 0
        && !string.Equals(line, context.Question, StringComparison.Ordinal) && !string.Equals(line, context.StandaloneQuestion, StringComparison.Ordinal);
}
