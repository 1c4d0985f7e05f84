using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Memos;
using Assistant.Memos.Writers;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>memo</c>: a memo from questions, from stored answers, or from both.</summary>
internal static class MemoCommand
{
    private static readonly Option<string> Title = new("--title") { Description = Words.Of("备忘录的标题", "The memo's title"), Required = true, HelpName = "TEXT" };

    private static readonly Option<string[]> Questions = new("--question", "-q")
    {
        Description = Words.Of("要回答的问题，可以多次给出", "A question to answer; may be repeated"),
        HelpName = "TEXT",
    };

    private static readonly Option<FileInfo?> List = new("--questions")
    {
        Description = Words.Of("问题文件，每行一个问题（.jsonl 取 question 字段）", "A file of questions, one a line (.jsonl: its field question)"),
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Answers = new("--answer")
    {
        Description = Words.Of("已保存回答的编号，可以多次给出", "The id of a stored answer; may be repeated"),
        HelpName = "ID",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = Words.Of("格式：docx、md 或 html", "Format: docx, md or html"),
        DefaultValueFactory = _ => "docx",
        HelpName = "docx|md|html",
    };

    private static readonly Option<string?> Output = new("--out", "-o")
    {
        Description = Words.Of("写到哪个文件，默认以标题为名", "The file to write; named after the title by default"),
        HelpName = "FILE",
    };

    private static readonly Option<string?> Addressee = new("--addressee") { Description = Words.Of("主送机关", "Whom it is addressed to"), HelpName = "TEXT" };
    private static readonly Option<string?> Author = new("--author") { Description = Words.Of("落款", "Who signs it"), HelpName = "TEXT" };
    private static readonly Option<DateOnly?> Date = new("--date") { Description = Words.Of("成文日期，默认今天", "Its date; today by default"), HelpName = "YYYY-MM-DD" };
    private static readonly Option<string?> Introduction = new("--introduction") { Description = Words.Of("引言", "Introduction"), HelpName = "TEXT" };
    private static readonly Option<string?> Conclusion = new("--conclusion") { Description = Words.Of("结论", "Conclusion"), HelpName = "TEXT" };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("docx", "md", "html");
        var command = new Command("memo", Words.Of("把回答写成带脚注的备忘录（--lang en 写成英文）", "Write answers as a memo with pinpoint notes, in the language of --lang"))
        {
            Title, Questions, List, Answers, Format, Output, Addressee, Author, Date, Introduction, Conclusion,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var questions = (parsed.GetValue(Questions) ?? []).Concat(Listed(parsed.GetValue(List))).Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        var stored = parsed.GetValue(Answers) ?? [];
        if (questions.Count + stored.Length == 0)
            throw new CommandFailedException(Words.Of("没有内容：请用 --question 给出问题，或用 --answer 给出回答的编号", "Nothing to write: give --question or --answer"));

        await using var services = Engine.Open(parsed);
        await Engine.ReadyToSearchAsync(services, cancellationToken);
        var answering = services.GetRequiredService<QuestionAnswering>();
        var answers = stored.ToList();
        foreach (var question in questions) answers.Add((await answering.AnswerAsync(new AskRequest(question) { IsListed = false }, cancellationToken)).AnswerId);

        var memo = services.GetRequiredService<MemoComposer>().Compose(new(
            parsed.GetRequiredValue(Title), answers, parsed.GetValue(Addressee), parsed.GetValue(Author), parsed.GetValue(Date),
            parsed.GetValue(Introduction), parsed.GetValue(Conclusion), Words.AreEnglish ? "en" : null));
        services.GetRequiredService<MemoStore>().Add(memo);
        var format = parsed.GetRequiredValue(Format);
        var path = Path.GetFullPath(parsed.GetValue(Output) ?? MemoFileName.For(memo, format));
        var writer = services.GetServices<IMemoWriter>().First(writer => writer.Format == format);
        // A memo that was there stays until the new one is complete.
        WholeFile.Write(path, overwrite: true, unfinished =>
        {
            using var output = File.Create(unfinished);
            writer.Write(memo, output);
        });

        var unanswered = memo.Sections.Where(section => !section.Grounded).ToList();
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(new { memo.Id, memo.Title, File = path, Answers = memo.Sections.Count, Citations = memo.Citations.Count, Unanswered = unanswered.Count });
        else ConsoleOutput.Line(Words.Of($"已写成 {path}：{memo.Sections.Count} 个问题，{memo.Citations.Count} 处引用", $"Wrote {path}: {Words.Count(memo.Sections.Count, "question")}, {Words.Count(memo.Citations.Count, "citation")}"));
        foreach (var section in unanswered)
            ConsoleOutput.Complain(Words.Of($"文库中没有找到回答，备忘录中已照此写明：{section.Question}", $"The corpus does not answer this, and the memo says so: {section.Question}"));
        return ExitCodes.Done;
    }

    private static IEnumerable<string> Listed(FileInfo? file)
    {
        if (file is null) return [];
        if (!file.Exists) throw new CommandFailedException(Words.Of($"没有这个文件：{file.FullName}", $"There is no such file: {file.FullName}"));
        var lines = File.ReadLines(file.FullName).Where(line => !string.IsNullOrWhiteSpace(line));
        return file.Extension == ".jsonl" ? lines.Select((line, i) => Question(line) ?? throw new CommandFailedException(Words.Of(
            $"{file.Name} 的第 {i + 1} 个问题读不出来：每行应为带 question 字段的 JSON",
            $"Question {i + 1} of {file.Name} cannot be read: each line is JSON with a field question"))) : lines;
    }

    /// <summary>Null where the line holds none.</summary>
    private static string? Question(string line)
    {
        try
        {
            return (string?)JsonNode.Parse(line)?["question"];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
