using System.CommandLine;
using Assistant.Corpus;
using Assistant.Corpus.Database;
using Assistant.Indexing;
using Assistant.Indexing.Qdrant;
using Assistant.Indexing.Vectors;
using Assistant.Ingestion.Readers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Assistant.Cli.Commands;

/// <summary><c>doctor</c>: what of the installation works, and what to do about the rest. Exits 1 when something that is needed does not.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", Words.Of("检查数据、索引、外部程序、提示词与模型服务", "Check data, index, external programs, prompts and model servers"));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var services = Engine.Open(parsed);
        var options = services.GetRequiredService<IOptions<AssistantOptions>>().Value;
        List<Finding> findings =
        [
            Try(Words.Of("数据文件夹", "data folder"), () => Writable(options.DataPath)),
            Try(Words.Of("文库数据库", "corpus database"), () => Sound(services.GetRequiredService<CorpusDatabase>())),
            Try(Words.Of("文库", "corpus"), () => Held(services.GetRequiredService<CorpusStore>())),
            Try(Words.Of("索引", "index"), () => Indexed(services)),
            .. await QdrantAsync(services, cancellationToken),
            Try("pdftotext", () => PdfFileReader.IsAvailable
                ? new(true, Words.Of("可以读 PDF", "PDF can be read"))
                : new(true, Words.Of("没有 poppler-utils：PDF 会被拒收，其他格式不受影响", "no poppler-utils: PDF is refused, other formats are read"))),
            .. await ModelFindings.AllAsync(services, options, cancellationToken),
        ];
        if (parsed.GetValue(GlobalOptions.Json)) ConsoleOutput.Json(new DoctorJson(findings));
        else
        {
            foreach (var finding in findings) ConsoleOutput.Line($"{(finding.Works ? "✓" : "✗")} {finding.What}{Words.Of("：", ": ")}{finding.Says}", finding.Works ? "default" : "red");
        }
        var wrong = findings.Count(finding => !finding.Works);
        if (wrong > 0) ConsoleOutput.Complain(Words.Of($"{wrong} 项需要处理", $"{wrong} to be mended"));
        return wrong > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static Finding Try(string what, Func<Check> check)
    {
        try
        {
            var (works, says) = check();
            return new(what, works, says);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new(what, false, Failures.Describe(exception));
        }
    }

    private static Check Writable(string folder)
    {
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
        File.WriteAllText(probe, "");
        File.Delete(probe);
        return new(true, folder);
    }

    private static Check Sound(CorpusDatabase database)
    {
        using var connection = database.Open();
        var says = connection.Scalar<string>("PRAGMA quick_check(1)");
        return string.Equals(says, "ok", StringComparison.Ordinal)
            ? new(true, database.FilePath)
            : new(false, Words.Of($"已损坏（{says}）：请换回备份；没有备份就把它移走后重新入库，回答记录和备忘录只在这个文件里", $"corrupt ({says}): restore a backup; without one, move it away and ingest again, but answers and memos are in this file only"));
    }

    private static Check Held(CorpusStore corpus)
    {
        var (documents, clauses) = corpus.Counts();
        return documents > 0
            ? new(true, Words.Of($"{documents} 个政策文件，{clauses} 个条款", $"{Words.Count(documents, "document")}, {Words.Count(clauses, "clause")}"))
            : new(false, Words.Of("是空的：请运行 ingest PATH…", "empty: run ingest PATH…"));
    }

    private static Check Indexed(IServiceProvider services)
    {
        var state = services.GetRequiredService<IndexBuilder>().State;
        return state.Ready
            ? new(true, Words.Of($"{state.Passages} 个段落", Words.Count(state.Passages, "passage")))
            : new(false, Words.Of($"{state.Reason?.Chinese} 请运行 index", $"not ready: run index ({state.Reason?.English})"));
    }

    /// <summary>Nothing where the index is embedded. Not needed to answer, but whoever configured it wants to know.</summary>
    private static async Task<Finding[]> QdrantAsync(ServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IVectorIndex>() is not QdrantVectorIndex server) return [];
        try
        {
            if (!await server.IsPublishedAsync(cancellationToken))
                return [new("Qdrant", false, Words.Of("当前设置的集合尚未建好：请运行 index --to qdrant", "no complete collection for these settings: run index --to qdrant"))];
            var held = await server.CountAsync(cancellationToken);
            return [new("Qdrant", true, Words.Of($"{held} 个段落", Words.Count(held, "passage")))];
        }
        catch (QdrantException exception)
        {
            return [new("Qdrant", false, Words.Of(exception.Wording))];
        }
    }

    private readonly record struct Check(bool Works, string Says);
}

internal sealed record DoctorJson(IReadOnlyList<Finding> Findings);

/// <param name="Works">False only for what is needed and does not work.</param>
internal sealed record Finding(string What, bool Works, string Says);
