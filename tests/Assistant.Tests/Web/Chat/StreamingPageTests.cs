using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>What a reader sees while a model writes.</summary>
[Collection(Chromium.Pages)]
public sealed class StreamingPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task Passages_come_before_the_first_word_and_sentences_one_by_one()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        await visit.SendAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator(".pending .passages li").First).ToBeVisibleAsync();
        Assert.Contains("段落", await visit.Page.InnerTextAsync(".pending .working"), StringComparison.Ordinal);
        Assert.Equal("", await visit.Page.InnerTextAsync(".pending .prose"));

        visit.Model.Steps.Release(2); // A sentence is complete once the next one begins.
        var marker = visit.Page.Locator(".pending .prose a.marker");
        await Assertions.Expect(marker).ToHaveCountAsync(1);
        Assert.Equal(0, await visit.CountAsync(".pending .passages li"));
        // A citation can be read before the answer is complete.
        await marker.ClickAsync();
        await visit.Page.WaitForSelectorAsync("#source-pane mark");
        var first = (await visit.Page.InnerTextAsync(".pending .prose")).Length;

        visit.Model.Steps.Release();
        await visit.Page.WaitForFunctionAsync("first => document.querySelector('.pending .prose').innerText.length > first", first);
        visit.Model.Steps.Release(100);
        await visit.AnsweredAsync(1);
        Assert.Contains("stepping", await visit.Page.InnerTextAsync(".answer-foot"), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_model_that_breaks_off_inside_a_character_takes_its_words_along()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "cut-stepping");
        await visit.Page.EvaluateAsync("""
            window.seen = [];
            new MutationObserver(() => { const prose = document.querySelector(".pending .prose"); if (prose) window.seen.push(prose.textContent); })
              .observe(document.getElementById("turns"), { childList: true, subtree: true, characterData: true });
            """);
        await visit.SendAsync(SampleRules.Question);
        visit.Model.Steps.Release(2);
        await Assertions.Expect(visit.Page.Locator(".pending .prose .marker")).ToHaveCountAsync(1);
        visit.Model.Steps.Release(100);
        await visit.AnsweredAsync(1);

        var seen = await visit.Page.EvaluateAsync<string[]>("window.seen");
        var begun = Array.FindIndex(seen, text => text.Length > 0);
        Assert.Contains(seen[begun..], text => text.Length == 0); // Cleared before the clauses were quoted.
        Assert.Contains("断开", await visit.Page.InnerTextAsync(".turn .notice"), StringComparison.Ordinal);
        Assert.Contains("摘录原文", await visit.Page.InnerTextAsync(".answer-foot"), StringComparison.Ordinal);
        Assert.Contains("场地使用证明", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', await visit.Page.InnerTextAsync("main"));
        Assert.Empty(visit.Errors);
    }

    [SkippableTheory]
    [InlineData("status-401", "密钥")]
    [InlineData("status-404", "模型或接口")]
    [InlineData("status-500", "内部出错")]
    [InlineData("empty", "没有给出内容")]
    [InlineData("malformed", "无法识别")]
    public async Task What_is_wrong_with_the_model_is_said_and_the_clauses_answer(string behaviour, string notice)
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, behaviour);
        await visit.AskAsync(SampleRules.Question);

        Assert.Contains(notice, await visit.Page.InnerTextAsync(".turn .notice"), StringComparison.Ordinal);
        Assert.Contains("场地使用证明", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);
        Assert.True(await visit.CountAsync(".turn .card") > 0);
        await visit.Page.ReloadAsync();
        Assert.Contains(notice, await visit.Page.InnerTextAsync(".turn .notice"), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_model_server_that_is_not_there_is_said_and_the_clauses_answer()
    {
        await using var visit = await chromium.VisitAsync(
            SampleRules.Files, settings: ["--Assistant:Chat:Endpoint", "http://127.0.0.1:9/v1", "--Assistant:Chat:Model", "any", "--Assistant:Chat:ApiKey", "key"]);
        await visit.AskAsync(SampleRules.Question);

        Assert.Contains("无法连接", await visit.Page.InnerTextAsync(".turn .notice"), StringComparison.Ordinal);
        Assert.Contains("场地使用证明", await visit.Page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_fault_of_the_server_leaves_the_question_to_be_asked_again()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.RouteAsync("**/ask", route => route.AbortAsync());
        await visit.SendAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator(".failed-turn")).ToContainTextAsync("连接中断");
        await visit.Page.UnrouteAsync("**/ask");
        await visit.ClickAsync(".turn [data-retry]");
        await visit.AnsweredAsync(1);
        Assert.Equal(1, await visit.CountAsync(".turn"));
    }
}
