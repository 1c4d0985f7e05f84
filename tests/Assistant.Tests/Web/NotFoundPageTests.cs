using Microsoft.Playwright;

namespace Assistant.Tests.Web;

/// <summary>Where the corpus does not answer, the page says what was looked at, what could not be, and what comes nearest.</summary>
[Collection(Chromium.Pages)]
public sealed class NotFoundPageTests(Chromium chromium)
{
    private const string Unanswerable = "申请低空飞行器试飞需要几位观察员？";

    [SkippableTheory]
    [InlineData(null)]
    [InlineData("faithful")]
    public async Task The_search_the_files_not_read_and_the_nearest_clauses_are_shown(string? model)
    {
        await using var visit = await chromium.VisitAsync([.. SampleRules.Files, ("broken.pdf", "%PDF-1.7 nothing of one")], model);
        await visit.AskAsync(Unanswerable);
        await Assertions.Expect(visit.LastTurn.Locator(".support.not-found")).ToHaveCountAsync(1);

        var turn = await visit.LastTurn.InnerTextAsync();
        Assert.Contains("已检索 2 份", turn, StringComparison.Ordinal);
        Assert.Contains("1 个文件未能读取", await visit.LastTurn.Locator(".unread").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("broken.pdf", await visit.LastTurn.Locator(".unread").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await visit.LastTurn.Locator(".nearest .passages li").CountAsync() > 0);
        await Assertions.Expect(visit.LastTurn.Locator(".nearest .passages li").First).ToBeVisibleAsync();
        if (model is not null) Assert.DoesNotContain(visit.Model.Requests, request => request.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean());
        Assert.Empty(visit.Errors);
    }

    [SkippableFact]
    public async Task An_answer_that_was_found_does_not_speak_of_files_that_were_not_read()
    {
        await using var visit = await chromium.VisitAsync([.. SampleRules.Files, ("broken.pdf", "%PDF-1.7 nothing of one")]);
        await visit.AskAsync(SampleRules.Question);
        Assert.Equal(0, await visit.CountAsync(".turn .unread"));
    }
}
