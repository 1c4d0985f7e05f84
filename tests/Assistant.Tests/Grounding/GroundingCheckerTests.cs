using Assistant.Grounding;
using Assistant.Grounding.Facts;
using Xunit.Abstractions;

namespace Assistant.Tests.Grounding;

/// <summary>
/// How well wrong sentences are told from right ones. <c>GROUNDING_CORPUS=folder</c> measures on a folder of documents instead of the sample corpus.
/// </summary>
public sealed class GroundingCheckerTests(ITestOutputHelper output)
{
    [Fact]
    public void Changed_sentences_are_flagged_and_untouched_ones_are_not()
    {
        var folder = Environment.GetEnvironmentVariable("GROUNDING_CORPUS") ?? Path.Combine(GroundingFixtures.Root, "corpus");
        var random = new Random(20240501);
        var sentences = GroundingSentences.Read(folder);
        var shuffled = sentences.Select(one => (one.Sentence, one.Clause, Changes: GroundingMutations.Of(one.Sentence, random).ToList())).Where(one => one.Changes.Count > 0).ToArray();
        random.Shuffle(shuffled);
        var sample = shuffled.Take(500).ToList();

        var falseAlarms = sentences.Where(one => !GroundingChecker.Check(one.Sentence, one.Clause, "").Supported).ToList();
        var changes = sample.SelectMany(one => one.Changes.Select(change => (change.Kind, change.Sentence, Flagged: !GroundingChecker.Check(change.Sentence, one.Clause, "").Supported))).ToList();

        foreach (var kind in changes.GroupBy(change => change.Kind, StringComparer.Ordinal)) output.WriteLine($"{kind.Key}: {kind.Count(change => change.Flagged)} of {kind.Count()} flagged");
        foreach (var missed in changes.Where(change => !change.Flagged)) output.WriteLine($"missed ({missed.Kind}): {missed.Sentence}");
        foreach (var (sentence, _) in falseAlarms) output.WriteLine($"false alarm: {sentence}");
        output.WriteLine($"{changes.Count(change => change.Flagged)} of {changes.Count} changes flagged, {falseAlarms.Count} false alarms in {sentences.Count} sentences");
        Assert.True(changes.Count > 100, "the corpus holds too few sentences to measure on");
        Assert.True(changes.Count(change => change.Flagged) >= changes.Count * 0.98, "flagged");
        Assert.True(falseAlarms.Count < sentences.Count * 0.03, "false alarms");
    }

    [Fact]
    public void Honest_paraphrases_pass()
    {
        var rows = Directory.EnumerateFiles(GroundingFixtures.Folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToList();
        var alarms = rows.Select(row => (Said: row[1], Verdict: GroundingChecker.Check(row[1], row[0], row.Length > 2 ? row[2] : ""))).Where(row => !row.Verdict.Supported).ToList();

        foreach (var (said, verdict) in alarms) output.WriteLine($"{said}: {verdict.Reason?.Chinese}");
        output.WriteLine($"{alarms.Count} false alarms in {rows.Count} paraphrases");
        Assert.True(alarms.Count < rows.Count * 0.03);
    }

    [Fact]
    public void Paraphrases_that_were_changed_are_flagged()
    {
        var random = new Random(3);
        var folder = GroundingFixtures.Folder;
        var rows = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t'));
        var changes = rows.SelectMany(row => GroundingMutations.Of(row[1], random).Select(change => (change.Sentence, Flagged: !GroundingChecker.Check(change.Sentence, row[0], row.Length > 2 ? row[2] : "").Supported))).ToList();

        foreach (var missed in changes.Where(change => !change.Flagged)) output.WriteLine($"missed: {missed.Sentence}");
        output.WriteLine($"{changes.Count(change => change.Flagged)} of {changes.Count} flagged");
        // Harder than the clause's own sentences: a reordered sentence may leave a duty beside a prohibition nothing to be told apart by.
        Assert.True(changes.Count(change => change.Flagged) >= changes.Count * 0.95);
    }

    [Theory]
    [InlineData("The department must decide within 30 days of the application.", true)]
    [InlineData("The department must decide within 60 days of the application.", false)]
    [InlineData("The department shall not decide.", false)]
    [InlineData("A fine of 50,000 yuan may be imposed under Article 12.", true)]
    [InlineData("A fine of 50,000 yuan may be imposed under Article 13.", false)]
    [InlineData("It took effect on May 1, 2024.", true)]
    [InlineData("It took effect on May 1, 2023.", false)]
    public void English_sentences_are_held_to_numbers_dates_and_modal_words(string sentence, bool supported)
    {
        const string clause = "主管部门应当自收到申请之日起三十日内作出决定。违反第十二条规定的，可以处五万元罚款。本办法自2024年5月1日起施行。";

        Assert.Equal(supported, GroundingChecker.Check(sentence, clause, "").Supported);
    }

    [Theory]
    [InlineData("单位应当在五日内报送。", "单位应当在5日内报送。", null)]
    [InlineData("单位应当在五日内报送。", "单位应当在6日内报送。", "“6日”与所引条文不符，条文此处为“五日”")]
    [InlineData("单位不得擅自停用设施。", "单位可以擅自停用设施。", "“可以”与条文用语“不得”不符")]
    [InlineData("单位应当报送年度计划，国家另有规定的除外。", "单位应当报送年度计划。", "遗漏了条文的限定“国家另有规定的除外”")]
    [InlineData("单位应当报送年度计划。但是，微型企业可以不报送。", "单位应当报送年度计划。", "条文另有但书：“但是,微型企业可以不报送”")]
    [InlineData("罚款金额不超过三万元。", "罚款金额不低于三万元。", "“不低于三万元”的上下限与所引条文不符，条文为“不超过三万元”")]
    public void The_reason_says_what_differs(string clause, string sentence, string? reason) =>
        Assert.StartsWith(reason ?? "", GroundingChecker.Check(sentence, clause, "").Reason?.Chinese ?? "", StringComparison.Ordinal);

    [Theory]
    [InlineData("研发费用、培训费用分别按100%、50%扣除，企业可以自行选择。", "企业应当自行选择研发费用、培训费用扣除。")]
    [InlineData("合同编号为2024-13-30，单位应当报送。", "合同编号为2024-13-31，单位应当报送。")]
    [InlineData("资金合计9999999999999999999999999999-5亿元，比例为2000000000:2000000000。", "资金合计9999999999999999999999999999-5亿元，占50%。")]
    [InlineData("The total of ٣٤٥ is due on May 99, 2024.", "合计٣٤٥元，于5月99日到期。")]
    [InlineData("每天补助900000000000000000元，最多30天。", "每天补助900000000000000000元，最多900000000000000000天，也就是最高810元。")]
    [InlineData("0.0000000000001分之900000000000000000的费用。", "0.0000000000001分之900000000000000000的费用由单位承担。")]
    [InlineData("", "单位应当报送。")]
    public void Odd_clauses_and_sentences_end_no_check(string clause, string sentence)
    {
        Assert.NotNull(GroundingChecker.Check(sentence, clause, ""));
        Assert.NotNull(GroundingChecker.Check(clause, sentence, ""));
    }

    [Theory]
    [InlineData("项目实施期限为3—5年。", "项目实施期限为3个月以上。", false)]
    [InlineData("项目实施期限为3—5年。", "项目实施期限最短为3年。", true)]
    [InlineData("每个项目补助5—10万元。", "每个项目最少补助5万元。", true)]
    [InlineData("甲、乙两类企业的补助比例分别为20%和30%。", "乙类企业的补助比例为30%。", true)]
    [InlineData("甲、乙两类企业的补助比例分别为20%和30%。", "乙类企业的补助比例为20%。", false)]
    public void Ranges_and_paired_lists_are_read_as_people_do(string clause, string sentence, bool supported) =>
        Assert.Equal(supported, GroundingChecker.Check(sentence, clause, "").Supported);

    [Theory]
    [InlineData("许可证的有效期为5年以内。", "许可证的有效期为5年。", true)] // A limit that is often left unsaid.
    [InlineData("补助标准为每人1万元至3万元。", "补助标准为每人1万元。", false)]
    [InlineData("申请人应当符合下列三个条件：（一）有固定场所；（二）有专职人员；（三）有管理制度。", "申请人应当同时符合五个条件。", false)]
    [InlineData("申请人应当符合下列条件：（一）有固定场所；（二）有专职人员；（三）有管理制度。", "申请人应当同时符合三个条件。", true)]
    public void A_clause_cut_short_is_not_its_own_words_and_its_items_are_counted(string clause, string sentence, bool supported) =>
        Assert.Equal(supported, GroundingChecker.Check(sentence, clause, "").Supported);

    [Theory]
    [InlineData("")]
    [InlineData("，")]
    [InlineData("。")]
    [InlineData("、由")]
    public void Hostile_clauses_are_checked_in_linear_time(string mark)
    {
        var clause = new string('第', 200_000) + new string('一', 200_000) + string.Concat(Enumerable.Repeat($"经主管部门批准，单位应当在30日内报送，但除外不得{mark}", 20_000));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        GroundingChecker.Check("单位应当在5日内由主管部门报送，不得报送，单位应当报送。", clause, "");
        GroundingChecker.Check(string.Concat(Enumerable.Repeat("单位应当在30日内由主管部门报送", 300)), clause[400_000..700_000], "");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }
}
