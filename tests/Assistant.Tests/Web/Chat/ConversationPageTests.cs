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
    public async Task An_answer_that_is_stopped_stays_as_far_as_it_came()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        await visit.SendAsync(SampleRules.Question);
        visit.Model.Steps.Release(2); // A sentence is complete once the next one begins.
        await Assertions.Expect(visit.Page.Locator(".pending .prose a.marker")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".pending .working")).ToContainTextAsync("已写出并核对 1 句");
        var said = await visit.Page.InnerTextAsync(".pending .prose");
        await visit.ClickAsync("[data-stop]");
        await visit.AnsweredAsync(1);

        await visit.Model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(10)); // The model is not left writing for nobody.
        Assert.Contains("/conversations/", visit.Page.Url, StringComparison.Ordinal);
        await AssertStoppedAsync();
        await visit.Page.ReloadAsync();
        await AssertStoppedAsync();
        await Assertions.Expect(visit.Page.Locator("#conversations li a")).ToHaveTextAsync(SampleRules.Question);
        Assert.Equal(0, await visit.LastTurn.Locator(".add-to-memo").CountAsync()); // Half an answer is none that can be filed.

        visit.Model.Steps.Release(100);
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await Assertions.Expect(visit.LastTurn.Locator(".support.answered")).ToHaveCountAsync(1);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Turns).ToHaveCountAsync(1);
        Assert.Empty(visit.Errors);

        async Task AssertStoppedAsync()
        {
            await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync(SampleRules.Question);
            await Assertions.Expect(visit.LastTurn.Locator(".support")).ToContainTextAsync("已停止");
            Assert.Equal(Visit.Squeezed(said), Visit.Squeezed(await visit.LastTurn.Locator(".prose").InnerTextAsync()));
            Assert.Equal(1, await visit.LastTurn.Locator(".card").CountAsync());
        }
    }

    [SkippableFact]
    public async Task What_no_clause_bears_is_marked_in_a_stopped_answer_too()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half-stepping");
        await visit.SendAsync(SampleRules.Question);
        visit.Model.Steps.Release(3);
        await Assertions.Expect(visit.Page.Locator(".pending .unsupported")).ToHaveCountAsync(1);
        await visit.ClickAsync("[data-stop]");
        await visit.AnsweredAsync(1);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.LastTurn.Locator(".unsupported .words")).ToContainTextAsync("火星管理局");
        Assert.DoesNotContain("火星", await visit.LastTurn.EvaluateAsync<string>("turn => { turn.querySelectorAll('.unsupported').forEach(marked => marked.remove()); return turn.textContent; }"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_page_that_is_left_while_the_answer_comes_finds_the_question_in_its_conversation_and_in_the_box()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        await visit.SendAsync(SampleRules.Question);
        await visit.Page.WaitForSelectorAsync(".pending .passages li");
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
        await visit.Model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await visit.Page.ReloadAsync();
        await visit.ClickAsync("#conversations li a");
        await Assertions.Expect(visit.LastTurn.Locator(".support")).ToContainTextAsync("已停止");
    }

    [SkippableFact]
    public async Task Asking_again_takes_the_place_of_the_answer()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        var first = await visit.LastTurn.GetAttributeAsync("data-answer");
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await Assertions.Expect(visit.Page.Locator($"[data-answer='{first}']")).ToHaveCountAsync(0);
        await visit.AnsweredAsync(1);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Turns).ToHaveCountAsync(1);
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync(SampleRules.Question);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_changed_question_takes_the_place_of_its_turn_and_those_after_it()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync("站点的监督管理由哪个部门负责？");
        await visit.AskAsync(SampleRules.Question);
        await visit.AskAsync("市交通运输局应当在多少个工作日内作出决定？");
        var edit = visit.Turns.Nth(1).Locator("[data-edit]");

        await edit.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator("#question")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Page.Locator("[data-editing]")).ToContainTextAsync("正在修改问题");
        Assert.Equal(2, await visit.CountAsync(".to-be-replaced"));
        await visit.ClickAsync("[data-edit-cancel]");
        await Assertions.Expect(visit.Page.Locator("[data-editing]")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync("");
        Assert.Equal(0, await visit.CountAsync(".to-be-replaced"));

        await edit.ClickAsync();
        await visit.SendAsync("本办法自何时起施行？");
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync("本办法自何时起施行？");
        await visit.AnsweredAsync(2);
        await visit.Page.ReloadAsync();
        Assert.Equal(["站点的监督管理由哪个部门负责？", "本办法自何时起施行？"], await visit.Page.Locator(".turn .asked h2").AllInnerTextsAsync());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task A_change_that_comes_to_no_answer_leaves_what_was_there()
    {
        await using var visit = await chromium.VisitAsync();
        await visit.AskAsync(SampleRules.Question);
        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        await visit.Page.RouteAsync("**/ask", route => route.AbortAsync());
        await visit.SendAsync("本办法自何时起施行？");
        await Assertions.Expect(visit.Page.Locator(".failed-turn")).ToContainTextAsync("连接中断");
        await Assertions.Expect(visit.Turns.First).ToBeVisibleAsync();

        await visit.Page.UnrouteAsync("**/ask");
        await visit.ClickAsync(".turn [data-retry]");
        await Assertions.Expect(visit.Turns.First.Locator("h2").First).ToHaveTextAsync("本办法自何时起施行？");
        await visit.AnsweredAsync(1);
    }

    [SkippableFact]
    public async Task A_change_that_is_stopped_and_asked_again_takes_the_place_it_was_meant_for()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "stepping");
        visit.Model.Steps.Release(100);
        await visit.AskAsync("站点的监督管理由哪个部门负责？");
        while (await visit.Model.Steps.WaitAsync(0)) { }
        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        await visit.SendAsync(SampleRules.Question);
        await visit.Page.WaitForSelectorAsync(".pending .passages li");
        await visit.ClickAsync("[data-stop]");
        await visit.AnsweredAsync(2);

        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        Assert.Equal(2, await visit.CountAsync(".to-be-replaced"));
        await visit.ClickAsync("[data-edit-cancel]");
        visit.Model.Steps.Release(100);
        visit.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync(); // It takes two turns with it, and says so.
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await visit.AnsweredAsync(1);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Turns).ToHaveCountAsync(1);
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync(SampleRules.Question);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Asking_again_and_changing_work_without_script()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.Page.FillAsync("#question", SampleRules.Question);
        await visit.ClickAsync("#question-form .send");
        var first = await visit.LastTurn.GetAttributeAsync("data-answer");
        await visit.LastTurn.GetByText("重新回答").ClickAsync();
        await Assertions.Expect(visit.Page.Locator($"[data-answer='{first}']")).ToHaveCountAsync(0);
        await visit.AnsweredAsync(1);
        await visit.LastTurn.Locator("[data-edit]").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-editing]")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(SampleRules.Question);
        await visit.Page.FillAsync("#question", "本办法自何时起施行？");
        await visit.ClickAsync("#question-form .send");
        await Assertions.Expect(visit.LastTurn.Locator("h2").First).ToHaveTextAsync("本办法自何时起施行？");
        await visit.AnsweredAsync(1);
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
