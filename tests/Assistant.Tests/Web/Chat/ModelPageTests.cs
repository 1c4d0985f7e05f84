using System.Net.Http.Headers;
using System.Net.Http.Json;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Web.Chat;

/// <summary>Answers of a model through the web application.</summary>
public sealed class ModelPageTests
{
    [Fact]
    public async Task A_model_that_breaks_off_voids_its_words_and_the_extractive_answer_follows()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = await AssistantApplication.StartAsync(
            ["--Assistant:Chat:Endpoint", model.Endpoint, "--Assistant:Chat:Model", "cut", "--Assistant:Chat:ApiKey", "key"], SampleRules.Files);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = SampleRules.Question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await application.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var events = text.Split('\n').Where(line => line.StartsWith("event:", StringComparison.Ordinal)).Select(line => line[6..].Trim()).ToList();

        Assert.Single(events, name => name == "restarted");
        Assert.DoesNotContain("error", events);
        Assert.Equal("done", events[^1]);
        Assert.Contains("token", events.Skip(events.IndexOf("restarted")));
        Assert.Contains("\"mode\":\"extractive\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_is_told_when_a_reader_closes_the_page()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = await AssistantApplication.StartAsync(
            ["--Assistant:Chat:Endpoint", model.Endpoint, "--Assistant:Chat:Model", "pausing-then-silent"], SampleRules.Files);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = SampleRules.Question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await application.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using (var stream = await response.Content.ReadAsStreamAsync())
        {
            using var lines = new StreamReader(stream);
            while (await lines.ReadLineAsync() is { } line && !line.StartsWith("event: token", StringComparison.Ordinal)) { }
        }

        await model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
