using Microsoft.Playwright;

namespace Assistant.Tests.Web.Memos;

/// <summary>From an answer to a memo and back to the corpus, as a person does it.</summary>
[Collection(Chromium.Pages)]
public sealed class MemoPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task An_answer_goes_into_a_memo_is_edited_downloaded_and_verified()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.FillAsync("#question", "市交通运输局应当在多少个工作日内作出决定？");
        await page.Keyboard.PressAsync("Enter");
        await page.ClickAsync(".add-to-memo button", new PageClickOptions { Timeout = 30_000 });
        var link = page.Locator(".answer-foot a[href^='/memos/']");
        await link.WaitForAsync();
        Assert.Equal(1, await page.Locator(".turn").CountAsync()); // The conversation is still there.
        await Assertions.Expect(page.Locator(".answer-foot [role=status]")).ToHaveTextAsync("✓ 已加入备忘录《市交通运输局应当在多少个工作日内作出决定？》");

        await link.ClickAsync();
        var sentence = page.Locator(".sentence textarea").First;
        Assert.Contains("十五个工作日", await sentence.InputValueAsync(), StringComparison.Ordinal);
        await sentence.FillAsync("市交通运输局应当自受理之日起五十个工作日内作出决定。");
        await page.FillAsync("input[name=title]", "站点审批期限");
        await page.ClickAsync("button.primary");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("站点审批期限");
        await Assertions.Expect(page.Locator(".good-news")).ToHaveTextAsync("已保存。");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("有 1 句话所引条款不支持");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("saved")); // A reload does not say it again.
        await Assertions.Expect(page.Locator(".sentence textarea[aria-invalid]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".sentence .doubt").First).ToContainTextAsync("五十");

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(".downloads a >> nth=0"));
        Assert.Equal("站点审批期限.docx", download.SuggestedFilename);
        await page.GotoAsync("/memos");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload
        {
            Name = download.SuggestedFilename,
            MimeType = "application/octet-stream",
            Buffer = await File.ReadAllBytesAsync(await download.PathAsync()),
        });
        await page.ClickAsync(".drop button");
        await page.WaitForSelectorAsync(".checks li");
        Assert.Equal(0, await page.Locator(".checks li.failed").CountAsync());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task With_memos_there_it_is_chosen_which_one()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await visit.AskAsync(SampleRules.Question);
        await visit.ClickAsync(".add-to-memo button");
        await page.Locator(".added").WaitForAsync();
        await visit.AskAsync("市交通运输局应当在多少个工作日内作出决定？");
        await visit.LastTurn.Locator(".add-to-memo summary").ClickAsync();
        Assert.Equal([$"《{SampleRules.Question}》", "新备忘录"], await visit.LastTurn.Locator(".add-to-memo button").AllInnerTextsAsync());
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(visit.LastTurn.Locator(".add-to-memo button").First).ToBeHiddenAsync();
        await visit.LastTurn.Locator(".add-to-memo summary").ClickAsync();
        await visit.LastTurn.Locator(".add-to-memo button").First.ClickAsync();
        await Assertions.Expect(visit.LastTurn.Locator(".added")).ToHaveTextAsync($"✓ 已加入备忘录《{SampleRules.Question}》");
        Assert.Equal(2, (await visit.Application.GetAsync("/api/memos"))[0].GetProperty("answers").GetInt32());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Sections_move_and_a_sentence_of_ones_own_is_checked()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await visit.AskAsync("市交通运输局应当在多少个工作日内作出决定？");
        await visit.ClickAsync(".add-to-memo button");
        await page.Locator(".added").WaitForAsync();
        await visit.AskAsync(SampleRules.Question);
        await visit.LastTurn.Locator(".add-to-memo summary").ClickAsync();
        await visit.LastTurn.Locator(".add-to-memo button").First.ClickAsync();
        await visit.LastTurn.Locator(".added a").ClickAsync();

        await page.Locator("fieldset").Nth(1).GetByText("上移").ClickAsync();
        await Assertions.Expect(page.Locator("legend").First).ToHaveTextAsync(SampleRules.Question);
        await Assertions.Expect(page.GetByText("上移").First).ToBeDisabledAsync();

        foreach (var (sentence, supported) in new[] { ("决定应当自受理之日起十五个工作日内作出。", true), ("决定应当自受理之日起九十个工作日内作出。", false) })
        {
            var section = page.Locator("fieldset").Last;
            await section.Locator(".add-sentence summary").ClickAsync();
            await section.Locator("[name^=added-]").FillAsync(sentence);
            await page.ClickAsync("button.primary");
            await Assertions.Expect(page.Locator(".good-news")).ToBeVisibleAsync();
            var added = page.Locator("fieldset").Last.Locator(".sentence textarea").Last;
            await Assertions.Expect(added).ToHaveValueAsync(sentence);
            Assert.Equal(supported ? null : "true", await added.GetAttributeAsync("aria-invalid"));
        }
        await page.Locator("input[name=title]").PressAsync("Enter"); // Saves, and moves nothing.
        await Assertions.Expect(page.Locator("legend").First).ToHaveTextAsync(SampleRules.Question);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Two_clicks_make_one_memo()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        var sent = 0;
        visit.Page.Request += (_, request) => sent += request.Url.EndsWith("/memos/add", StringComparison.Ordinal) ? 1 : 0;
        await visit.Page.Locator(".add-to-memo button").EvaluateAsync("button => { button.click(); button.click(); }");
        await visit.Page.Locator(".added").WaitForAsync();

        Assert.Equal(1, sent);
        Assert.Equal(1, (await visit.Application.GetAsync("/api/memos")).GetArrayLength());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_connection_lost_while_adding_leaves_it_to_the_browser()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        var sent = 0;
        await visit.Page.RouteAsync("**/memos/add", route => ++sent == 1 ? route.AbortAsync() : route.ContinueAsync());
        await visit.Page.ClickAsync(".add-to-memo button");

        await visit.Page.WaitForURLAsync("**/memos/*");
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync(SampleRules.Question);
        Assert.Equal(2, sent);
    }

    [SkippableFact]
    public async Task A_memo_is_collected_without_script()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = visit.Page;
        await page.FillAsync("#question", SampleRules.Question);
        await page.ClickAsync("#question-form .send");
        await page.ClickAsync(".add-to-memo button");

        Assert.Contains("/memos/", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator(".sentence").CountAsync() > 0);
    }

    [SkippableFact]
    public async Task What_is_no_memo_is_told_on_the_page()
    {
        await using var visit = await chromium.VisitAsync();
        var page = visit.Page;
        await page.GotoAsync("/memos");
        await page.SetInputFilesAsync("input[type=file]", new FilePayload { Name = "x.docx", MimeType = "application/octet-stream", Buffer = "PK nothing"u8.ToArray() });
        await page.ClickAsync(".drop button");

        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("备忘录");
    }
}
