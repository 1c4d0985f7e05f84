namespace Assistant.Tests.Web.Documents;

/// <summary>What the web application holds while readers add to it.</summary>
public sealed class LibraryTests
{
    [Fact]
    public async Task An_upload_stands_beside_the_sample_corpus()
    {
        await using var application = await AssistantApplication.StartAsync();
        var before = (await application.GetAsync("/api/documents")).GetArrayLength();
        var read = await LastReadAsync(application);
        await application.IngestAsync(("pond.txt", "临江市水塘垂钓管理规定\n\n第一条 垂钓者应当领取绿色垂钓证，每人每日不得超过六小时。\n"));
        // The folder of uploads is watched: the whole library is read once more.
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await LastReadAsync(application) == read) await Task.Delay(100, patience.Token);

        Assert.True(before > 0);
        Assert.Equal(before + 1, (await application.GetAsync("/api/documents")).GetArrayLength());
    }

    [Fact]
    public async Task A_page_links_to_the_other_documents_that_the_library_holds_and_says_which_it_does_not()
    {
        await using var application = await AssistantApplication.StartAsync(
            ("law.txt", "中华人民共和国水塘法\n\n第一条 为了保护水塘，制定本法。\n\n第二条 垂钓者应当领取垂钓证。\n"),
            ("rules.txt", "临江市垂钓管理办法\n\n第一条 依照《水塘法》第二条和《江河法》第三条，制定本办法。\n\n第二条 本办法自2024年5月1日起施行。\n"));
        var documents = (await application.GetAsync("/api/documents")).EnumerateArray().ToDictionary(document => document.GetProperty("sourceFile").GetString()!, document => document.GetProperty("id").GetString()!);

        var page = await application.Http.GetStringAsync(new Uri($"/documents/{documents["rules.txt"]}", UriKind.Relative));

        Assert.Contains($"<a class=\"reference\" href=\"/documents/{documents["law.txt"]}#{Uri.EscapeDataString("第二条")}\"", page, StringComparison.Ordinal);
        var unheld = page.Split("<span class=\"reference unheld\"");
        Assert.Equal(2, unheld.Length);
        Assert.Contains("江河法", unheld[1][..unheld[1].IndexOf("</span>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private static async Task<string?> LastReadAsync(AssistantApplication application) =>
        (await application.GetAsync("/api/status")).GetProperty("ingestion").GetProperty("lastRead").GetString();
}
