using System.Globalization;
using Assistant.Tests.LanguageModels;
using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>A person at a page: asks, waits for the answer; what the page complains about and asks the network for is collected.</summary>
public sealed class Visit : IAsyncDisposable
{
    /// <summary>For an answer: other tests may keep both cores busy.</summary>
    private const float Patience = 30_000;

    public Visit(AssistantApplication application, StandInModel? model, IPage page)
    {
        Application = application;
        Model = model!;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error") Errors.Add(message.Text);
        };
        page.PageError += (_, error) => Errors.Add(error);
        page.Request += (_, request) => Requests.Add(new Uri(request.Url));
    }

    public AssistantApplication Application { get; }

    /// <summary>Null without one; a test that asks for a model names it.</summary>
    public StandInModel Model { get; }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public List<Uri> Requests { get; } = [];

    public ILocator Turns => Page.Locator(".turn[data-answer]");

    public ILocator LastTurn => Page.Locator(".turn").Last;

    /// <summary>Types the question and sends it; the answer is not waited for.</summary>
    public async Task SendAsync(string question)
    {
        await Page.FillAsync("#question", question);
        await Page.Locator("#question").PressAsync("Enter");
    }

    public async Task AskAsync(string question)
    {
        var before = await Turns.CountAsync();
        await SendAsync(question);
        await AnsweredAsync(before + 1);
    }

    /// <summary>Waits until so many answers are complete on the page.</summary>
    public Task AnsweredAsync(int turns) => Assertions.Expect(Turns).ToHaveCountAsync(turns, new LocatorAssertionsToHaveCountOptions { Timeout = Patience });

    /// <summary>Sends a form's question where no script runs, or presses anything else that leads to another page.</summary>
    public Task ClickAsync(string selector) => Page.ClickAsync(selector, new PageClickOptions { Timeout = Patience });

    public async Task<int> CountAsync(string selector) => await Page.Locator(selector).CountAsync();

    public static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format));

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await Application.DisposeAsync();
        if (Model is not null) await Model.DisposeAsync();
    }
}
