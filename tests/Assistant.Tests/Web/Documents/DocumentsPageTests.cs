using System.Text;
using Microsoft.Playwright;

namespace Assistant.Tests.Web.Documents;

/// <summary>The library: adding, looking through, reading.</summary>
[Collection(Chromium.Pages)]
public sealed class DocumentsPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_file_is_added_through_the_page_and_answers_questions()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.GotoAsync("/documents");
        await visit.Page.SetInputFilesAsync("input[type=file]",
        [
            new FilePayload { Name = "pond.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("临江市水塘垂钓管理规定\n\n第一条 垂钓者应当领取绿色垂钓证，每人每日不得超过六小时。\n") },
            new FilePayload { Name = "broken.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 nothing of one"u8.ToArray() },
        ]);
        await visit.ClickAsync(".upload button");
        await Assertions.Expect(visit.Page.Locator(".results li")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator(".results li.failed")).ToContainTextAsync("broken.pdf");

        await visit.Page.GotoAsync("/");
        await visit.AskAsync("垂钓者每人每日不得超过几小时？");
        Assert.Contains("六小时", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_long_list_is_turned_page_by_page_and_keeps_what_was_searched_for()
    {
        var files = Enumerable.Range(1, 230).Select(n => ($"rule-{n:000}.txt", $"临江市第{n:000}号街区停车规定\n\n第一条 第{n:000}号街区每日停车不得超过{n}小时。\n")).ToArray();
        await using var visit = await chromium.VisitAsync(files);
        await visit.Page.GotoAsync("/documents?query=" + Uri.EscapeDataString("街区"));
        var titles = new HashSet<string>(await visit.Page.Locator(".document-list a").AllInnerTextsAsync(), StringComparer.Ordinal);
        Assert.Equal(100, titles.Count);
        await visit.ClickAsync(".pager a[rel=next]");
        titles.UnionWith(await visit.Page.Locator(".document-list a").AllInnerTextsAsync());
        await visit.ClickAsync(".pager a[rel=next]");
        titles.UnionWith(await visit.Page.Locator(".document-list a").AllInnerTextsAsync());
        Assert.Equal(230, titles.Count);
        Assert.Equal("街区", await visit.Page.InputValueAsync("input[name=query]"));
        Assert.Equal(0, await visit.CountAsync(".pager a[rel=next]"));

        await visit.Page.GotoAsync("/documents?page=99&kind=nonsense&state=Repealed");
        await Assertions.Expect(visit.Page.Locator("main [role=status]")).ToHaveTextAsync("0 个政策文件");
    }

    [SkippableFact]
    public async Task On_a_phone_the_filters_are_folded_until_one_is_set()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 } });
        await visit.Page.GotoAsync("/documents");
        await Assertions.Expect(visit.Page.Locator("select[name=kind]")).ToBeHiddenAsync();
        await visit.Page.GotoAsync("/documents?kind=Notice");
        await Assertions.Expect(visit.Page.Locator("select[name=kind]")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_quote_far_down_leaves_the_title_in_sight()
    {
        await using var visit = await chromium.VisitAsync();
        var document = (await visit.Application.GetAsync("/api/documents?query=" + Uri.EscapeDataString("自行车")))[0].GetProperty("id").GetString();
        await visit.Page.GotoAsync($"/documents/{document}");
        await Assertions.Expect(visit.Page.Locator(".document-bar")).ToBeHiddenAsync();
        var clauses = await visit.Application.GetAsync($"/api/documents/{document}/clauses");
        var last = clauses[clauses.GetArrayLength() - 1];
        await visit.Page.GotoAsync($"/documents/{document}?start={last.GetProperty("start")}&end={last.GetProperty("end")}#quote");
        await Assertions.Expect(visit.Page.Locator(".document-bar")).ToHaveTextAsync("临江市公共自行车站点管理办法");
        await Assertions.Expect(visit.Page.Locator(".document-bar")).ToBeInViewportAsync();
    }

    [SkippableFact]
    public async Task A_title_in_a_title_has_the_inner_marks()
    {
        await using var visit = await chromium.VisitAsync([("reading.txt", "《临江市停车规定》解读\n\n一、每个街区的停车时间不得超过五小时。\n")]);
        Assert.DoesNotContain("《《", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await visit.AskAsync("每个街区的停车时间不得超过几小时？");
        Assert.Contains("《〈临江市停车规定〉解读》", await visit.Page.InnerTextAsync(".cited-document h4"), StringComparison.Ordinal);
        Assert.DoesNotContain("《《", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
