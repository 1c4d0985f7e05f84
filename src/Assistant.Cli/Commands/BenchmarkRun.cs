using System.CommandLine;
using Assistant.Corpus;
using Assistant.Evaluation;
using Assistant.Ingestion;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>eval --bench</c>: speed and size at several sizes, on text made from the statistics of a corpus.</summary>
internal static class BenchmarkRun
{
    private const int Seed = 20_261_122;

    public static async Task<int> RunAsync(ParseResult parsed, int[] sizes, CancellationToken cancellationToken)
    {
        if (sizes.Length == 0 || sizes.Any(size => size < 100)) throw new CommandFailedException(Words.Of("规模至少为 100 个条款", "A size is at least 100 clauses"));
        using var folder = new TemporaryFolder();
        var sample = await SampleAsync(parsed.GetValue(GlobalOptions.Corpus) ?? AssistantPaths.SampleCorpus, Path.Combine(folder.Path, "sample"), cancellationToken);
        var rows = new List<BenchmarkRow>();
        var json = parsed.GetValue(GlobalOptions.Json);
        if (!json) ConsoleOutput.Line(Words.Of(
            "条款      字符        入库秒   索引秒   数据库MB  索引MB   堆MB     常驻MB   冷启动ms  检索 p50/p95/p99 ms      FTS5 p50/p95/p99 ms",
            "clauses   characters  ingest s index s  db MB     index MB heap MB  RSS MB   cold ms   search p50/p95/p99 ms   FTS5 p50/p95/p99 ms"));
        foreach (var size in sizes)
        {
            using var place = new TemporaryFolder();
            var row = await new Benchmark(data => Engine.Open(data, corpusPath: null)).MeasureAsync(new SyntheticCorpus(sample, Seed), place.Path, size, cancellationToken);
            rows.Add(row);
            if (!json) Print(row);
        }
        if (json) ConsoleOutput.Json(rows);
        return ExitCodes.Done;
    }

    private static async Task<List<string>> SampleAsync(string corpus, string data, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(corpus)) throw new CommandFailedException(Words.Of($"找不到文件夹：{corpus}", $"There is no such folder: {corpus}"));
        await using var services = Engine.Open(data, corpus);
        await services.GetRequiredService<CorpusIngestor>().IngestAsync([corpus], prune: false, progress: null, cancellationToken);
        var store = services.GetRequiredService<CorpusStore>();
        return [.. store.Documents().SelectMany(document => store.FindDocument(document.Id)!.Clauses.SelectMany(Provisions)).Select(clause => clause.Text())];
    }

    /// <summary>Articles and what stands outside of them: not each item alone, because a citation is to an article.</summary>
    private static IEnumerable<Clause> Provisions(Clause clause) =>
        clause.Level is ClauseLevel.Article || clause.Children.Count == 0 ? [clause] : clause.Children.SelectMany(Provisions);

    private static void Print(BenchmarkRow row)
    {
        static string Mega(long bytes) => $"{bytes / 1048576.0:0.0}";
        static string Times(double[] times) => string.Join(" / ", times.Select(time => $"{time:0.00}"));
        ConsoleOutput.Line($"{row.Clauses,-9} {row.Characters,-11} {row.IngestSeconds,-8:0.0} {row.IndexSeconds,-8:0.0} {Mega(row.DatabaseBytes),-9} {Mega(row.IndexBytes),-8} {Mega(row.HeapBytes),-8} {Mega(row.ResidentBytes),-8} {row.ColdOpenMs,-9:0} {Times(row.SearchMs),-24} {Times(row.FtsMs)}");
    }
}
