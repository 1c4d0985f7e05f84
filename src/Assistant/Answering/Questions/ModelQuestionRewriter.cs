using Assistant.Answering.Generation;
using Assistant.Corpus.Text;
using Assistant.LanguageModels.Faults;
using Assistant.LanguageModels.Prompts;

namespace Assistant.Answering.Questions;

/// <summary>Makes a follow-up stand alone by asking the model.</summary>
public sealed class ModelQuestionRewriter(SmallTask task, PromptLibrary prompts) : IQuestionRewriter
{
    private const int ExchangesGiven = 3;
    private const int AnswerLength = 300;
    private const int LongestQuestion = 300;

    private static readonly Wording ByRule = new("追问已按规则补全。", "The follow-up was completed by rule.");

    public async Task<string?> RewriteAsync(string question, IReadOnlyList<Answer> history, CancellationToken cancellationToken)
    {
        var lines = history.TakeLast(ExchangesGiven).Select(answer =>
            $"问：{PassageBlocks.OneLine(answer.RewrittenQuestion ?? answer.Question)}\n答：{PassageBlocks.OneLine(answer.Text.Cut(AnswerLength))}");
        try
        {
            var reply = await task.AskAsync(prompts.RewriteQuestion, new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["history"] = string.Join('\n', lines),
                ["question"] = PassageBlocks.OneLine(question),
            }, cancellationToken);
            var rewritten = SmallTask.Line(reply, LongestQuestion)
                ?? throw new ModelException(ModelFault.Malformed, "The rewritten question is not one line.");
            return string.Equals(rewritten, question, StringComparison.Ordinal) ? null : rewritten;
        }
        catch (ModelException exception)
        {
            throw new AnswererFailedException((exception.Describe() + ByRule).In(AnswerLanguages.Of(question)), exception);
        }
    }
}
