using System.Diagnostics;
using Assistant.Corpus;
using Assistant.Indexing;
using Assistant.Ingestion;
using Assistant.Retrieval;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Evaluation;

/// <summary>What one size of corpus costs.</summary>
/// <param name="Characters">Of all source files.</param>
/// <param name="IngestSeconds">Files read, parsed and stored.</param>
/// <param name="IndexSeconds">Clauses made searchable.</param>
/// <param name="DatabaseBytes">The corpus database with its log, texts included.</param>
/// <param name="IndexBytes">Everything else in the data folder.</param>
/// <param name="HeapBytes">Managed memory of the process with the engine open, after it answered.</param>
/// <param name="ResidentBytes">All memory of the process then; mapped files count as far as they were touched.</param>
/// <param name="ColdOpenMs">From an engine just made to its first passages.</param>
/// <param name="SearchMs">50th, 95th and 99th percentile of retrieving ten passages.</param>
/// <param name="FtsMs">The same of <see cref="BigramFts"/> on the same clauses and questions.</param>
public sealed record BenchmarkRow(
    int Clauses, long Characters, double IngestSeconds, double IndexSeconds, long DatabaseBytes, long IndexBytes, long HeapBytes, long ResidentBytes, double ColdOpenMs,
    double[] SearchMs, double[] FtsMs);

/// <summary>Ingestion rate, sizes, cold open and latency on synthetic corpora, beside FTS5 in the same run.</summary>
/// <param name="openEngine">An engine on a data folder of its own, wired as the program wires it.</param>
public sealed class Benchmark(Func<string, ServiceProvider> openEngine)
{
    private const int Questions = 300;
    private const int Warming = 30;
    private const int Top = 10;

    /// <param name="folder">Where corpora and data may be written; emptied by the caller.</param>
    public async Task<BenchmarkRow> MeasureAsync(SyntheticCorpus source, string folder, int clauses, CancellationToken cancellationToken)
    {
        var files = Path.Combine(folder, "corpus");
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        var questions = source.Write(files, clauses, Questions + Warming, cancellationToken).Select(source.Question).ToList();

        var (ingest, index, texts) = await BuildAsync(files, data, cancellationToken);
        var stored = new DirectoryInfo(data).EnumerateFiles("*", SearchOption.AllDirectories).ToLookup(file => file.Name.StartsWith("assistant.db", StringComparison.Ordinal), file => file.Length);
        var characters = texts.Sum(text => (long)text.Length);
        var fts = MeasureFts(Path.Combine(folder, "fts.db"), texts, questions);
        var count = texts.Count;
        texts.Clear();

        var (coldOpen, search, heap) = await MeasureSearchAsync(data, questions, cancellationToken);
        return new BenchmarkRow(count, characters, ingest, index, stored[true].Sum(), stored[false].Sum(), heap, Environment.WorkingSet, coldOpen, search, fts);
    }

    private async Task<(double Ingest, double Index, List<string> Texts)> BuildAsync(string files, string data, CancellationToken cancellationToken)
    {
        await using var services = openEngine(data);
        var started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<CorpusIngestor>().IngestAsync([files], prune: false, progress: null, cancellationToken);
        var ingest = Stopwatch.GetElapsedTime(started).TotalSeconds;
        started = Stopwatch.GetTimestamp();
        await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(cancellationToken);
        var index = Stopwatch.GetElapsedTime(started).TotalSeconds;

        var corpus = services.GetRequiredService<CorpusStore>();
        var texts = new List<string>();
        foreach (var document in corpus.Documents())
        {
            cancellationToken.ThrowIfCancellationRequested();
            texts.AddRange(corpus.FindDocument(document.Id)!.AllClauses().Where(clause => clause.Level == ClauseLevel.Article).Select(clause => clause.Text()));
        }
        return (ingest, index, texts);
    }

    private async Task<(double ColdOpen, double[] Search, long Heap)> MeasureSearchAsync(string data, List<string> questions, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var services = openEngine(data);
        var retriever = services.GetRequiredService<PassageRetriever>();
        await services.GetRequiredService<IndexBuilder>().BringUpToDateAsync(cancellationToken);
        await retriever.RetrieveAsync(questions[0], Top, filter: null, cancellationToken);
        var coldOpen = Stopwatch.GetElapsedTime(started).TotalMilliseconds;

        var times = new List<double>();
        foreach (var question in questions)
        {
            var asked = Stopwatch.GetTimestamp();
            await retriever.RetrieveAsync(question, Top, filter: null, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        var heap = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(services);
        return (coldOpen, Percentiles(times), heap);
    }

    private static double[] MeasureFts(string file, List<string> texts, List<string> questions)
    {
        using var fts = new BigramFts(file);
        fts.Add(texts);
        var times = new List<double>();
        foreach (var question in questions)
        {
            var asked = Stopwatch.GetTimestamp();
            fts.Search(question, Top);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
        return Percentiles(times);
    }

    /// <summary>The first questions warm caches and the compiler, and are not counted.</summary>
    private static double[] Percentiles(List<double> times)
    {
        var counted = times.Skip(Math.Min(Warming, times.Count / 2)).ToList();
        return [.. new[] { .5, .95, .99 }.Select(share => Math.Round(Latency.Percentile(counted, share), 2))];
    }
}
