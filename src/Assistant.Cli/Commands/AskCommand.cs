using System.CommandLine;
using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Corpus;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>ask "…"</c>: an answer with its citations, as <c>/api/ask</c>.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("QUESTION") { Description = Words.Of("问题", "The question") };
        var conversation = new Option<string?>("--conversation") { Description = Words.Of("接着某次对话提问", "Continue a conversation"), HelpName = "ID" };
        var command = new Command("ask", Words.Of("提问，回答逐句注明出处", "Ask; every sentence of the answer says where it stands")) { question, conversation };
        ScopeOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, new AskRequest(parsed.GetRequiredValue(question), parsed.GetValue(conversation)) { IsListed = false }, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, AskRequest request, CancellationToken cancellationToken)
    {
        if (request.Problem() is { } problem) throw new QuestionRefusedException(problem);
        var json = parsed.GetValue(GlobalOptions.Json);
        await using var services = Engine.Open(parsed);
        await Engine.ReadyToSearchAsync(services, cancellationToken);
        request = request with { Filter = ScopeOptions.Read(parsed, services) };

        var begun = false;
        await foreach (var step in services.GetRequiredService<QuestionAnswering>().AskAsync(request, cancellationToken))
        {
            switch (step)
            {
                case AnswerEvent.Token token when !json:
                    // A terminal shows no Markdown: bold marks and escapes are for the page.
                    ConsoleOutput.Write(token.Text.Replace("**", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal));
                    begun = true;
                    break;
                case AnswerEvent.Restarted restarted when !json && begun:
                    // What is printed cannot be taken back: a rule says that it no longer counts.
                    ConsoleOutput.Line("\n");
                    ConsoleOutput.Line(Words.Of($"──── 以上作废：{restarted.Reason}────", $"──── Void: {restarted.Reason} ────"), "yellow");
                    break;
                case AnswerEvent.Done done:
                    foreach (var notice in done.Answer.Notices) ConsoleOutput.Complain(notice);
                    if (json) ConsoleOutput.Json(AnswerReply.Of(done.Answer, Summaries(services)));
                    else Print(done.Answer);
                    return ExitCodes.Done;
                case AnswerEvent.Error error:
                    throw new CommandFailedException(Words.Of(error.Sentence));
            }
        }
        throw new CommandFailedException(Words.Of("回答中断，没有结果：请重试", "The answer broke off without a result: try again"));
    }

    private static void Print(Answer answer)
    {
        Console.WriteLine();
        ConsoleOutput.Line(SupportName(answer.Support) + (answer.SupportReason is { Length: > 0 } reason ? Words.Of("：", ": ") + reason : ""), answer.Support == AnswerSupport.Answered ? "green" : "yellow");
        Console.WriteLine();
        foreach (var citation in answer.Citations)
        {
            ConsoleOutput.Line($"[{citation.Number}] {Places.Of(citation)}", "bold");
            ConsoleOutput.Line($"    {citation.Quote.ReplaceLineEndings("\n    ")}");
            ConsoleOutput.Line($"    {Places.InFile(citation.SourceFile, citation.Start, citation.End, citation.Page)}", "grey");
        }
        foreach (var statement in answer.Statements.Where(statement => !statement.Supported))
        {
            ConsoleOutput.Line(Words.Of($"! 未得到出处支持：{statement.Text}（{statement.Reason}）", $"! Not supported: {statement.Text} ({statement.Reason})"), "yellow");
        }
        ConsoleOutput.Line(Words.Of(
            $"接着问：--conversation {answer.ConversationId}；写入备忘录：memo --answer {answer.AnswerId}",
            $"To follow up: --conversation {answer.ConversationId}; to put it into a memo: memo --answer {answer.AnswerId}"), "grey");
    }

    private static string SupportName(AnswerSupport support) => support switch
    {
        AnswerSupport.Answered => Words.Of("已找到依据", "Answered from the corpus"),
        AnswerSupport.Weak => Words.Of("依据不足", "Weakly supported"),
        _ => Words.Of("文库中未找到答案", "Not found in the corpus"),
    };

    private static Func<string, DocumentSummary?> Summaries(IServiceProvider services)
    {
        var held = services.GetRequiredService<CorpusStore>().Documents().ToDictionary(document => document.Id, StringComparer.Ordinal);
        return id => held.GetValueOrDefault(id);
    }
}
