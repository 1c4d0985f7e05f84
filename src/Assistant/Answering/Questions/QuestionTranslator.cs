using Assistant.Answering.Generation;
using Assistant.LanguageModels.Faults;
using Assistant.LanguageModels.Prompts;

namespace Assistant.Answering.Questions;

/// <summary>Puts an English question into the Chinese of policy documents, for retrieval alone.</summary>
public sealed class QuestionTranslator(SmallTask task, PromptLibrary prompts)
{
    private const int LongestQuestion = 300;

    /// <summary>Null where the question is Chinese already, or the model did not help: then it is searched as it is.</summary>
    public async Task<string?> TranslateAsync(string question, CancellationToken cancellationToken)
    {
        if (AnswerLanguages.Of(question) != AnswerLanguage.English) return null;
        try
        {
            var reply = await task.AskAsync(prompts.TranslateQuestion, new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["question"] = PassageBlocks.OneLine(question),
            }, cancellationToken);
            var line = SmallTask.Line(reply, LongestQuestion);
            return line is not null && AnswerLanguages.Of(line) == AnswerLanguage.Chinese ? line : null;
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
