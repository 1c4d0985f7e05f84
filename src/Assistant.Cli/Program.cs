using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using Assistant.Cli;
using Assistant.Cli.Commands;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Words.ChooseFrom(args);
ParserWords.Choose();

var root = new RootCommand(Words.Of("向政策法规文件提问，得到带条款出处的回答", "Ask Chinese policy documents, get answers with clause-level citations"));
GlobalOptions.AddTo(root);
root.Add(IngestCommand.Create());
root.Add(SearchCommand.Create());
root.Add(AskCommand.Create());
root.Add(OutlineCommand.Create());
root.Add(EvalCommand.Create());
root.Add(MemoCommand.Create());
root.Add(VerifyCommand.Create());
root.Add(IndexCommand.Create());
root.Add(BackupCommand.Create());
root.Add(DoctorCommand.Create());

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction)
{
    foreach (var error in parsed.Errors) ConsoleOutput.Complain(error.Message);
    ConsoleOutput.Complain(Words.Of("用法见 --help", "See --help"));
    return ExitCodes.Usage;
}
try
{
    return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (OperationCanceledException)
{
    ConsoleOutput.Complain(Words.Of("已停止，已完成的部分保留", "Stopped; what was finished is kept"));
    return ExitCodes.Stopped;
}
catch (Exception exception)
{
    ConsoleOutput.Complain(Failures.Describe(exception));
    return ExitCodes.Failed;
}
