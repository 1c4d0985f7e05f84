using System.Text;
using System.Text.Json;
using Assistant.Evaluation;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Cli;

/// <summary>The real executable: exit codes, standard error, JSON.</summary>
public sealed class CliTests : IDisposable
{
    private const string Rule = "云麓区共享单车停放管理规定\n\n第一条　为规范共享单车停放，制定本规定。\n\n第二条　运营企业应当在每日二十二时前清运违规停放的车辆。\n\n第三条　违反本规定第二条的，处五百元以上三千元以下罚款。\n\n第四条　本规定自2024年10月1日起施行。\n";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ingest")]
    [InlineData("search")]
    [InlineData("ask")]
    [InlineData("outline")]
    [InlineData("eval")]
    [InlineData("memo")]
    [InlineData("verify")]
    [InlineData("index")]
    [InlineData("backup")]
    [InlineData("doctor")]
    public async Task Every_command_explains_itself(string command)
    {
        var help = await CommandLine.RunAsync(command, "--help", "--lang", "en");

        Assert.Equal(0, help.ExitCode);
        Assert.Contains(command, help.Output, StringComparison.Ordinal);
        Assert.Contains("--json", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(help.Output, c => c is >= '一' and <= '龥');
    }

    [Fact]
    public async Task A_rule_can_be_ingested_searched_and_asked_about()
    {
        var file = _folder.Write("in/规定.txt", Rule);

        var ingested = await CommandLine.RunAsync("ingest", Path.GetDirectoryName(file)!, "--data", Data, "--json");
        Assert.True(ingested.ExitCode == 0, ingested.Error);
        Assert.Equal("规定.txt", ingested.Json.GetProperty("files")[0].GetProperty("path").GetString());
        Assert.Equal("added", ingested.Json.GetProperty("files")[0].GetProperty("outcome").GetString());

        var found = await CommandLine.RunAsync("search", "违规停放几点前清运", "--data", Data, "--top", "1", "--json");
        Assert.True(found.ExitCode == 0, found.Error);
        Assert.Contains("共享单车", found.Output, StringComparison.Ordinal); // Chinese is not escaped
        var passage = Assert.Single(found.Json.GetProperty("passages").EnumerateArray());
        Assert.Equal("第二条", passage.GetProperty("clause").GetString());
        Assert.Contains("二十二时", Between(Rule, passage), StringComparison.Ordinal);

        var asked = await CommandLine.RunAsync("ask", "违反清运规定的罚款是多少", "--data", Data, "--json");
        Assert.True(asked.ExitCode == 0, asked.Error);
        Assert.True(asked.Json.GetProperty("grounded").GetBoolean());
        Assert.Equal("extractive", asked.Json.GetProperty("mode").GetString());
        var citation = asked.Json.GetProperty("citations").EnumerateArray().First(c => c.GetProperty("quote").GetString()!.Contains("三千元", StringComparison.Ordinal));
        Assert.Equal(citation.GetProperty("quote").GetString(), Between(Rule, citation));
    }

    [Fact]
    public async Task An_unchanged_file_is_skipped_a_changed_one_replaced_and_a_lost_one_pruned()
    {
        var file = _folder.Write("in/规定.txt", Rule);
        var path = Path.GetDirectoryName(file)!;
        string Outcome(CommandResult result) => result.Json.GetProperty("files").EnumerateArray().Single().GetProperty("outcome").GetString()!;

        await CommandLine.RunAsync("ingest", path, "--data", Data, "--json");
        Assert.Equal("unchanged", Outcome(await CommandLine.RunAsync("ingest", path, "--data", Data, "--json")));
        _folder.Write("in/规定.txt", Rule.Replace("三千元", "四千元", StringComparison.Ordinal));
        Assert.Equal("replaced", Outcome(await CommandLine.RunAsync("ingest", path, "--data", Data, "--json")));
        File.Delete(file);
        Assert.Equal("removed", Outcome(await CommandLine.RunAsync("ingest", path, "--data", Data, "--prune", "--json")));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_rest_goes_in()
    {
        _folder.Write("in/规定.txt", Rule);
        _folder.Write("in/照片.txt", [0, 1, 2, 3, 0, 0, 0xff, 0xfe, 0, 9]);

        var result = await CommandLine.RunAsync("ingest", Path.Combine(_folder.Path, "in"), "--data", Data, "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(1, result.Json.GetProperty("documents").GetInt32());
        Assert.Contains("照片.txt", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    /// <summary>As a user without rights: the superuser, whom tests often run as, reads every folder.</summary>
    [SkippableFact]
    public async Task A_folder_that_may_not_be_read_is_named_and_nothing_below_it_is_forgotten()
    {
        Skip.If(OperatingSystem.IsWindows() || (Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv")), "no way to be another user");
        _folder.Write("in/规定.txt", Rule);
        var locked = Path.GetDirectoryName(_folder.Write("in/下级/渡口.txt", "云麓区渡口管理规定\n\n第一条　渡口每日十八时停航。\n"))!;
        var data = Directory.CreateDirectory(Data).FullName;
        foreach (var path in (string[])[_folder.Path, data]) Permit(path, (UnixFileMode)0b111_111_111);
        Task<CommandResult> Ingest(params string[] more) => CommandLine.RunAsync(
            Environment.IsPrivilegedProcess ? "/usr/bin/setpriv" : CommandLine.Dotnet,
            Environment.IsPrivilegedProcess ? ["--reuid=65534", "--regid=65534", "--clear-groups"] : [],
            environment: null, ["ingest", Path.Combine(_folder.Path, "in"), "--data", data, "--json", .. more]);
        var first = await Ingest();
        Assert.True(first.ExitCode == 0, first.Error);
        Permit(locked, UnixFileMode.None);

        var result = await Ingest("--prune");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("documents").GetInt32());
        Assert.Contains("下级", result.Error, StringComparison.Ordinal);
        Assert.Contains("权限", result.Error, StringComparison.Ordinal);
        Permit(locked, (UnixFileMode)0b111_111_111);

        static void Permit(string path, UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
        }
    }

    [Fact]
    public async Task Outline_prints_the_tree_with_the_text_of_each_span()
    {
        var file = _folder.Write("规定.txt", Rule);

        var outline = await CommandLine.RunAsync("outline", file, "--json");

        Assert.True(outline.ExitCode == 0, outline.Error);
        var document = Assert.Single(outline.Json.GetProperty("documents").EnumerateArray());
        Assert.Equal("云麓区共享单车停放管理规定", document.GetProperty("title").GetString());
        var articles = document.GetProperty("clauses").EnumerateArray().Where(clause => clause.GetProperty("label").GetString()!.Length > 0).ToList();
        Assert.Equal(["第一条", "第二条", "第三条", "第四条"], articles.Select(clause => clause.GetProperty("label").GetString()));
        Assert.All(articles, clause => Assert.Equal(MeasuredText.Squeeze(Between(Rule, clause)), MeasuredText.Squeeze(clause.GetProperty("text").GetString())));
    }

    [Fact]
    public async Task Outline_is_readable_for_a_person()
    {
        var outline = await CommandLine.RunAsync("outline", _folder.Write("规定.txt", Rule));

        Assert.Equal(0, outline.ExitCode);
        Assert.Contains("  第二条", outline.Output, StringComparison.Ordinal);
        Assert.Contains("1 个政策文件，4 个带编号的条款", outline.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_breaks_off_is_crossed_out_before_the_clauses_are_printed()
    {
        await using var model = await StandInModel.StartAsync();
        await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", Data);

        var asked = await CommandLine.RunAsync(Chat(model.Endpoint, "cut-late"), "ask", "违反清运规定的罚款是多少", "--data", Data);

        Assert.True(asked.ExitCode == 0, asked.Error);
        var voided = asked.Output.IndexOf("以上作废", StringComparison.Ordinal);
        Assert.True(voided > 0, asked.Output);
        Assert.Contains("三千元", asked.Output[voided..], StringComparison.Ordinal);
        Assert.Contains("中途断开", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_cannot_command_the_terminal()
    {
        var data = Path.Combine(_folder.Path, "hostile");
        var rule = Rule.Replace("三千元", "三\u001b]0;title\u0007千\u001b[31m元", StringComparison.Ordinal);
        await CommandLine.RunAsync("ingest", _folder.Write("hostile/规定.txt", rule), "--data", data);

        foreach (var command in (string[])["ask", "search"])
        {
            var result = await CommandLine.RunAsync(command, "违反清运规定的罚款是多少", "--data", data);
            Assert.True(result.ExitCode == 0, result.Error);
            Assert.Contains("五百元", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain(result.Output, character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));
        }
    }

    [Fact]
    public async Task Doctor_asks_the_servers_and_says_what_to_do()
    {
        await using var model = await StandInModel.StartAsync();
        await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", Data);
        var settings = Chat(model.Endpoint, "faithful");
        settings["Assistant__Embeddings__Endpoint"] = model.Endpoint;
        settings["Assistant__Embeddings__Model"] = "embed";

        var well = await CommandLine.RunAsync(settings, "doctor", "--data", Data);
        Assert.True(well.ExitCode == 0, well.Output + well.Error);
        Assert.Contains("向量 3 维", well.Output, StringComparison.Ordinal);

        settings["Assistant__Chat__Model"] = "status-401";
        settings["Assistant__Rerank__Endpoint"] = model.Endpoint;
        settings["Assistant__PromptsPath"] = _folder.Path;
        var ill = await CommandLine.RunAsync(settings, "doctor", "--data", Data, "--lang", "en");
        Assert.Equal(1, ill.ExitCode);
        Assert.Contains("Assistant__Chat__ApiKey", ill.Output, StringComparison.Ordinal);
        Assert.Contains("Assistant__Rerank__Endpoint", ill.Output, StringComparison.Ordinal);
        Assert.Contains("answer.yaml", ill.Output, StringComparison.Ordinal);
        Assert.Contains("3 to be mended", ill.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(ill.Output, c => c is >= '一' and <= '龥');
    }

    [Fact]
    public async Task The_doctor_speaks_one_language_of_a_folder_that_holds_nothing()
    {
        var empty = await CommandLine.RunAsync("doctor", "--data", Data, "--lang", "en");

        Assert.Equal(1, empty.ExitCode);
        Assert.Contains("run index", empty.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(empty.Output + empty.Error, c => c is >= '一' and <= '龥');
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_is_one_sentence()
    {
        var settings = Chat("localhost:11434", "any");

        var result = await CommandLine.RunAsync(settings, "search", "罚款", "--data", Data);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Assistant__Chat__Endpoint", Assert.Single(result.Error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Chat(string endpoint, string model) => new(StringComparer.Ordinal)
    {
        ["Assistant__Chat__Endpoint"] = endpoint,
        ["Assistant__Chat__Model"] = model,
    };

    [Theory]
    [InlineData(2, "search")]
    [InlineData(2, "search", "x", "--top", "0")]
    [InlineData(2, "fly")]
    [InlineData(1, "search", " ")]
    [InlineData(1, "search", "罚款")]
    [InlineData(1, "ask", "罚款多少")]
    [InlineData(1, "outline", "no-such-file.txt")]
    [InlineData(1, "ingest", "no-such-folder")]
    [InlineData(1, "eval", "no-such-set.jsonl")]
    [InlineData(1, "verify", "no-such-memo.docx")]
    [InlineData(1, "memo", "--title", "空")]
    public async Task What_cannot_be_done_is_said_on_standard_error_alone(int exitCode, params string[] args)
    {
        var result = await CommandLine.RunAsync([.. args, "--json", "--data", Data]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.NotEqual("", result.Error.Trim());
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_corpus_says_what_to_do()
    {
        var result = await CommandLine.RunAsync("ask", "罚款多少", "--data", Data, "--lang", "en");

        Assert.Contains("ingest", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_path_that_is_a_file_is_one_sentence()
    {
        var file = _folder.Write("data", "not a folder");

        var result = await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", file);

        Assert.Equal(1, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal("not a folder", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_corrupt_database_is_reported_and_left_alone()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("这不是数据库。", 400)));
        var database = _folder.Write("data/assistant.db", bytes);

        var result = await CommandLine.RunAsync("search", "罚款", "--data", Data);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("assistant.db", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(database));
    }

    [Fact]
    public async Task The_environment_sets_the_data_folder_and_the_switch_goes_before_it()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["Assistant__DataPath"] = Data };
        await CommandLine.RunAsync(environment, "ingest", _folder.Write("in/规定.txt", Rule));

        Assert.Equal(0, (await CommandLine.RunAsync(environment, "search", "清运")).ExitCode);
        Assert.Equal(1, (await CommandLine.RunAsync(environment, "search", "清运", "--data", Path.Combine(_folder.Path, "other"))).ExitCode);
    }

    /// <summary>A lock that cannot be opened is no other process at work: waiting would never end.</summary>
    [Fact]
    public async Task An_index_folder_that_cannot_be_written_is_said_at_once()
    {
        Directory.CreateDirectory(Path.Combine(Data, "index"));
        File.CreateSymbolicLink(Path.Combine(Data, "index", "lock"), Path.Combine(_folder.Path, "nowhere", "lock"));

        var result = await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", Data);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Path.Combine(Data, "index"), result.Error, StringComparison.Ordinal);
    }

    /// <summary>As long as somebody else builds, what is there stays: also when it is to be built anew.</summary>
    [Theory]
    [InlineData("ingest")]
    [InlineData("index", "--rebuild")]
    public async Task Who_else_builds_the_index_is_waited_for(params string[] command)
    {
        string[] path = command[0] == "ingest" ? [_folder.Write("in/浮桥.txt", Rule.Replace("共享单车", "浮桥", StringComparison.Ordinal))] : [];
        await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", Data);
        var before = Directory.GetFiles(Path.Combine(Data, "index"), "*.segment");
        Task<CommandResult> building;
        await using (new FileStream(Path.Combine(Data, "index", "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            building = CommandLine.RunAsync([.. command, .. path, "--data", Data]);
            Assert.NotSame(building, await Task.WhenAny(building, Task.Delay(TimeSpan.FromSeconds(4))));
            Assert.Equal(before, Directory.GetFiles(Path.Combine(Data, "index"), "*.segment"));
        }
        Assert.Equal(0, (await building).ExitCode);
        Assert.NotEqual(before, Directory.GetFiles(Path.Combine(Data, "index"), "*.segment"));
        Assert.Equal(0, (await CommandLine.RunAsync("search", "几点前清运", "--data", Data)).ExitCode);
    }

    [Fact]
    public async Task A_deleted_index_is_built_again_from_the_corpus_and_a_backup_holds_all_of_it()
    {
        await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule), "--data", Data);
        var copy = Path.Combine(_folder.Path, "copy", "assistant.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);

        Assert.Equal(0, (await CommandLine.RunAsync("backup", copy, "--data", Data)).ExitCode);
        Assert.Equal(1, (await CommandLine.RunAsync("backup", copy, "--data", Data)).ExitCode); // nothing is overwritten
        var rebuilt = await CommandLine.RunAsync("index", "--rebuild", "--data", Data, "--json");
        var restored = await CommandLine.RunAsync("search", "几点前清运", "--data", Path.GetDirectoryName(copy)!, "--json");

        Assert.True(rebuilt.Json.GetProperty("passages").GetInt32() > 0, rebuilt.Error);
        Assert.Equal("第二条", restored.Json.GetProperty("passages")[0].GetProperty("clause").GetString());
    }

    /// <summary>A shell that lets the program write no file beyond a size: as on a disk that is full.</summary>
    [SkippableFact]
    public async Task A_backup_that_cannot_be_written_leaves_nothing_in_the_way_of_the_next()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a shell with ulimit");
        await CommandLine.RunAsync("ingest", _folder.Write("in/规定.txt", Rule + string.Concat(Enumerable.Repeat(Rule, 500))), "--data", Data);
        var copy = Path.Combine(_folder.Path, "copies", "assistant.db");
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_EnableWriteXorExecute"] = "0" }; // that needs large files

        var failed = await CommandLine.RunAsync("/bin/bash", ["-c", "trap '' XFSZ; ulimit -f 100; exec \"$@\"", "bash"], environment, ["backup", copy, "--data", Data]);

        Assert.Equal(1, failed.ExitCode);
        Assert.Contains(copy, failed.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(copy)!));
        Assert.Equal(0, (await CommandLine.RunAsync("backup", copy, "--data", Data)).ExitCode);
        Assert.Equal([copy], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(copy)!));
    }

    [Fact]
    public async Task A_memo_made_from_a_question_verifies_until_its_source_changes()
    {
        var file = _folder.Write("in/规定.txt", Rule);
        var path = Path.GetDirectoryName(file)!;
        var memo = Path.Combine(_folder.Path, "备忘录.docx");
        await CommandLine.RunAsync("ingest", path, "--data", Data);

        var made = await CommandLine.RunAsync("memo", "--title", "停放罚款", "--question", "违反清运规定的罚款是多少", "--out", memo, "--data", Data, "--json");
        Assert.True(made.ExitCode == 0, made.Error);
        Assert.True(made.Json.GetProperty("citations").GetInt32() > 0);
        Assert.Equal(0, (await CommandLine.RunAsync("verify", memo, "--data", Data)).ExitCode);

        _folder.Write("in/规定.txt", Rule.Replace("三千元", "四千元", StringComparison.Ordinal));
        await CommandLine.RunAsync("ingest", path, "--data", Data);
        var verified = await CommandLine.RunAsync("verify", memo, "--data", Data, "--json");
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains(verified.Json.GetProperty("citations").EnumerateArray(), citation => citation.GetProperty("status").GetString() == "changed");
    }

    private static string Between(string source, JsonElement place) => source[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()];
}
