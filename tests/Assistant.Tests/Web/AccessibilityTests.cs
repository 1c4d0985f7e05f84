using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>Every page against the rules of axe-core (WCAG 2.2 A and AA and good practice), in both languages, light and dark, wide and on a phone.</summary>
[Collection(Chromium.Pages)]
public sealed class AccessibilityTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData("zh", ColorScheme.Light, 1280)]
    [InlineData("en", ColorScheme.Dark, 390)]
    public async Task No_page_breaks_a_rule_or_is_wider_than_its_screen(string language, ColorScheme scheme, int width)
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half", new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 844 },
            BypassCSP = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = visit.Page;
        await page.GotoAsync("/?lang=" + language);
        var found = new List<string>();
        await CheckAsync("first page");
        await visit.ClickAsync(".scope summary");
        await CheckAsync("limits");
        await visit.AskAsync(SampleRules.Question);
        await CheckAsync("answer");
        await visit.ClickAsync(".marker >> nth=0");
        await page.WaitForSelectorAsync("#source-pane mark");
        await CheckAsync("source");
        await page.Keyboard.PressAsync("Escape");
        await visit.AskAsync("由谁受理？");
        await CheckAsync("follow-up");
        await page.GotoAsync("/");
        await visit.AskAsync("申请低空飞行器试飞需要几位观察员？");
        await Assertions.Expect(page.Locator(".support.not-found")).ToHaveCountAsync(1);
        await CheckAsync("not found");
        await visit.ClickAsync(".add-to-memo button >> nth=0");
        await visit.ClickAsync(".answer-foot a[href^='/memos/']");
        await CheckAsync("memo");
        var document = (await visit.Application.GetAsync("/api/documents"))[0].GetProperty("id").GetString();
        foreach (var address in (string[])["/memos", "/conversations", "/documents", $"/documents/{document}", "/files?path=bicycles.txt&start=5&end=20", "/search?question=%E7%AB%99%E7%82%B9", "/status", "/no-such-page"])
        {
            await page.GotoAsync(address);
            await CheckAsync(address);
        }
        Assert.True(found.Count == 0, string.Join("\n", found));

        async Task CheckAsync(string name)
        {
            var result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            found.AddRange(result.Violations.SelectMany(violation => violation.Nodes, (violation, node) => $"{name}: {violation.Id} ({violation.Help}): {node.Html}"));
            if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth")) found.Add($"{name}: wider than its screen");
        }
    }
}
