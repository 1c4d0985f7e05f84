using System.CommandLine;
using System.Diagnostics;
using Assistant.Corpus;
using Assistant.Indexing.Lexical;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;

namespace Assistant.Cli.Commands;

/// <summary><c>index --to qdrant</c>: copies what the corpus database holds to the Qdrant of the settings, and checks the copy.</summary>
internal static class QdrantCopy
{
    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = Engine.Open(parsed.GetValue(GlobalOptions.Data), parsed.GetValue(GlobalOptions.Corpus), indexKind: "qdrant");
        var started = Stopwatch.GetTimestamp();
        await CopyAsync(services, cancellationToken);
        var builder = services.GetRequiredService<VectorIndexBuilder>();
        if (builder.Fault is { } fault) throw new CommandFailedException(Words.Of(fault));
        var check = await QdrantCheck.RunAsync(
            services.GetRequiredService<LexicalIndex>().Current(), (QdrantVectorIndex)services.GetRequiredService<IVectorIndex>(), cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var documents = services.GetRequiredService<CorpusStore>().Counts().Documents;
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(new QdrantCopyJson(documents, check.Held, check.Expected, check.Asked, check.Found, elapsed.TotalMilliseconds));
        else ConsoleOutput.Line(Words.Of(
            $"{documents} 个政策文件；Qdrant 中有 {check.Held} 个段落，应有 {check.Expected} 个；抽查 {check.Asked} 个，检索到 {check.Found} 个（{elapsed.TotalSeconds:0.0} 秒）",
            $"{documents} documents; Qdrant holds {check.Held} passages of {check.Expected}; of {check.Asked} searched for {check.Found} were found ({elapsed.TotalSeconds:0.0} s)"));
        if (!check.Holds) throw new CommandFailedException(Words.Of("副本与文库不一致：请再运行一次，仍不一致则删除该集合后重建", "The copy differs from the corpus: run this again, and if that does not help delete the collection and build it anew"));
        return ExitCodes.Done;
    }

    private static Task CopyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (Console.IsErrorRedirected) return Engine.ReadyToSearchAsync(services, cancellationToken);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().StartAsync(async context =>
        {
            var task = context.AddTask(Words.Of("写入 Qdrant", "Writing to Qdrant"));
            services.GetRequiredService<VectorIndexBuilder>().Progress = new Progress<(int Done, int Total)>(step => task.MaxValue(step.Total).Value(step.Done));
            await Engine.ReadyToSearchAsync(services, cancellationToken);
            task.Value(task.MaxValue);
        });
    }
}

internal sealed record QdrantCopyJson(int Documents, long Held, int Expected, int Asked, int Found, double ElapsedMs);
