using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>The pages as a person meets them, in a real Chromium.</summary>
[Collection(Chromium.Pages)]
public sealed class ChatPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Asking_shows_the_answer_and_a_citation_opens_the_marked_words_by_keyboard_alone()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.Keyboard.TypeAsync(SampleRules.Question); // The box has the focus.
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync(".turn[data-answer] .marker");
        Assert.Contains("场地使用证明", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);

        await visit.Page.FocusAsync(".turn .marker");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync("#source-pane mark");
        var marked = string.Concat(await visit.Page.Locator("#source-pane mark").AllInnerTextsAsync());
        Assert.Equal(Visit.Squeezed(await visit.Page.InnerTextAsync(".card blockquote >> nth=0")), Visit.Squeezed(marked));
        await Assertions.Expect(visit.Page.Locator("#source-pane mark").First).ToBeInViewportAsync();

        await visit.Page.Keyboard.PressAsync("Escape");
        Assert.True(await visit.Page.Locator("#source-pane").IsHiddenAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.matches('.marker')"));
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_follow_up_stays_in_the_conversation_and_is_there_after_a_reload()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        await visit.AskAsync("市交通运输局应当在多少个工作日内作出决定？");
        await visit.Page.ReloadAsync();

        Assert.Equal(2, await visit.Page.Locator(".turn").CountAsync());
        Assert.Equal(1, await visit.Page.Locator("#conversations li").CountAsync());
        Assert.Contains("十五个工作日", await visit.Page.Locator(".turn").Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Asking_and_reading_work_without_script()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.Page.FillAsync("#question", SampleRules.Question);
        await visit.Page.ClickAsync("#question-form .send");
        await visit.Page.WaitForSelectorAsync(".turn .marker");
        var quote = Visit.Squeezed(await visit.Page.InnerTextAsync(".card blockquote >> nth=0"));
        await visit.Page.ClickAsync(".card-link >> nth=0");
        await visit.Page.WaitForSelectorAsync(".document-text mark");

        Assert.Equal(quote, Visit.Squeezed(string.Concat(await visit.Page.Locator(".document-text mark").AllInnerTextsAsync())));
    }

    [SkippableFact]
    public async Task English_is_one_click_away_and_stays()
    {
        await using var visit = await chromium.VisitAsync();
        Assert.Equal("zh-CN", await visit.Page.GetAttributeAsync("html", "lang"));
        await visit.Page.ClickAsync(".languages a[lang=en]");
        await visit.Page.GotoAsync("/documents");

        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("Documents", await visit.Page.InnerTextAsync("h1"));
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_quote_far_down_a_document_is_scrolled_into_view()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync("第六十二号站点的台账保存期限为几个月？");
        await visit.Page.ClickAsync(".card-link >> nth=0");
        var mark = visit.Page.Locator("#source-pane mark").First;

        await Assertions.Expect(mark).ToBeInViewportAsync();
        Assert.True(await visit.Page.EvaluateAsync<double>("document.querySelector('[data-pane-body]').scrollTop") > 0);
    }

    [SkippableFact]
    public async Task A_citation_of_a_document_that_was_deleted_is_told_in_the_pane_and_the_conversation_stays()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        var document = (await visit.Application.GetAsync("/api/documents?query=" + Uri.EscapeDataString("自行车")))[0].GetProperty("id").GetString();
        using var gone = await visit.Application.Http.DeleteAsync(new Uri($"/api/documents/{document}", UriKind.Relative));
        Assert.True(gone.IsSuccessStatusCode);
        await visit.ClickAsync(".turn .marker >> nth=0");

        await Assertions.Expect(visit.Page.Locator("#source-pane [role=alert]")).ToContainTextAsync("可能已被删除");
        await Assertions.Expect(visit.Page.Locator("[data-pane-link]")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Turns).ToHaveCountAsync(1);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator(".cited-document .badge").First).ToHaveTextAsync("文库中已无此政策文件");
    }

    [SkippableFact]
    public async Task Documents_run_nothing_in_the_page()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync("发现路灯损坏的，应当在多长时间内报修？");
        await visit.Page.ClickAsync(".card-link >> nth=0");
        await visit.Page.WaitForSelectorAsync("#source-pane mark");

        Assert.False(await visit.Page.EvaluateAsync<bool>("'owned' in window || document.title === 'owned'"));
        Assert.Equal(0, await visit.Page.Locator("main img, main script").CountAsync());
        Assert.Empty(visit.Errors);
    }
}
