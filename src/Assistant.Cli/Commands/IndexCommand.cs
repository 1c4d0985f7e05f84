using System.CommandLine;
using System.Diagnostics;
using Assistant.Corpus;
using Assistant.Indexing;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Cli.Commands;

/// <summary><c>index [--rebuild] [--to qdrant]</c>: brings the index up to date with the corpus, builds it anew, or copies it to Qdrant.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var rebuild = new Option<bool>("--rebuild") { Description = Words.Of("从文库重建整个索引，完成前仍用原来的", "Build the whole index again from the corpus; the one there serves until it is done") };
        var to = new Option<string>("--to") { Description = Words.Of("写入另一种索引：目前只有 qdrant（Qdrant 服务器），写完核对数量并抽样比对", "Copy to another kind of index: qdrant, the Qdrant server; counts and a sample are checked"), HelpName = "qdrant" };
        to.AcceptOnlyFromAmong("qdrant");
        var command = new Command("index", Words.Of("使索引与文库一致", "Bring the index up to date with the corpus")) { rebuild, to };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, parsed.GetValue(rebuild), parsed.GetValue(to) is not null, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool rebuild, bool toQdrant, CancellationToken cancellationToken)
    {
        await using var services = Engine.Open(parsed);
        var started = Stopwatch.GetTimestamp();
        if (rebuild) await services.GetRequiredService<IndexBuilder>().RebuildWordsAsync(cancellationToken);
        if (toQdrant) return await QdrantCopy.RunAsync(parsed, cancellationToken);
        await Engine.ReadyToSearchAsync(services, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var state = services.GetRequiredService<IndexBuilder>().State;
        var documents = services.GetRequiredService<CorpusStore>().Counts().Documents;
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(new IndexJson(documents, state.Passages, elapsed.TotalMilliseconds));
        else ConsoleOutput.Line(Words.Of($"{documents} 个政策文件，{state.Passages} 个段落（{elapsed.TotalSeconds:0.0} 秒）", $"{Words.Count(documents, "document")}, {Words.Count(state.Passages, "passage")} ({elapsed.TotalSeconds:0.0} s)"));
        return ExitCodes.Done;
    }
}

internal sealed record IndexJson(int Documents, int Passages, double ElapsedMs);
