using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>Limiting a question to documents, issuers, kinds, dates, what is in force.</summary>
[Collection(Chromium.Pages)]
public sealed class ScopePageTests(Chromium chromium)
{
    private const string Question = "站点或者摊点的监督管理由哪个部门负责？";

    private static (string Name, string Text)[] Files =>
    [
        ..SampleRules.Files,
        ("stalls.txt", """
            临江市便民摊点管理办法

            （2021年6月1日临江市人民政府令第9号公布）

            第一条 为了规范便民摊点，制定本办法。

            第二条 市城市管理局负责全市便民摊点的监督管理工作。

            第三条 本办法自2021年7月1日起施行。
            """),
    ];

    [SkippableFact]
    public async Task A_title_becomes_its_documents_is_shown_with_the_answer_and_kept_for_the_next_question()
    {
        await using var visit = await chromium.VisitAsync(Files);
        await visit.ClickAsync(".scope summary");
        await visit.Page.FillAsync("input[name=title]", "便民摊点");
        await visit.Page.PressAsync("input[name=title]", "Enter");
        await Assertions.Expect(visit.Page.Locator(".chips li")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator(".scope summary")).ToContainTextAsync("《临江市便民摊点管理办法》");
        await visit.AskAsync(Question);
        await AssertStallsOnlyAsync(visit, 1);

        await visit.AskAsync("本办法自何时起施行？");
        await AssertStallsOnlyAsync(visit, 2);
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator(".scope-line")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator(".scope .limited")).ToContainTextAsync("便民摊点");

        await visit.ClickAsync(".scope summary");
        await visit.ClickAsync("[data-scope-clear]");
        await Assertions.Expect(visit.Page.Locator(".scope summary")).ToContainTextAsync("全部政策文件");
        await visit.AskAsync(SampleRules.Question);
        Assert.Contains("公共自行车", await visit.LastTurn.Locator(".cards").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task It_works_without_script()
    {
        await using var visit = await chromium.VisitAsync(Files, options: new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.ClickAsync(".scope summary");
        await visit.Page.FillAsync("input[name=title]", "便民摊点");
        await visit.Page.CheckAsync("input[name=inForce]");
        await visit.Page.FillAsync("#question", Question);
        await visit.ClickAsync("#question-form .send");
        await AssertStallsOnlyAsync(visit, 1);
        await Assertions.Expect(visit.Page.Locator(".scope-line")).ToContainTextAsync("仅现行有效");

        await visit.Page.FillAsync("#question", "本办法自何时起施行？");
        await visit.ClickAsync("#question-form .send");
        await AssertStallsOnlyAsync(visit, 2);
    }

    [SkippableFact]
    public async Task A_title_that_no_document_has_is_told_and_the_question_stays()
    {
        await using var visit = await chromium.VisitAsync(Files);
        await visit.ClickAsync(".scope summary");
        await visit.Page.FillAsync("input[name=title]", "没有这份");
        await visit.Page.PressAsync("input[name=title]", "Enter");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[name=title]').validationMessage.includes('没有这份')");
        await Assertions.Expect(visit.Page.Locator("#scope-fault")).ToContainTextAsync("没有这份");

        // Whoever goes on to the question is left there, and is told only when it is sent.
        await visit.ClickAsync("#question");
        await Assertions.Expect(visit.Page.Locator("#scope-fault")).ToBeVisibleAsync();
        await visit.Page.Keyboard.TypeAsync(Question);
        await Assertions.Expect(visit.Page.Locator("#question")).ToHaveValueAsync(Question);
        await visit.ClickAsync(".scope summary");
        await visit.ClickAsync("#question-form .send");
        await Assertions.Expect(visit.Page.Locator("input[name=title]")).ToBeFocusedAsync();
        Assert.Equal(0, await visit.CountAsync(".turn"));

        await visit.Page.FillAsync("input[name=title]", "便民摊点");
        await visit.ClickAsync("#question-form .send");
        await AssertStallsOnlyAsync(visit, 1);
        // Chromium reports the refused request of its own accord.
        Assert.All(visit.Errors, error => Assert.Contains("400", error, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Nothing_found_within_limits_is_asked_everywhere_with_one_click()
    {
        await using var visit = await chromium.VisitAsync(Files);
        var id = (await visit.Application.GetAsync("/api/documents?query=" + Uri.EscapeDataString("便民摊点")))[0].GetProperty("id").GetString();
        await visit.Page.GotoAsync($"/documents/{id}");
        await visit.ClickAsync("a[href^='/?documents=']");
        await Assertions.Expect(visit.Page.Locator(".scope .limited")).ToContainTextAsync("便民摊点");
        await visit.AskAsync("发现路灯损坏的，应当在多长时间内报修？");
        await Assertions.Expect(visit.LastTurn.Locator(".support.not-found")).ToHaveCountAsync(1);
        Assert.Contains("已检索 1 份", await visit.LastTurn.Locator(".prose").InnerTextAsync(), StringComparison.Ordinal);

        await visit.LastTurn.GetByText("在全部政策文件中再问一次").ClickAsync();
        await visit.AnsweredAsync(2);
        Assert.Contains("二十四小时", await visit.LastTurn.Locator(".prose").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.LastTurn.Locator(".scope-line").CountAsync());
    }

    [Fact]
    public async Task A_kind_limits_what_is_searched()
    {
        await using var application = await AssistantApplication.StartAsync(Files);
        var found = await application.SearchAsync(new { question = "路灯维修须知", filters = new { kinds = new[] { "notice" } } });
        Assert.NotEmpty(found);
        Assert.All(found, file => Assert.Equal("hostile.txt", file));
        Assert.DoesNotContain("hostile.txt", await application.SearchAsync(new { question = "路灯维修须知", filters = new { kinds = new[] { "regulation" } } }));
    }

    private static async Task AssertStallsOnlyAsync(Visit visit, int turns)
    {
        await visit.AnsweredAsync(turns);
        await Assertions.Expect(visit.LastTurn.Locator(".scope-line")).ToContainTextAsync("《临江市便民摊点管理办法》");
        var files = await visit.LastTurn.Locator(".cited-document .file").AllInnerTextsAsync();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Equal("stalls.txt", file));
    }
}
