using Assistant.Answering.Generation;
using Assistant.LanguageModels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Answering;

/// <summary>Puts an English question into the Chinese of policy documents, for retrieval alone.</summary>
public sealed class QuestionTranslator(IChatClient chat, PromptLibrary prompts, IOptions<AssistantOptions> options)
{
    private const int LongestQuestion = 300;

    /// <summary>Null where the question is Chinese already, or the model did not help: then it is searched as it is.</summary>
    public async Task<string?> TranslateAsync(string question, CancellationToken cancellationToken)
    {
        if (AnswerLanguages.Of(question) != AnswerLanguage.English) return null;
        try
        {
            var reply = await SmallTask.AskAsync(chat, prompts.TranslateQuestion.Render(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["question"] = PassageBlocks.OneLine(question),
            }), prompts.TranslateQuestion.Options, options.Value.Chat.SmallTaskTimeout, cancellationToken);
            var line = SmallTask.Line(reply, LongestQuestion);
            return line is not null && AnswerLanguages.Of(line) == AnswerLanguage.Chinese ? line : null;
        }
        catch (ModelException)
        {
            return null;
        }
    }
}
