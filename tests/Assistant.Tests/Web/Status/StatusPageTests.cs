using Microsoft.Playwright;

namespace Assistant.Tests.Web.Status;

/// <summary>What a reader without access to the machine learns of it.</summary>
[Collection(Chromium.Pages)]
public sealed class StatusPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task It_says_in_plain_words_what_is_there_and_asks_the_model_on_demand()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "faithful");
        await visit.Page.GotoAsync("/status");
        var says = await visit.Page.InnerTextAsync("main");
        foreach (var told in (string[])["2 个政策文件", "可以检索", "内置索引", "按检索次序排列", visit.Application.CorpusPath, visit.Application.DataPath]) Assert.Contains(told, says, StringComparison.Ordinal);
        Assert.DoesNotContain("sqlite", says, StringComparison.Ordinal);
        Assert.DoesNotContain("应答", await visit.Page.InnerTextAsync("main .facts >> nth=1"), StringComparison.Ordinal);

        await visit.Page.GetByText("检查模型是否应答").ClickAsync(new LocatorClickOptions { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.Locator("main .badge.fine").Nth(1)).ToContainTextAsync("秒内应答");
        Assert.Empty(visit.Errors);
    }
}
