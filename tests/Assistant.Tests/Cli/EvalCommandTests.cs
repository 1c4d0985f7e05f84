namespace Assistant.Tests.Cli;

/// <summary><c>eval</c> on a corpus of two rules, one question it can answer and one it cannot.</summary>
public sealed class EvalCommandTests : IDisposable
{
    private const string Questions = """
        {"id":"Q1","question":"养犬登记证的有效期是几年？","style":"direct","answerable":true,"gold":[{"source":"养犬.txt","document":"云麓区养犬管理规定","clause":"第三条","quote":"养犬登记证有效期为两年"}],"facts":["两年"],"also":[]}
        {"id":"Q2","question":"没有的东西怎么罚？","style":"direct","answerable":true,"gold":[{"source":"养犬.txt","document":"云麓区养犬管理规定","clause":"第九条","quote":"这一句不在任何文件之中所以永远找不到"}],"facts":["找不到"]}
        """;

    private readonly TemporaryFolder _folder = new();

    public EvalCommandTests()
    {
        _folder.Write("corpus/养犬.txt", "云麓区养犬管理规定\n\n第一条　为规范养犬行为，制定本规定。\n\n第二条　养犬人应当为犬只接种疫苗。\n\n第三条　养犬登记证有效期为两年，期满前一个月续期。\n");
        QuestionSet = _folder.Write("two.jsonl", Questions);
    }

    private string QuestionSet { get; }

    private string Corpus => Path.Combine(_folder.Path, "corpus");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_figures_count_what_was_found_and_what_was_not()
    {
        var result = await CommandLine.RunAsync("eval", QuestionSet, "--corpus", Corpus, "--json", "--show");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("questions").GetInt32());
        Assert.Equal(0.5, result.Json.GetProperty("recall@1").GetDouble());
        Assert.Equal(0.5, result.Json.GetProperty("gold cited").GetDouble());
        Assert.Equal(1, result.Json.GetProperty("quotes verbatim").GetDouble());
        Assert.Equal(0.5, result.Json.GetProperty("recall@5 by style").GetProperty("direct").GetDouble());
        Assert.Contains("miss@5 Q2", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("miss@5 Q1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_below_its_baseline_fails_the_run_and_is_named()
    {
        var baseline = Path.Combine(_folder.Path, "baselines.json");
        Assert.Equal(0, (await CommandLine.RunAsync("eval", QuestionSet, "--corpus", Corpus, "--no-ask", "--keep", baseline)).ExitCode);
        Assert.Equal(0, (await CommandLine.RunAsync("eval", QuestionSet, "--corpus", Corpus, "--no-ask", "--baseline", baseline)).ExitCode);

        var kept = await File.ReadAllTextAsync(baseline);
        await File.WriteAllTextAsync(baseline, kept.Replace("\"recall@5\": 0.5", "\"recall@5\": 0.9", StringComparison.Ordinal));
        var fallen = await CommandLine.RunAsync("eval", QuestionSet, "--corpus", Corpus, "--no-ask", "--baseline", baseline);

        Assert.Equal(1, fallen.ExitCode);
        Assert.Contains("recall@5 0.9 → 0.5", fallen.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("recall@10", fallen.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Measuring_in_a_library_forgets_nothing_of_it()
    {
        var data = Path.Combine(_folder.Path, "data");
        var own = _folder.Write("own/渡口.txt", "云麓区渡口管理规定\n\n第一条　渡口每日十八时停航。\n");
        Assert.Equal(0, (await CommandLine.RunAsync("ingest", Path.GetDirectoryName(own)!, "--data", data)).ExitCode);

        Assert.Equal(0, (await CommandLine.RunAsync("eval", QuestionSet, "--corpus", Corpus, "--data", data, "--no-ask")).ExitCode);

        Assert.Contains("十八时停航", (await CommandLine.RunAsync("search", "渡口几时停航", "--data", data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_no_question_is_named()
    {
        var result = await CommandLine.RunAsync("eval", _folder.Write("bad.jsonl", Questions + "\n{\"id\":3}\n"), "--corpus", Corpus);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("line 3", result.Error, StringComparison.Ordinal);
    }
}
