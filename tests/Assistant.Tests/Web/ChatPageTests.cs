using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>The pages as a person meets them, in a real Chromium.</summary>
public sealed class ChatPageTests : IAsyncLifetime
{
    private static readonly string? Chromium = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly List<string> _errors = [];
    private AssistantApplication _application = null!;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Chromium is null) return;
        _application = await AssistantApplication.StartAsync(SampleRules.Files);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_application is not null) await _application.DisposeAsync();
    }

    [SkippableFact]
    public async Task Asking_shows_the_answer_and_a_citation_opens_the_marked_words_by_keyboard_alone()
    {
        var page = await OpenAsync();
        await page.Keyboard.TypeAsync(SampleRules.Question); // The box has the focus.
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".turn[data-answer] .marker");
        Assert.Contains("场地使用证明", await page.InnerTextAsync(".turn .prose"), StringComparison.Ordinal);

        await page.FocusAsync(".turn .marker");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#source-pane mark");
        var marked = string.Concat(await page.Locator("#source-pane mark").AllInnerTextsAsync());
        Assert.Equal(Squeezed(await page.InnerTextAsync(".card blockquote >> nth=0")), Squeezed(marked));
        await Assertions.Expect(page.Locator("#source-pane mark").First).ToBeInViewportAsync();

        await page.Keyboard.PressAsync("Escape");
        Assert.True(await page.Locator("#source-pane").IsHiddenAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.matches('.marker')"));
        Assert.Empty(_errors);
    }

    [SkippableFact]
    public async Task A_follow_up_stays_in_the_conversation_and_is_there_after_a_reload()
    {
        var page = await OpenAsync();
        await AskAsync(page, SampleRules.Question, 1);
        await AskAsync(page, "市交通运输局应当在多少个工作日内作出决定？", 2);
        await page.ReloadAsync();

        Assert.Equal(2, await page.Locator(".turn").CountAsync());
        Assert.Equal(1, await page.Locator("#conversations li").CountAsync());
        Assert.Contains("十五个工作日", await page.Locator(".turn").Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(_errors);
    }

    [SkippableFact]
    public async Task Asking_and_reading_work_without_script()
    {
        var page = await OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.FillAsync("#question", SampleRules.Question);
        await page.ClickAsync("#question-form .send");
        await page.WaitForSelectorAsync(".turn .marker");
        var quote = Squeezed(await page.InnerTextAsync(".card blockquote >> nth=0"));
        await page.ClickAsync(".card-link >> nth=0");
        await page.WaitForSelectorAsync(".document-text mark");

        Assert.Equal(quote, Squeezed(string.Concat(await page.Locator(".document-text mark").AllInnerTextsAsync())));
    }

    [SkippableFact]
    public async Task English_is_one_click_away_and_stays()
    {
        var page = await OpenAsync();
        Assert.Equal("zh-CN", await page.GetAttributeAsync("html", "lang"));
        await page.ClickAsync(".languages a[lang=en]");
        await page.GotoAsync("/documents");

        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        Assert.Equal("Documents", await page.InnerTextAsync("h1"));
        Assert.Empty(_errors);
    }

    [SkippableFact]
    public async Task A_quote_far_down_a_document_is_scrolled_into_view()
    {
        var page = await OpenAsync();
        await AskAsync(page, "第六十二号站点的台账保存期限为几个月？", 1);
        await page.ClickAsync(".card-link >> nth=0");
        var mark = page.Locator("#source-pane mark").First;

        await Assertions.Expect(mark).ToBeInViewportAsync();
        Assert.True(await page.EvaluateAsync<double>("document.querySelector('[data-pane-body]').scrollTop") > 0);
    }

    [SkippableFact]
    public async Task Documents_run_nothing_in_the_page()
    {
        var page = await OpenAsync();
        await AskAsync(page, "发现路灯损坏的，应当在多长时间内报修？", 1);
        await page.ClickAsync(".card-link >> nth=0");
        await page.WaitForSelectorAsync("#source-pane mark");

        Assert.False(await page.EvaluateAsync<bool>("'owned' in window || document.title === 'owned'"));
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        Assert.Empty(_errors);
    }

    private static async Task AskAsync(IPage page, string question, int turns)
    {
        await page.FillAsync("#question", question);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn[data-answer]")).ToHaveCountAsync(turns, new LocatorAssertionsToHaveCountOptions { Timeout = 30_000 });
    }

    private async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Skip.If(Chromium is null, "Chromium is not installed (apt-get install chromium)");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = _application.Http.BaseAddress!.ToString();
        var page = await (await _browser!.NewContextAsync(options)).NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
        await page.GotoAsync("/");
        return page;
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
