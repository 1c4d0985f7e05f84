using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>Going on from a question: following up, stopping, asking again, changing it.</summary>
[Collection(Chromium.Pages)]
public sealed class ConversationPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task A_follow_up_is_rewritten_and_the_rewriting_is_shown_and_kept()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "faithful");
        await visit.AskAsync(SampleRules.Question);
        await visit.AskAsync("由谁受理？");
        var understood = visit.LastTurn.Locator(".understood");
        await Assertions.Expect(understood).ToHaveTextAsync($"理解为：关于{SampleRules.Question.TrimEnd('？')}，由谁受理？");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(understood).ToHaveCountAsync(1);
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync("由谁受理？");
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_suggested_follow_up_is_asked_with_one_click()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "faithful");
        await visit.AskAsync(SampleRules.Question);
        var suggestions = visit.LastTurn.Locator(".suggestion");
        await Assertions.Expect(suggestions).ToHaveCountAsync(2);
        var suggested = await suggestions.First.InnerTextAsync();
        await suggestions.First.ClickAsync();
        await visit.AnsweredAsync(2);
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync(suggested);
        Assert.Equal(1, await visit.CountAsync("#conversations li"));
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Stopping_keeps_the_question_to_be_asked_again_or_changed()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        await visit.SendAsync(SampleRules.Question);
        await visit.Model.CallerCame.Task.WaitAsync(TimeSpan.FromSeconds(30)); // Stopped sooner, the model is not asked at all.
        await visit.ClickAsync("[data-stop]");
        await Assertions.Expect(visit.Page.Locator(".failed-turn")).ToHaveTextAsync("已停止。");
        await Assertions.Expect(visit.LastTurn.Locator("h2")).ToHaveTextAsync(SampleRules.Question);
        await visit.Model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(10)); // The model is not left writing for nobody.

        await visit.ClickAsync(".turn [data-edit]");
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
        await visit.Page.FillAsync("#question", "");

        visit.Model.Steps.Release(100);
        await visit.ClickAsync(".turn [data-retry]");
        await visit.AnsweredAsync(1);
        Assert.Equal(1, await visit.CountAsync(".turn"));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Turns).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync("");
    }

    [SkippableFact]
    public async Task A_question_that_was_not_answered_stands_in_the_box_after_a_reload()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        await visit.SendAsync(SampleRules.Question);
        await visit.Page.WaitForSelectorAsync(".pending .passages li");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
    }

    [SkippableFact]
    public async Task An_answered_question_is_asked_again_or_changed()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await visit.AnsweredAsync(2);
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync(SampleRules.Question);

        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator("#question")).ToBeFocusedAsync();
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Asking_again_and_changing_work_without_script()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.Page.FillAsync("#question", SampleRules.Question);
        await visit.ClickAsync("#question-form .send");
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await visit.AnsweredAsync(2);
        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
    }

    [SkippableFact]
    public async Task Enter_that_chooses_a_word_of_an_input_method_sends_nothing()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.Page.FillAsync("#question", "申请");
        await visit.Page.EvaluateAsync("""
            const box = document.getElementById("question");
            box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true, cancelable: true }));
            box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true, cancelable: true }));
            """);
        await visit.Page.Locator("#question").PressAsync("Shift+Enter");
        await visit.Page.Keyboard.TypeAsync("材料");

        Assert.Equal(0, await visit.CountAsync(".turn"));
        Assert.Equal("申请\n材料", await visit.Page.InputValueAsync("#question"));
    }
}
