using System.CommandLine;
using System.Globalization;
using Assistant.Evaluation;
using Assistant.Indexing;
using Assistant.Ingestion;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>eval QUESTIONS.jsonl</c>: the figures of a question set, measured in process.</summary>
internal static class EvalCommand
{
    private static readonly Argument<string?> Questions = new("QUESTIONS")
    {
        Description = Words.Of("题集（.jsonl）；只有用 --bench 时可以不写", "The question set (.jsonl); needed unless --bench is given"),
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = Words.Of("每题检索几段", "Passages retrieved for each question"),
        DefaultValueFactory = _ => 10,
        HelpName = "N",
    };

    private static readonly Option<bool> NoAsk = new("--no-ask") { Description = Words.Of("只测检索", "Measure retrieval only") };
    private static readonly Option<bool> Show = new("--show") { Description = Words.Of("在标准错误上列出没做对的题", "List the misses on standard error") };

    private static readonly Option<string?> Baseline = new("--baseline")
    {
        Description = Words.Of("与保存的基线比较，有数下降则以 1 退出", "Compare with kept figures; exit 1 when one falls"),
        HelpName = "FILE",
    };

    private static readonly Option<double> Tolerance = new("--tolerance")
    {
        Description = Words.Of("下降多少以内不算", "A smaller fall is ignored"),
        DefaultValueFactory = _ => 0.005,
        HelpName = "X",
    };

    private static readonly Option<string?> Keep = new("--keep") { Description = Words.Of("把这次的数存为基线", "Keep these figures as the baseline"), HelpName = "FILE" };

    private static readonly Option<bool> Bench = new("--bench")
    {
        Description = Words.Of("改测速度与大小：入库、索引、内存、冷启动、延迟", "Measure speed and size instead: ingestion, index, memory, cold open, latency"),
    };

    private static readonly Option<int[]> Sizes = new("--sizes")
    {
        Description = Words.Of("--bench 的条款数", "Numbers of clauses for --bench"),
        DefaultValueFactory = _ => [1_000, 10_000, 100_000],
        AllowMultipleArgumentsPerToken = true,
        HelpName = "N…",
    };

    public static Command Create()
    {
        var command = new Command("eval", Words.Of(
            "在题集上测量检索与回答；给出 --corpus 时先把它读入（不写 --data 则用临时文件夹）",
            "Measure retrieval and answers on a question set; --corpus is read first (into a temporary folder unless --data is given)"))
        {
            Questions, Top, NoAsk, Show, Baseline, Tolerance, Keep, Bench, Sizes,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Bench)) return await BenchmarkRun.RunAsync(parsed, parsed.GetValue(Sizes) ?? [], cancellationToken);
        if (parsed.GetValue(Questions) is not { } file) throw new CommandFailedException(Words.Of("请给出题集文件", "Name a question set"));
        if (!File.Exists(file)) throw new CommandFailedException(Words.Of($"找不到题集：{file}", $"There is no such question set: {file}"));
        var questions = EvaluationQuestion.ReadFile(file);
        var corpus = parsed.GetValue(GlobalOptions.Corpus);
        using var temporary = corpus is not null && parsed.GetValue(GlobalOptions.Data) is null ? new TemporaryFolder() : null;
        await using var services = Engine.Open(temporary?.Path ?? parsed.GetValue(GlobalOptions.Data), corpus);
        if (corpus is not null) await IngestAsync(services, corpus, cancellationToken);
        await Engine.ReadyToSearchAsync(services, cancellationToken);

        var report = await services.GetRequiredService<Evaluator>().MeasureAsync(
            questions, parsed.GetValue(Top), ask: !parsed.GetValue(NoAsk), progress: null, cancellationToken);
        if (parsed.GetValue(Show))
        {
            foreach (var miss in report.Misses) ConsoleOutput.Complain($"{miss.What} {miss.QuestionId} {miss.Style}: {miss.Question}");
        }
        foreach (var error in report.Errors.Take(20)) ConsoleOutput.Complain($"error {error}");
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(report.ToDictionary());
        else Print(report);

        var fell = Compare(parsed, Path.GetFileName(file), report);
        return fell || report.Errors.Count > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static async Task IngestAsync(IServiceProvider services, string corpus, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(corpus)) throw new CommandFailedException(Words.Of($"找不到文件夹：{corpus}", $"There is no such folder: {corpus}"));
        // --data may name a library in use: measuring forgets nothing of it.
        var report = await services.GetRequiredService<CorpusIngestor>().IngestAsync([corpus], prune: false, progress: null, cancellationToken);
        foreach (var failed in report.Failures) ConsoleOutput.Complain($"{failed.Path}: {Words.Of(failed.Reason!)}");
        await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(cancellationToken);
    }

    /// <summary>True when a kept figure is higher than the one measured.</summary>
    private static bool Compare(ParseResult parsed, string questionSet, EvaluationReport report)
    {
        var fallen = parsed.GetValue(Baseline) is { } baseline
            ? EvaluationBaseline.Fallen(baseline, questionSet, report, parsed.GetValue(Tolerance))
            : [];
        foreach (var figure in fallen)
        {
            var now = figure.Now?.ToString(CultureInfo.InvariantCulture) ?? "-";
            ConsoleOutput.Complain(Words.Of($"下降：{figure.Name} {figure.Kept} → {now}", $"fell: {figure.Name} {figure.Kept} → {now}"));
        }
        if (parsed.GetValue(Keep) is { } keep) EvaluationBaseline.Keep(keep, questionSet, report);
        return fallen.Count > 0;
    }

    private static void Print(EvaluationReport report)
    {
        ConsoleOutput.Line($"{"questions",-24} {report.Questions}");
        ConsoleOutput.Line($"{"errors",-24} {report.Errors.Count}");
        foreach (var figure in report.Figures) ConsoleOutput.Line($"{figure.Name,-24} {figure.Value?.ToString(CultureInfo.InvariantCulture) ?? "-"}");
        ConsoleOutput.Line($"{"search ms p50/p95",-24} {Times(report.SearchMs)}");
        ConsoleOutput.Line($"{"ask ms p50/p95",-24} {Times(report.AskMs)}");
        foreach (var style in report.RecallAt5ByStyle) ConsoleOutput.Line($"{"recall@5 " + style.Name,-24} {style.Value?.ToString(CultureInfo.InvariantCulture)}");
    }

    private static string Times(double[]? times) => times is null ? "-" : string.Join(" / ", times);
}
