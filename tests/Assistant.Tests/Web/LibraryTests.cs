namespace Assistant.Tests.Web;

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

    private static async Task<string?> LastReadAsync(AssistantApplication application) =>
        (await application.GetAsync("/api/status")).GetProperty("ingestion").GetProperty("lastRead").GetString();
}
