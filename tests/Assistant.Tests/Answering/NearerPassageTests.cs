using Assistant.Answering.Generation;
using Assistant.Corpus;
using Assistant.Grounding;
using Assistant.Retrieval;
using Assistant.Tests.LanguageModels;
using Microsoft.Extensions.Logging.Abstractions;

namespace Assistant.Tests.Answering;

/// <summary>A sentence in words of its own, cited to a clause that has half of them, where the clause it tells was given as well.</summary>
public sealed class NearerPassageTests
{
    private const string Other = "志愿者每月参加社区服务不少于八小时的，可以由区民政部门发给服务证书，凭证书免费乘坐公交车辆。";
    private const string Told = "表现突出的志愿者，由社区推荐，经区民政部门审核，免费参加技能培训。";
    private const string Sentence = "社区服务表现突出的志愿者，可以由区民政部门推荐参加技能培训，培训不收费用。";

    [Fact]
    public async Task The_citation_moves_to_the_clause_that_is_nearer()
    {
        var alone = GroundingChecker.Check(Sentence, Other, "");
        Assert.True(alone.Supported);
        Assert.InRange(alone.Coverage, GroundingChecker.LeastCoverage, GroundingChecker.SureCoverage);
        await using var application = new ModelApplication(null, "");
        await application.IngestAsync(("服务.txt", $"沙溪市社区服务办法\n\n第一条 {Other}\n"), ("培训.txt", $"沙溪市志愿者培训办法\n\n第一条 {Told}\n"));
        var found = await application.Get<PassageRetriever>().RetrieveAsync("志愿者", 5, null, CancellationToken.None);
        List<GivenPassage> given = [.. found.Passages.Select((passage, i) => new GivenPassage(i + 1, passage))];
        var cited = Assert.Single(given, one => one.Passage.Text.Contains(Other, StringComparison.Ordinal));

        var grounded = new SentenceGrounder(application.Get<CorpusStore>(), given, NullLogger.Instance).Ground(Sentence, [cited.Number]);

        Assert.True(grounded.Verdict.Supported);
        Assert.Contains(Told, Assert.Single(grounded.Supports).Passage.Text, StringComparison.Ordinal);
    }
}
