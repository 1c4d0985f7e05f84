using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>The same pages on a phone, on paper, in the dark.</summary>
[Collection(Chromium.Pages)]
public sealed class AppearanceTests(Chromium chromium)
{
    [SkippableFact]
    public async Task On_a_phone_the_list_of_conversations_waits_until_it_is_wanted()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, HasTouch = true });
        await visit.AskAsync(SampleRules.Question);
        await Assertions.Expect(visit.Page.Locator("#conversations li a")).ToBeHiddenAsync();
        Assert.InRange((await visit.Page.Locator(".side").BoundingBoxAsync())!.Height, 1, 60); // One row.
        await visit.ClickAsync(".menu > summary");
        await Assertions.Expect(visit.Page.Locator("#conversations li a")).ToBeVisibleAsync();

        await visit.ClickAsync(".marker >> nth=0");
        await Assertions.Expect(visit.Page.Locator("#source-pane mark").First).ToBeInViewportAsync();
        Assert.Equal(390, (await visit.Page.Locator("#source-pane").BoundingBoxAsync())!.Width);
        await visit.ClickAsync("[data-pane-close]");
        await Assertions.Expect(visit.Page.Locator(".turn .prose")).ToBeVisibleAsync();
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task On_paper_stand_the_answer_and_its_sources_in_black()
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "half", new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        await visit.AskAsync(SampleRules.Question);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        foreach (var shown in (string[])[".turn h2 >> nth=0", ".prose", ".unsupported", ".card >> nth=0"]) await Assertions.Expect(visit.Page.Locator(shown)).ToBeVisibleAsync();
        foreach (var hidden in (string[])[".side", ".question-box", "[data-copy]", ".add-to-memo", ".suggestions >> nth=0"]) await Assertions.Expect(visit.Page.Locator(hidden)).ToBeHiddenAsync();
        Assert.Equal("rgb(0, 0, 0)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.prose')).color"));
        Assert.Equal("rgb(255, 255, 255)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor"));
        Assert.Contains("[", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.marker'), '::before').content"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task In_the_dark_the_ground_is_dark_and_the_words_are_light()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { ColorScheme = ColorScheme.Dark });
        var (ground, ink) = (await BrightnessAsync("backgroundColor"), await BrightnessAsync("color"));
        Assert.True(ground < 60 && ink > 180, $"ground {ground}, ink {ink}");

        async Task<int> BrightnessAsync(string property) =>
            await visit.Page.EvaluateAsync<int>("property => Math.max(...getComputedStyle(document.documentElement)[property].match(/\\d+/g).slice(0, 3).map(Number))", property);
    }

    [SkippableFact]
    public async Task The_next_question_moves_to_the_top_of_the_screen_so_that_its_answer_is_seen()
    {
        await using var visit = await chromium.VisitAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 1280, Height = 800 } });
        await visit.AskAsync(SampleRules.Question);
        await visit.AskAsync("市交通运输局应当在多少个工作日内作出决定？");
        Assert.InRange((await visit.LastTurn.BoundingBoxAsync())!.Y, 0, 200);
        await Assertions.Expect(visit.LastTurn.Locator(".prose")).ToBeInViewportAsync();
    }
}
