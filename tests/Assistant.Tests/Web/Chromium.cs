using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>A real Chromium on an application of its own; what its pages complain about is collected.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private AssistantApplication? _application;

    public List<string> Errors { get; } = [];

    /// <summary>Does nothing where no Chromium is installed: then <see cref="OpenAsync"/> skips the test.</summary>
    public async Task StartAsync(params (string Name, string Text)[] files)
    {
        if (Program is null) return;
        _application = await AssistantApplication.StartAsync(files);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>The first page of the application, in a profile of its own.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Skip.If(Program is null, "Chromium is not installed (apt-get install chromium)");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = _application!.Http.BaseAddress!.ToString();
        var page = await (await _browser!.NewContextAsync(options)).NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
        await page.GotoAsync("/");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_application is not null) await _application.DisposeAsync();
    }
}
