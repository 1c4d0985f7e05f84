using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>Searching without asking.</summary>
[Collection(Chromium.Pages)]
public sealed class SearchPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task The_words_searched_for_are_marked_and_the_passage_reads_as_before()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/search?question=" + Uri.EscapeDataString("路灯损坏报修"));
        var first = visit.Page.Locator(".passages li p").First;
        Assert.Superset(new HashSet<string>(["路灯", "路灯损坏", "报修"], StringComparer.Ordinal), (await first.Locator("mark").AllInnerTextsAsync()).ToHashSet(StringComparer.Ordinal));
        Assert.Contains("发现路灯损坏的，应当在二十四小时内报修。<script>", await first.InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.Locator("main [role=status]")).ToContainTextAsync("检索到");
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Where_nothing_fits_the_page_says_so()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/search?question=" + Uri.EscapeDataString("量子引力波动"));
        await Assertions.Expect(visit.Page.Locator("main [role=status]")).ToContainTextAsync("没有找到");
    }
}
