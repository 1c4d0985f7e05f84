using System.CommandLine;
using Assistant.Corpus.Terms;
using Assistant.Memos.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>verify MEMO</c>: whether a memo reads as exported and each citation still stands in the corpus; exits 1 when not, or when it cites nothing.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("MEMO") { Description = Words.Of("备忘录文件（docx、md 或 html）", "The memo (docx, md or html)") };
        var command = new Command("verify", Words.Of("核对备忘录的正文、附件和每处引用", "Check sentences, annex and citations of a memo")) { file };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, FileInfo file, CancellationToken cancellationToken)
    {
        if (!file.Exists) throw new CommandFailedException(Words.Of($"没有这个文件：{file.FullName}", $"There is no such file: {file.FullName}"));
        await using var services = Engine.Open(parsed);
        await using var memo = file.OpenRead();
        var report = services.GetRequiredService<MemoVerifier>().Verify(memo, Words.AreEnglish, cancellationToken);
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(report);
        else Print(report);
        return report.Holds ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static void Print(VerificationReport report)
    {
        foreach (var check in report.Citations.Where(check => !check.Holds || check.ClauseChanged))
        {
            ConsoleOutput.Line($"[{check.Number}] {TitleMarks.Titled(check.DocumentTitle, "")}{check.Clause}  {Name(check)}", check.Holds ? "yellow" : "red");
            ConsoleOutput.Line("    " + check.Explanation);
            if (check.Difference.Count > 0) ConsoleOutput.Line("    " + string.Concat(check.Difference.Select(Marked)));
            if (check.RepealedBy is { } by) ConsoleOutput.Line(Words.Of($"    该政策文件已被{by}废止或替代", $"    The document was repealed or replaced by {by}"), "red");
        }
        foreach (var note in report.Unrecorded)
            ConsoleOutput.Line(Words.Of($"注释不在引用记录里，无法核验：{note}", $"This note is not in the citation record and cannot be checked: {note}"), "red");
        foreach (var fault in report.Faults)
        {
            ConsoleOutput.Line(fault.Explanation, "red");
            if (fault.Difference.Count > 0) ConsoleOutput.Line("    " + string.Concat(fault.Difference.Select(Marked)));
            else if (fault.Text.Length > 0) ConsoleOutput.Line("    " + fault.Text);
        }
        if (report.IsWithoutCitations)
            ConsoleOutput.Line(Words.Of("备忘录里没有任何引用，没有可以核验的内容", "The memo cites nothing, so there is nothing to verify"), "red");
        if (report.Removed > 0)
        {
            ConsoleOutput.Line(Words.Of(
                $"{report.Removed} 处引用的注释已删去或无法辨认，没有核验", $"Citations without a recognisable note, not checked: {report.Removed}"), "yellow");
        }
        ConsoleOutput.Line(Words.Of(
            $"{report.Citations.Count} 处引用：{report.Count(CitationStatus.Verbatim)} 一致，{report.Count(CitationStatus.Moved)} 移动，{report.Count(CitationStatus.Changed)} 改动，{report.Count(CitationStatus.Missing)} 缺失",
            $"{Words.Count(report.Citations.Count, "citation")}: {report.Count(CitationStatus.Verbatim)} verbatim, {report.Count(CitationStatus.Moved)} moved, {report.Count(CitationStatus.Changed)} changed, {report.Count(CitationStatus.Missing)} missing"));
    }

    private static string Name(CitationCheck check) => check.Status switch
    {
        CitationStatus.Verbatim => Words.Of("一致", "verbatim"),
        CitationStatus.Moved => Words.Of("移动", "moved"),
        CitationStatus.Changed => Words.Of("改动", "changed"),
        _ => Words.Of("缺失", "missing"),
    };

    private static string Marked(TextDifference difference) => difference.Change switch
    {
        TextChange.Added => $"[+{difference.Text}+]",
        TextChange.Removed => $"[-{difference.Text}-]",
        _ => difference.Text,
    };
}
