using System.CommandLine;
using System.Diagnostics;
using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>search "…" --top N</c>: passages, as <c>/api/search</c>.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var question = new Argument<string>("QUESTION") { Description = Words.Of("要查的问题或词语", "A question or words") };
        var top = new Option<int>("--top") { Description = Words.Of("最多几段", "How many passages at most"), DefaultValueFactory = _ => 10, HelpName = "N" };
        top.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000) result.AddError(Words.Of("--top 应为 1 到 1000 的整数", "--top takes a number from 1 to 1000"));
        });
        var command = new Command("search", Words.Of("查找段落，最相关的在前", "Find passages, best first")) { question, top };
        ScopeOptions.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, parsed.GetRequiredValue(question), parsed.GetValue(top), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string question, int top, CancellationToken cancellationToken)
    {
        if (new AskRequest(question).Problem() is { } problem) throw new QuestionRefusedException(problem);
        await using var services = Engine.Open(parsed);
        await Engine.ReadyToSearchAsync(services, cancellationToken);
        var filter = ScopeOptions.Read(parsed, services);
        var started = Stopwatch.GetTimestamp();
        var result = await services.GetRequiredService<PassageRetriever>().RetrieveAsync(question, top, filter, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);

        foreach (var notice in result.Notices) ConsoleOutput.Complain(Words.Of(notice));
        if (parsed.GetValue(GlobalOptions.Json))
        {
            ConsoleOutput.Json(SearchReply.Of(result, elapsed, Words.AreEnglish));
            return ExitCodes.Done;
        }
        if (result.Passages.Count > 0 && !result.IsNear)
        {
            ConsoleOutput.Complain(Words.Of(
                "没有找到明确相符的段落：以下只含所写词语的一小部分，可能无关；可以换用文件中的说法再试",
                "No passage clearly matches: those below hold few of the words and may be about something else; try the words a document would use"));
        }
        foreach (var (passage, rank) in result.Passages.Select((passage, i) => (passage, i + 1)))
        {
            ConsoleOutput.Line($"{rank}. {Places.Of(passage)}", "bold");
            ConsoleOutput.Line($"   {passage.Text.ReplaceLineEndings("\n   ")}");
            ConsoleOutput.Line($"   {Places.InFile(passage.SourceFile, passage.Span.Start, passage.Span.End, passage.Page)}", "grey");
        }
        if (result.Passages.Count == 0) ConsoleOutput.Line(Words.Of("没有找到相关段落", "No passage found"));
        return ExitCodes.Done;
    }
}
