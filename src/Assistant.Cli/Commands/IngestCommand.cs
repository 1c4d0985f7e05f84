using System.CommandLine;
using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Assistant.Cli.Commands;

/// <summary><c>ingest PATH… [--prune]</c>: reads files or folders into the corpus and brings the index up to date.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = Words.Of("文件或文件夹；不写时用 --corpus 或示例文库", "Files or folders; without any, --corpus or the sample corpus"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var prune = new Option<bool>("--prune") { Description = Words.Of("移除从所给文件夹读入、现已不在那里的文件；别处读入的不动", "Forget files that were read from the folders named and are gone from there; others stay") };
        var command = new Command("ingest", Words.Of("把文件读入文库：未变的跳过，变了的替换", "Read files into the corpus: unchanged ones are skipped, changed ones replaced")) { paths, prune };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed, parsed.GetValue(paths) ?? [], parsed.GetValue(prune), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] paths, bool prune, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(GlobalOptions.Json);
        await using var services = Engine.Open(parsed);
        if (paths.Length == 0) paths = [services.GetRequiredService<IOptions<AssistantOptions>>().Value.CorpusPath ?? AssistantPaths.SampleCorpus];
        foreach (var path in paths)
        {
            if (!Path.Exists(path)) throw new CommandFailedException(Words.Of($"找不到文件或文件夹：{path}", $"There is no such file or folder: {path}"));
        }
        var report = await WithProgressAsync(json, progress =>
            services.GetRequiredService<CorpusIngestor>().IngestAsync(paths, prune, progress, cancellationToken));
        await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(cancellationToken);

        var (documents, clauses) = services.GetRequiredService<CorpusStore>().Counts();
        if (json) ConsoleOutput.Json(new IngestJson([.. report.Files.Select(FileJson.Of)], documents, clauses, report.Elapsed.TotalMilliseconds));
        else Print(report, documents, clauses);
        foreach (var failed in report.Failures) ConsoleOutput.Complain(Words.Of($"未能读入 {failed.Path}：{failed.Reason!.Chinese}", $"Not read: {failed.Path}: {failed.Reason!.English}"));
        return report.Failures.Any() ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task<IngestionReport> WithProgressAsync(bool json, Func<IProgress<IngestionProgress>?, Task<IngestionReport>> ingest)
    {
        if (json || Console.IsOutputRedirected) return await ingest(null);
        return await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async bars =>
        {
            var bar = bars.AddTask(Words.Of("入库", "Reading"));
            bar.IsIndeterminate = true;
            return await ingest(new Progress<IngestionProgress>(step =>
            {
                if (step.Total is not { } total) return;
                bar.IsIndeterminate = false;
                bar.MaxValue = Math.Max(1, total);
                bar.Value = step.Done;
                bar.Description = Markup.Escape(Path.GetFileName(step.CurrentFile ?? "") is { Length: > 0 } name ? name[..Math.Min(name.Length, 30)] : Words.Of("入库", "Reading"));
            }));
        });
    }

    private static void Print(IngestionReport report, int documents, int clauses)
    {
        int Count(FileOutcome outcome) => report.Files.Count(file => file.Outcome == outcome);
        ConsoleOutput.Line(Words.Of(
            $"新增 {Count(FileOutcome.Added)}，替换 {Count(FileOutcome.Replaced)}，未变 {Count(FileOutcome.Unchanged)}，移除 {Count(FileOutcome.Removed)}，失败 {Count(FileOutcome.Failed)}（{report.Elapsed.TotalSeconds:0.0} 秒）",
            $"{Count(FileOutcome.Added)} added, {Count(FileOutcome.Replaced)} replaced, {Count(FileOutcome.Unchanged)} unchanged, {Count(FileOutcome.Removed)} removed, {Count(FileOutcome.Failed)} failed ({report.Elapsed.TotalSeconds:0.0} s)"));
        ConsoleOutput.Line(Words.Of($"文库现有 {documents} 个政策文件，{clauses} 个条款", $"The corpus holds {Words.Count(documents, "document")}, {Words.Count(clauses, "clause")}"));
    }
}

internal sealed record IngestJson(IReadOnlyList<FileJson> Files, int Documents, int Clauses, double ElapsedMs);

/// <param name="Reason">Why it failed, in the language chosen; null otherwise.</param>
internal sealed record FileJson(string Path, FileOutcome Outcome, int Documents, int Clauses, string? Reason)
{
    public static FileJson Of(FileResult result) =>
        new(result.Path, result.Outcome, result.Documents, result.Clauses, result.Reason is { } reason ? Words.Of(reason) : null);
}
