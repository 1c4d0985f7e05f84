namespace Assistant.Tests.Web;

/// <summary>Documents and models that want to take over the page.</summary>
[Collection(Chromium.Pages)]
public sealed class HostilePageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task What_a_model_writes_changes_nothing_but_words()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "hostile");
        await visit.AskAsync(SampleRules.Question);
        Assert.Contains("请看详情", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal); // It is shown, marked, as words.
        await AssertUntouchedAsync(visit);
        await visit.Page.ReloadAsync();
        await AssertUntouchedAsync(visit);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task What_a_model_writes_changes_nothing_while_it_comes_in_either()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "hostile-stepping");
        await visit.SendAsync(SampleRules.Question);
        for (var i = 0; i < 6; i++) visit.Model.Steps.Release();
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('.pending .prose')?.innerText.includes('请看详情')");
        await AssertUntouchedAsync(visit);
        visit.Model.Steps.Release(100);
        await visit.AnsweredAsync(1);
        await AssertUntouchedAsync(visit);
        Assert.Empty(visit.Errors);
    }

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("obedient")]
    public async Task What_a_document_holds_changes_nothing_but_what_is_quoted(string? model)
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, model);
        await visit.AskAsync("发现路灯损坏的，应当在多长时间内报修？");
        await visit.ClickAsync(".card-link >> nth=0");
        await visit.Page.WaitForSelectorAsync("#source-pane mark");
        await AssertUntouchedAsync(visit);

        await visit.Page.GotoAsync(await visit.Page.Locator(".card-link").First.GetAttributeAsync("href") ?? "");
        await AssertUntouchedAsync(visit);
        await visit.Page.ClickAsync(".document-text footer a");
        await visit.Page.WaitForSelectorAsync(".file-text");
        await AssertUntouchedAsync(visit);
        Assert.Empty(visit.Errors);
    }

    /// <summary>Nothing ran, nothing was asked of another server, no element and no link but ours, no citation but of what was found.</summary>
    private static async Task AssertUntouchedAsync(Visit visit)
    {
        Assert.False(await visit.Page.EvaluateAsync<bool>("'owned' in window || document.title === 'owned'"));
        Assert.All(visit.Requests, request => Assert.Equal(visit.Application.Http.BaseAddress!.Authority, request.Authority));
        Assert.Equal(0, await visit.CountAsync("main img, main script, main iframe, main cite, .prose h1, .prose h2"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("[...document.querySelectorAll('main a')].every(link => link.origin === location.origin)"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("[...document.querySelectorAll('.turn[data-answer] .marker')].every(marker => document.getElementById(marker.dataset.card))"));
        Assert.DoesNotContain("99", await visit.Page.Locator(".marker").AllInnerTextsAsync());
    }
}
