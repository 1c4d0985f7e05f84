using System.CommandLine;

namespace Assistant.Cli;

/// <summary><c>eval QUESTIONS.jsonl</c>: the figures of a question set, measured in process.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var questions = new Argument<string>("QUESTIONS") { Description = Words.Of("题集（.jsonl）", "The question set (.jsonl)") };
        var command = new Command("eval", Words.Of("在题集上测量检索与回答", "Measure retrieval and answers on a question set")) { questions };
        command.SetAction((_, _) => Task.FromException<int>(new NotImplementedException()));
        return command;
    }
}
