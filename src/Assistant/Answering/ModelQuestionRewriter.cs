using Assistant.Answering.Generation;
using Assistant.LanguageModels;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Assistant.Answering;

/// <summary>Makes a follow-up stand alone by asking the model.</summary>
public sealed class ModelQuestionRewriter(IChatClient chat, PromptLibrary prompts, IOptions<AssistantOptions> options) : IQuestionRewriter
{
    private const int ExchangesGiven = 3;
    private const int AnswerLength = 300;
    private const int LongestQuestion = 300;

    public async Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken)
    {
        var english = AnswerLanguages.Of(question) == AnswerLanguage.English;
        var lines = history.TakeLast(ExchangesGiven).Select(answer =>
            $"问：{PassageBlocks.OneLine(answer.RewrittenQuestion ?? answer.Question)}\n答：{PassageBlocks.OneLine(answer.Text.Length > AnswerLength ? answer.Text[..AnswerLength] : answer.Text)}");
        try
        {
            var reply = await SmallTask.AskAsync(chat, prompts.RewriteQuestion.Render(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["history"] = string.Join('\n', lines),
                ["question"] = PassageBlocks.OneLine(question),
            }), prompts.RewriteQuestion.Options, options.Value.Chat.SmallTaskTimeout, cancellationToken);
            var rewritten = SmallTask.Line(reply, LongestQuestion)
                ?? throw new ModelException(ModelFault.Malformed, "The rewritten question is not one line.");
            return string.Equals(rewritten, question, StringComparison.Ordinal) ? null : rewritten;
        }
        catch (ModelException exception)
        {
            throw new AnswererFailedException(
                exception.Describe(english) + (english ? " The follow-up was completed by rule." : "追问已按规则补全。"), exception);
        }
    }
}
