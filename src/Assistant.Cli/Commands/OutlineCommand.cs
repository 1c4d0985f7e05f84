using System.CommandLine;
using Assistant.Corpus;
using Assistant.Corpus.Terms;
using Assistant.Corpus.Text;
using Assistant.Ingestion;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>outline FILE</c>: the documents found in a file and their clause trees, with nothing written.</summary>
internal static class OutlineCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = Words.Of("要解析的文件", "The file to read") };
        var command = new Command("outline", Words.Of("列出一个文件中的政策文件与条款树，不写索引", "Show the documents in a file and their clause trees; no index is written")) { file };
        command.SetAction((parsed, cancellationToken) =>
            Task.FromResult(Run(parsed, parsed.GetRequiredValue(file), cancellationToken)));
        return command;
    }

    private static int Run(ParseResult parsed, string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new CommandFailedException(Words.Of($"找不到文件：{path}", $"There is no such file: {path}"));
        using var services = Engine.Open(parsed);
        var (source, documents) = services.GetRequiredService<OutlineReader>().Read(path, Path.GetFileName(path), cancellationToken);
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(OutlineJson.Of(source, documents));
        else Print(source, documents);
        return ExitCodes.Done;
    }

    private static void Print(SourceFile source, IReadOnlyList<PolicyDocument> documents)
    {
        var titles = documents.ToDictionary(document => document.Id, document => document.Title, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            ConsoleOutput.Line(document.Title.Length > 0 ? document.Title : Words.Of("（无标题）", "(no title)"), "bold");
            foreach (var (name, value) in Metadata(document, titles)) ConsoleOutput.Line($"  {name}{Words.Of("：", ": ")}{value}", "grey");
            foreach (var clause in document.Clauses) Print(clause, 1);
            foreach (var warning in document.Warnings) PrintWarning(warning);
            ConsoleOutput.Line("");
        }
        foreach (var warning in source.Warnings) PrintWarning(warning);
        var clauses = documents.Sum(document => document.AllClauses().Count(clause => clause.Label.Length > 0));
        ConsoleOutput.Line(Words.Of($"{documents.Count} 个政策文件，{clauses} 个带编号的条款", $"{Words.Count(documents.Count, "document")}, {Words.Count(clauses, "labelled clause")}"));
    }

    private static IEnumerable<(string Name, string Value)> Metadata(PolicyDocument document, Dictionary<string, string> titles)
    {
        if (document.DocumentNumber is { } number) yield return (Words.Of("发文字号", "number"), number);
        if (document.Issuers.Count > 0) yield return (Words.Of("发文机关", "issuers"), string.Join('、', document.Issuers));
        if (document.Date is { } date) yield return (Words.Of("成文日期", "date"), $"{date:yyyy-MM-dd}");
        if (document.EffectiveDate is { } effective) yield return (Words.Of("施行日期", "effective"), $"{effective:yyyy-MM-dd}");
        if (document.Kind != DocumentKind.Unknown) yield return (Words.Of("种类", "kind"), Words.Of(DocumentKinds.NameOf(document.Kind)));
        if (document.CoverId is { } cover) yield return (Words.Of("印发通知", "carried by"), titles.GetValueOrDefault(cover, cover));
        foreach (var repealed in document.Repeals)
        {
            yield return (repealed.IsReplacement ? Words.Of("代替", "replaces") : Words.Of("废止", "repeals"), TitleMarks.Titled(repealed.Title, "") + repealed.DocumentNumber);
        }
    }

    private static void Print(Clause clause, int depth)
    {
        var lead = clause.Lead.ReplaceLineEndings(" ");
        var words = lead.StartsWith(clause.Label, StringComparison.Ordinal) ? lead : $"{clause.Label} {lead}";
        ConsoleOutput.Line($"{new string(' ', depth * 2)}{(words.Length > 60 ? words.Cut(60) + "…" : words)}");
        foreach (var child in clause.Children) Print(child, depth + 1);
    }

    private static void PrintWarning(ParseWarning warning) =>
        ConsoleOutput.Line(Words.Of($"  ! 第 {warning.Line} 行：", $"  ! line {warning.Line}: ") + warning.In(Words.AreEnglish), "yellow");
}
