using System.Net;
using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Corpus;
using Assistant.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Tests.Evaluation;

/// <summary>The sample corpus, read once.</summary>
public sealed class SampleCorpus : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TestCorpus Corpus { get; private set; } = null!;

    public static string QuestionSet => Path.Combine(AssistantPaths.Home, "tests", "evaluation", "sample.jsonl");

    public async Task InitializeAsync()
    {
        Corpus = new TestCorpus(_folder.Path);
        var report = await Corpus.IndexAsync(AssistantPaths.SampleCorpus);
        Assert.Empty(report.Failures.Select(file => $"{file.Path}: {file.Reason}"));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Corpus?.Services.Dispose();
        _folder.Dispose();
    }
}

/// <summary>What a newcomer meets: every sample file is read as it should be, and first questions get good answers.</summary>
public sealed class SampleCorpusTests(SampleCorpus sample) : IClassFixture<SampleCorpus>
{
    [Theory]
    [InlineData("江岚市节约用水条例", null, "2024-01-01")]
    [InlineData("江岚市制造业数字化转型专项资金管理办法", "江财规〔2024〕6号", "2024-05-01")]
    [InlineData("江岚市工业技术改造专项资金管理暂行办法", "江财企〔2019〕8号", "2019-07-01")]
    [InlineData("江岚市人民政府办公室关于加快推进既有住宅加装电梯工作的通知", "江政办发〔2024〕21号", "2024-06-01")]
    [InlineData("江岚市低空物流发展行动计划（2024—2027年）", null, null)]
    [InlineData("江岚市高层次人才分类认定办法", "江人社规〔2023〕4号", "2023-07-01")]
    [InlineData("江岚市人才住房保障实施细则", "江建规〔2023〕11号", "2023-10-01")]
    [InlineData("关于做好2024年青年人才生活补贴发放工作的通知", "江人社发〔2024〕17号", null)]
    [InlineData("江岚市节水型产品与工艺推荐目录（2024年本）", null, null)]
    [InlineData("江岚市居家养老服务补贴政策问答", null, null)]
    public void A_document_is_found_with_what_its_head_and_foot_say(string title, string? number, string? effective)
    {
        var document = Assert.Single(sample.Corpus.Store.Documents(), document => document.Title == title);

        if (number is not null) Assert.Equal(number, document.DocumentNumber);
        if (effective is not null) Assert.Equal(effective, document.EffectiveDate?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void The_regulation_has_its_43_articles_and_the_one_that_was_inserted()
    {
        var articles = Clauses("江岚市节约用水条例").Where(clause => clause.Level == ClauseLevel.Article).ToList();

        Assert.Equal(44, articles.Count);
        Assert.Equal(["第十八条", "第十八条之一", "第十九条"], articles.Select(clause => clause.Label).SkipWhile(label => label != "第十八条").Take(3));
    }

    [Fact]
    public void A_document_that_another_one_repeals_is_marked_so() =>
        Assert.Equal(DocumentState.Repealed, sample.Corpus.Store.Documents().Single(document => document.Title == "江岚市工业技术改造专项资金管理暂行办法").Status.State);

    [Fact]
    public void An_interpretation_that_tells_of_a_repeal_leaves_the_new_regulation_in_force() =>
        Assert.Equal(DocumentState.InForce, sample.Corpus.Store.Documents().Single(document => document.Title == "江岚市节约用水条例").Status.State);

    [Fact]
    public void Hard_wrapped_lines_read_as_sentences_without_running_heads()
    {
        var text = string.Concat(Clauses("江岚市低空物流发展行动计划（2024—2027年）").Select(clause => clause.Lead));

        Assert.Contains("在清溪、望岚、白屿等6个山区海岛乡镇开通农产品和邮件快件航线，每条航线每周不少于5个班次。", text, StringComparison.Ordinal); // over a page break
        Assert.Contains("布局起降设施。枢纽起降场每个区至少建设1个", text, StringComparison.Ordinal); // after an indented first line
        Assert.DoesNotContain("— 1 —", text, StringComparison.Ordinal);
        Assert.DoesNotContain("低空物流发展行动计划", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_quote_of_the_question_set_stands_in_its_file()
    {
        var questions = EvaluationQuestion.ReadFile(SampleCorpus.QuestionSet);

        Assert.True(questions.Count(question => question.Answerable) >= 30);
        foreach (var gold in questions.SelectMany(question => question.Gold.Concat(question.Also ?? [])))
        {
            var source = sample.Corpus.Store.FindSourceFile(gold.Source);
            Assert.NotNull(source);
            var text = source.Format == SourceFormat.Html ? MeasuredText.Plain(source.Text) : MeasuredText.Squeeze(source.Text.Replace("**", "", StringComparison.Ordinal));
            Assert.Contains(gold.Quote, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("加装一部电梯政府补贴多少钱？", "万元")]
    [InlineData("加装电梯补贴多少钱？", "18万元")]
    [InlineData("电梯补贴多少", "18万元")]
    [InlineData("租赁补贴多少钱？", "二千五百元")]
    [InlineData("超计划用水要加价多少？", "倍")]
    [InlineData("D类人才每月租赁补贴多少钱？", "二千五百元")]
    [InlineData("节约用水条例什么时候开始施行？", "2024年1月1日")]
    [InlineData("洗车场没装循环用水设施会怎么处罚？", "三千元以上二万元以下")]
    [InlineData("数字化改造项目补助比例是多少，最高多少？", "15%")]
    [InlineData("今年要建多少个口袋公园？", "60个")]
    [InlineData("中度失能老人每月补贴多少？", "260元")]
    [InlineData("海岛无人机航线每架次补贴多少？", "50元")]
    [InlineData("感应式水嘴的流量指标是多少？", "4.5升")]
    public async Task A_newcomers_first_questions_are_answered_with_a_verbatim_citation(string question, string fact)
    {
        var answer = await sample.Corpus.Services.GetRequiredService<QuestionAnswering>().AnswerAsync(new AskRequest(question), CancellationToken.None);

        Assert.True(answer.Grounded, answer.Text);
        Assert.Contains(fact, MeasuredText.Squeeze(answer.Text), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Citations);
        Assert.All(answer.Citations, citation =>
        {
            var file = sample.Corpus.Store.FindSourceFile(citation.SourceFile)!;
            var source = file.Text[citation.Start..citation.End];
            Assert.Contains(MeasuredText.Squeeze(citation.Quote), new[] { MeasuredText.Squeeze(source), MeasuredText.Squeeze(WebUtility.HtmlDecode(source)), MeasuredText.Plain(source) });
        });
    }

    /// <summary>One of the 40 questions may change sides unnoticed (0.025); two may not.</summary>
    [Fact]
    public async Task No_figure_has_fallen_below_its_baseline()
    {
        var questions = EvaluationQuestion.ReadFile(SampleCorpus.QuestionSet);

        var report = await sample.Corpus.Services.GetRequiredService<Evaluator>().MeasureAsync(questions, top: 10, ask: true, progress: null, CancellationToken.None);

        Assert.Empty(report.Errors);
        var baseline = Path.Combine(AssistantPaths.Home, "tests", "evaluation", "baselines.json");
        Assert.Empty(EvaluationBaseline.Fallen(baseline, Path.GetFileName(SampleCorpus.QuestionSet), report, tolerance: 0.03).Select(figure => $"{figure.Name}: {figure.Kept} → {figure.Now}"));
    }

    private IEnumerable<Clause> Clauses(string title)
    {
        var store = sample.Corpus.Store;
        return store.FindDocument(store.Documents().Single(document => document.Title == title).Id)!.AllClauses();
    }
}
