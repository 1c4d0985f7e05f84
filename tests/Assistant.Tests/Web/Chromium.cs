using Assistant.Tests.LanguageModels;
using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>One real Chromium for all tests of pages, which run one after the other: two browsers at once make a small machine slow.</summary>
[CollectionDefinition(Pages)]
public sealed class Chromium : IAsyncLifetime, ICollectionFixture<Chromium>
{
    public const string Pages = "pages";

    private static readonly string? Program = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Program is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>The first page of an application of its own, in a profile of its own. Skips the test where no Chromium is installed.</summary>
    public Task<Visit> VisitAsync(BrowserNewContextOptions? options = null) => VisitAsync(SampleRules.Files, null, options);

    /// <param name="files">The corpus.</param>
    /// <param name="model">How the stand-in model behaves; null for an application without one.</param>
    /// <param name="settings">Switches for the application.</param>
    public async Task<Visit> VisitAsync((string Name, string Text)[] files, string? model = null, BrowserNewContextOptions? options = null, params string[] settings)
    {
        Skip.If(_browser is null, "Chromium is not installed (apt-get install chromium)");
        var standIn = model is null ? null : await StandInModel.StartAsync();
        string[] chat = standIn is null ? [] : ["--Assistant:Chat:Endpoint", standIn.Endpoint, "--Assistant:Chat:Model", model!, "--Assistant:Chat:ApiKey", "key"];
        var application = await AssistantApplication.StartAsync([.. chat, .. settings], files);
        options ??= new BrowserNewContextOptions();
        options.BaseURL = application.Http.BaseAddress!.ToString();
        var visit = new Visit(application, standIn, await (await _browser!.NewContextAsync(options)).NewPageAsync());
        await visit.Page.GotoAsync("/");
        return visit;
    }
}
