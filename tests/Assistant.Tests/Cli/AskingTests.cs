namespace Assistant.Tests.Cli;

/// <summary>What a person who asks at the terminal is told, and how a question is limited there.</summary>
public sealed class AskingTests : IDisposable
{
    private const string Bikes = "云麓区共享单车停放管理规定\n\n第一条　为规范共享单车停放，制定本规定。\n\n第二条　违反本规定乱停放的，处五百元罚款。\n\n第三条　本规定自2024年10月1日起施行。\n";

    private const string Stalls = "云麓区便民摊点管理办法\n\n（2021年6月1日云麓区人民政府令第9号公布）\n\n第一条　为规范便民摊点，制定本办法。\n\n第二条　违反本办法乱摆放的，处二百元罚款。\n\n第三条　本办法自2021年7月1日起施行。\n";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_badge_and_the_ids_are_printed_and_lead_on()
    {
        await IngestAsync();
        var asked = await CommandLine.RunAsync("ask", "共享单车乱停放的罚款是多少元？", "--data", Data);

        Assert.Contains("已找到依据", asked.Output, StringComparison.Ordinal);
        var last = asked.Output.TrimEnd().Split('\n')[^1];
        var conversation = last.Split("--conversation ")[1].Split('；')[0];
        var answer = last.Split("--answer ")[1].Trim();
        var followed = await CommandLine.RunAsync("ask", "自何时起施行？", "--conversation", conversation, "--data", Data, "--json");
        Assert.Equal(conversation, followed.Json.GetProperty("conversationId").GetString());
        var memo = await CommandLine.RunAsync("memo", "--title", "罚款", "--answer", answer, "--out", Path.Combine(_folder.Path, "罚款.md"), "--format", "md", "--data", Data);
        Assert.True(memo.ExitCode == 0, memo.Error);
        Assert.Equal("", memo.Error);
    }

    [Theory]
    [InlineData("--document", "便民摊点")]
    [InlineData("--document", "《云麓区便民摊点管理办法》")]
    [InlineData("--to", "2022-01-01")]
    [InlineData("--issuer", "云麓区人民政府")]
    public async Task Questions_and_searches_are_limited_as_on_the_page(params string[] limit)
    {
        await IngestAsync();
        var found = await CommandLine.RunAsync(["search", "乱停放、乱摆放的罚款", "--data", Data, "--json", .. limit]);
        Assert.True(found.ExitCode == 0, found.Error);
        Assert.NotEmpty(found.Json.GetProperty("passages").EnumerateArray());
        Assert.All(found.Json.GetProperty("passages").EnumerateArray(), passage => Assert.Equal("stalls.txt", passage.GetProperty("sourceFile").GetString()));

        var asked = await CommandLine.RunAsync(["ask", "违反规定的罚款是多少元？", "--data", Data, "--json", .. limit]);
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, asked.Json.GetProperty("filters").ValueKind);
        Assert.NotEmpty(asked.Json.GetProperty("citations").EnumerateArray());
        Assert.All(asked.Json.GetProperty("citations").EnumerateArray(), citation => Assert.Equal("stalls.txt", citation.GetProperty("sourceFile").GetString()));
    }

    [Theory]
    [InlineData("--document", "没有这份", "没有标题或文号含“没有这份”")]
    [InlineData("--kind", "公告", "可用的有：法律")]
    [InlineData("--issuer", "云麓区", "云麓区人民政府")]
    public async Task A_limit_that_nothing_answers_to_is_one_sentence(string option, string value, string sentence)
    {
        await IngestAsync();
        var found = await CommandLine.RunAsync("search", "罚款", option, value, "--data", Data);
        Assert.Equal(1, found.ExitCode);
        Assert.Equal("", found.Output);
        Assert.Contains(sentence, found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_nothing_fits_says_so()
    {
        await IngestAsync();
        Assert.Contains("没有找到", (await CommandLine.RunAsync("search", "量子引力波动", "--data", Data)).Output, StringComparison.Ordinal);
        var far = await CommandLine.RunAsync("search", "航空母舰怎样规定引力波的频率", "--data", Data);
        Assert.Contains("没有找到明确相符的段落", far.Error, StringComparison.Ordinal);
        Assert.Contains("云麓区", far.Output, StringComparison.Ordinal);
        var near = await CommandLine.RunAsync("search", "共享单车停放", "--data", Data, "--json");
        Assert.Equal("", near.Error);
        Assert.True(near.Json.GetProperty("isNear").GetBoolean());
    }

    [Fact]
    public async Task A_memo_of_a_question_without_an_answer_says_so()
    {
        await IngestAsync();
        var memo = await CommandLine.RunAsync(
            "memo", "--title", "Fines", "--question", "申请低空飞行器试飞需要几位观察员？", "--out", Path.Combine(_folder.Path, "m.md"), "--format", "md", "--data", Data, "--lang", "en");
        Assert.Contains("1 question, 0 citations", memo.Output, StringComparison.Ordinal);
        Assert.Contains("does not answer", memo.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parser_speaks_the_language_of_the_rest()
    {
        Assert.Contains("未识别", (await CommandLine.RunAsync("outline", "一", "二")).Error, StringComparison.Ordinal);
        Assert.Contains("Unrecognized", (await CommandLine.RunAsync("outline", "一", "二", "--lang", "en")).Error, StringComparison.Ordinal);
        Assert.Contains("用法", (await CommandLine.RunAsync("ask", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outline_names_kinds_and_doubts_in_the_readers_language()
    {
        var file = _folder.Write("通知.txt", "云麓区财政局关于做好决算工作的通知\n\n一、按时报送决算。\n\n三、按时公开决算。\n");
        Assert.Contains("种类：通知", (await CommandLine.RunAsync("outline", file)).Output, StringComparison.Ordinal);
        var english = (await CommandLine.RunAsync("outline", file, "--lang", "en")).Output;
        Assert.Contains("kind: Notice", english, StringComparison.Ordinal);
        Assert.Contains("numbers are missing between them", english, StringComparison.Ordinal);
    }

    private async Task IngestAsync()
    {
        _folder.Write("in/bikes.txt", Bikes);
        _folder.Write("in/stalls.txt", Stalls);
        var ingested = await CommandLine.RunAsync("ingest", Path.Combine(_folder.Path, "in"), "--data", Data);
        Assert.True(ingested.ExitCode == 0, ingested.Error);
    }
}
