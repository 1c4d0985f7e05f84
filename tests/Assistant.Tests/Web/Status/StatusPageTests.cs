using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Assistant.Tests.LanguageModels;
using Microsoft.Playwright;

namespace Assistant.Tests.Web.Status;

/// <summary>What a reader without access to the machine learns of it.</summary>
[Collection(Chromium.Pages)]
public sealed class StatusPageTests(Chromium chromium)
{
    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_says_in_plain_words_what_is_there_and_asks_the_model_on_demand(bool withScript)
    {
        await using var visit = await chromium.VisitAsync(SampleRules.Files, "faithful", new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        await visit.Page.GotoAsync("/status");
        var says = await visit.Page.InnerTextAsync("main");
        foreach (var told in (string[])["2 个政策文件", "可以检索", "内置索引", "按检索次序排列", visit.Application.CorpusPath, visit.Application.DataPath]) Assert.Contains(told, says, StringComparison.Ordinal);
        Assert.DoesNotContain("sqlite", says, StringComparison.Ordinal);
        Assert.DoesNotContain("应答", await visit.Page.InnerTextAsync("main .facts >> nth=1"), StringComparison.Ordinal);

        await visit.Page.GetByText("检查模型是否应答").ClickAsync(new LocatorClickOptions { Timeout = 60_000 });
        await Assertions.Expect(visit.Page.Locator("main .badge.fine").Nth(1)).ToContainTextAsync("秒内应答");
        Assert.Empty(visit.Errors);
    }

    /// <summary>A foreign page can embed any address of ours as a picture.</summary>
    [Fact]
    public async Task An_address_alone_asks_no_model()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = await AssistantApplication.StartAsync(
            ["--Assistant:Chat:Endpoint", model.Endpoint, "--Assistant:Chat:Model", "faithful", "--Assistant:Chat:ApiKey", "key"], SampleRules.Files);

        Assert.Contains("检查模型是否应答", await application.Http.GetStringAsync(new Uri("/status?check=true", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_it_lies_on_the_machine_is_told_at_the_machine_only(bool throughProxy)
    {
        var address = throughProxy ? IPAddress.Loopback : Array.Find(await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork), own => !IPAddress.IsLoopback(own));
        Skip.If(address is null, "This machine has no address but its own");
        await using var application = await AssistantApplication.StartAsync(["--urls", "http://0.0.0.0:0"], SampleRules.Files);
        using var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(application.Http.BaseAddress!) { Host = address.ToString(), Path = "/status" }.Uri);
        if (throughProxy) request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        var here = await application.Http.GetStringAsync(new Uri("/status", UriKind.Relative));
        using var response = await application.Http.SendAsync(request);
        var elsewhere = await response.Content.ReadAsStringAsync();

        Assert.Contains("2 个政策文件", elsewhere, StringComparison.Ordinal);
        var version = typeof(AssistantOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+');
        foreach (var local in (string[])[application.CorpusPath, application.DataPath, .. version.Skip(1).Select(commit => commit[..Math.Min(8, commit.Length)])])
        {
            Assert.Contains(local, here, StringComparison.Ordinal);
            Assert.DoesNotContain(local, elsewhere, StringComparison.Ordinal);
        }
    }
}
