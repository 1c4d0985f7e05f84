using Assistant.Tests.Answering;
using Assistant.Tests.LanguageModels;
using Microsoft.Playwright;

namespace Assistant.Tests.Web.Chat;

/// <summary>A model's sentence that no clause bears: marked with its reason or left out, as the reader chooses, now and later.</summary>
[Collection(Chromium.Pages)]
public sealed class UnsupportedSentencesPageTests(Chromium chromium)
{
    [SkippableFact]
    public async Task It_is_marked_with_its_reason_and_can_be_left_out_and_shown_again()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half");
        await visit.AskAsync(SampleRules.Question);
        var sentence = visit.Page.Locator(".turn .unsupported");
        await Assertions.Expect(sentence).ToHaveCountAsync(1);
        Assert.Equal(StandInReplies.Invented, await sentence.Locator(".words").InnerTextAsync());
        Assert.Contains("未获条文支持", await sentence.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual("", await sentence.Locator(".why").InnerTextAsync());
        Assert.Equal(0, await sentence.Locator(".marker").CountAsync());
        Assert.True(await visit.CountAsync(".turn .prose .marker") > 0);

        await visit.ClickAsync(".when-marked button");
        await Assertions.Expect(sentence).ToBeHiddenAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.activeElement.matches('.when-left-out button')"));
        await visit.Page.ReloadAsync();
        await Assertions.Expect(sentence).ToBeHiddenAsync();
        await Assertions.Expect(visit.Page.Locator(".when-left-out")).ToContainTextAsync("1 句");

        await visit.ClickAsync(".when-left-out button");
        await Assertions.Expect(sentence).ToBeVisibleAsync();
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task Left_out_when_asked_it_is_not_seen_while_the_answer_comes_and_can_be_shown_in_its_place_later()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half-stepping");
        await visit.ClickAsync(".scope summary");
        await visit.Page.CheckAsync("input[name=unsupportedSentences][value=leaveOut]");
        await visit.SendAsync(SampleRules.Question);
        for (var i = 0; i < 3; i++) visit.Model.Steps.Release();
        await Assertions.Expect(visit.Page.Locator(".pending .prose .marker")).Not.ToHaveCountAsync(0);
        Assert.DoesNotContain("火星", await visit.Page.InnerTextAsync(".pending .prose"), StringComparison.Ordinal);
        visit.Model.Steps.Release(100);
        await visit.AnsweredAsync(1);
        Assert.DoesNotContain("火星", await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await visit.ClickAsync(".when-left-out button");
        var prose = Visit.Squeezed(await visit.Page.InnerTextAsync(".turn .prose"));
        Assert.Contains(StandInReplies.Invented, prose, StringComparison.Ordinal);
        Assert.True(prose.IndexOf("火星", StringComparison.Ordinal) < prose.LastIndexOf('。'), "It stands behind the sentence it followed.");
        Assert.True(await visit.Page.Locator("input[name=unsupportedSentences][value=mark]").IsCheckedAsync());
        Assert.Empty(visit.Errors);
    }

    [SkippableTheory]
    [InlineData("half-stepping", SampleRules.Question)]
    [InlineData("half-english-stepping", "What is the fine for violations?")]
    public async Task It_is_marked_while_the_answer_comes(string behaviour, string question)
    {
        await using var visit = await chromium.VisitAsync([.. SampleRules.Files, ("节水.txt", SampleRegulation.Text)], behaviour);
        await visit.SendAsync(question);
        visit.Model.Steps.Release(3); // The last one is not: the answer stays open.

        var sentence = visit.Page.Locator(".pending .prose .unsupported").Last;
        await Assertions.Expect(sentence.Locator(".words")).ToHaveTextAsync(behaviour == "half-stepping" ? StandInReplies.Invented : StandInReplies.InventedInEnglish);
        Assert.NotEqual("", await sentence.Locator(".why").InnerTextAsync());
        Assert.Equal(await visit.CountAsync(".pending .prose .unsupported"), (await visit.Page.InnerTextAsync(".pending .prose")).Split('⚠').Length - 1);
        visit.Model.Steps.Release(100);
        await visit.AnsweredAsync(1);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task The_choice_works_without_script()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half", new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.ClickAsync(".scope summary");
        await visit.Page.CheckAsync("input[name=unsupportedSentences][value=leaveOut]");
        await visit.Page.FillAsync("#question", SampleRules.Question);
        await visit.ClickAsync("#question-form .send");
        await Assertions.Expect(visit.Page.Locator(".turn .marker").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".unsupported")).ToBeHiddenAsync();

        await visit.ClickAsync(".when-left-out button");
        await Assertions.Expect(visit.Page.Locator(".unsupported")).ToBeVisibleAsync();
        await visit.Page.GotoAsync("/");
        Assert.True(await visit.Page.Locator("input[name=unsupportedSentences][value=mark]").IsCheckedAsync());
    }

    [SkippableFact]
    public async Task A_memo_takes_what_the_reader_had_shown()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half");
        await visit.AskAsync(SampleRules.Question);
        await visit.ClickAsync(".when-marked button");
        await visit.ClickAsync(".add-to-memo button");
        await visit.ClickAsync(".answer-foot a[href^='/memos/']");
        await visit.Page.WaitForSelectorAsync(".sentence textarea");
        Assert.DoesNotContain("火星", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.CountAsync("[aria-invalid=true]"));
    }

    [SkippableFact]
    public async Task What_is_copied_is_what_is_shown()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half", new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await visit.AskAsync(SampleRules.Question);
        await visit.ClickAsync("[data-copy]");
        var marked = await CopiedAsync(visit);
        Assert.Contains(StandInReplies.Invented, marked, StringComparison.Ordinal);
        Assert.Contains("未获条文支持", marked, StringComparison.Ordinal);
        Assert.Contains("[1] 《临江市公共自行车站点管理办法》", marked, StringComparison.Ordinal);

        await visit.ClickAsync(".when-marked button");
        await visit.ClickAsync("[data-copy]");
        await Assertions.Expect(visit.Page.Locator("[data-copy]")).ToHaveTextAsync("已复制");
        Assert.DoesNotContain("火星", await CopiedAsync(visit), StringComparison.Ordinal);
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task An_English_reader_copies_English_brackets()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half", new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await visit.ClickAsync(".languages a[lang=en]");
        await visit.Page.WaitForSelectorAsync("html[lang=en]");
        await visit.AskAsync(SampleRules.Question);
        await visit.ClickAsync("[data-copy]");
        var copied = await CopiedAsync(visit, "Copied");
        Assert.Matches(@"(?m)^\[1\] .*: “", copied);
        Assert.Contains(" (", copied, StringComparison.Ordinal);
    }

    private static async Task<string> CopiedAsync(Visit visit, string said = "已复制")
    {
        await Assertions.Expect(visit.Page.Locator("[data-copy]")).ToHaveTextAsync(said);
        return await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }
}
