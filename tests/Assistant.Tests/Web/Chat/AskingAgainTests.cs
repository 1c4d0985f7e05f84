using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Tests.LanguageModels;

namespace Assistant.Tests.Web.Chat;

/// <summary>What a question that is asked again takes with it, and what it leaves.</summary>
public sealed partial class AskingAgainTests
{
    private const string Second = "本办法自何时起施行？";

    [Fact]
    public async Task Clauses_in_the_stead_of_a_model_that_fails_replace_nothing_until_it_answers()
    {
        var model = await StandInModel.StartAsync();
        var port = new Uri(model.Endpoint).Port;
        await using var application = await StartAsync(model, "faithful");
        var first = await application.AskAsync(SampleRules.Question);
        var conversation = first.GetProperty("conversationId").GetString()!;
        await application.AskAsync(Second, conversation);
        await model.DisposeAsync();

        await AskedAsync(application, SampleRules.Question, conversation, IdOf(first));
        var answers = await AnswersAsync(application, conversation);
        Assert.Equal([SampleRules.Question, Second, SampleRules.Question], answers.Select(QuestionOf));
        Assert.Equal("generative", answers[0].GetProperty("mode").GetString());
        Assert.Contains("原来的问答都保留", answers[2].GetProperty("notices").ToString(), StringComparison.Ordinal);

        model = await StandInModel.StartAsync(port);
        await using var again = model;
        await AskedAsync(application, SampleRules.Question, conversation, IdOf(first));
        Assert.Equal("generative", Assert.Single(await AnswersAsync(application, conversation)).GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Without_script_the_reader_is_told_before_later_turns_go()
    {
        await using var application = await AssistantApplication.StartAsync(SampleRules.Files);
        var first = await application.AskAsync(SampleRules.Question);
        var conversation = first.GetProperty("conversationId").GetString()!;
        var last = await application.AskAsync(Second, conversation);

        using var told = await PostAsync(application, new() { ["question"] = SampleRules.Question, ["conversationId"] = conversation, ["replaces"] = IdOf(first), ["again"] = IdOf(first) });
        Assert.Equal($"?edit={IdOf(first)}", told.RequestMessage!.RequestUri!.Query);
        Assert.Equal(2, (await AnswersAsync(application, conversation)).Count);

        using var asked = await PostAsync(application, new() { ["question"] = Second, ["conversationId"] = conversation, ["replaces"] = IdOf(last), ["again"] = IdOf(last) });
        var answers = await AnswersAsync(application, conversation);
        Assert.Equal([SampleRules.Question, Second], answers.Select(QuestionOf));
        Assert.NotEqual(IdOf(last), IdOf(answers[1]));
    }

    [Fact]
    public async Task A_stopped_change_remembers_what_it_was_to_replace()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = await StartAsync(model, "stepping");
        var (conversation, first) = await FirstAsync(application, model);
        var stopped = await StopAsync(application, model, conversation, first, () => Task.CompletedTask);

        var turn = await application.Http.GetStringAsync(new Uri($"/pieces/stopped/{stopped}", UriKind.Relative));
        Assert.Contains($"""name="replaces" value="{first}" """.Trim(), turn, StringComparison.Ordinal);
        Assert.Equal([first, stopped], (await AnswersAsync(application, conversation)).Select(IdOf));
    }

    [Fact]
    public async Task A_conversation_that_is_deleted_while_its_answer_comes_does_not_come_back_when_that_is_stopped()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = await StartAsync(model, "stepping");
        var (conversation, first) = await FirstAsync(application, model);
        var stopped = await StopAsync(application, model, conversation, first, async () => (await application.Http.DeleteAsync(new Uri($"/api/conversations/{conversation}", UriKind.Relative))).EnsureSuccessStatusCode());

        using var turn = await application.Http.GetAsync(new Uri($"/pieces/stopped/{stopped}", UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.NoContent, turn.StatusCode);
        Assert.Equal(0, (await application.GetAsync("/api/conversations")).GetArrayLength());
    }

    [Fact]
    public async Task An_answer_is_found_under_the_name_it_was_announced_by_also_when_it_was_completed()
    {
        await using var application = await AssistantApplication.StartAsync(SampleRules.Files);
        using var response = await PostAsync(application, new() { ["question"] = SampleRules.Question }, asEvents: true);
        var announced = Announced().Match(await response.Content.ReadAsStringAsync()).Groups[1].Value;

        var turn = await application.Http.GetStringAsync(new Uri($"/pieces/stopped/{announced}", UriKind.Relative));
        Assert.Contains($"data-answer=\"{announced}\"", turn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_begins_no_conversation()
    {
        await using var application = await AssistantApplication.StartAsync(SampleRules.Files);
        using var response = await PostAsync(application, new() { ["question"] = SampleRules.Question, ["conversationId"] = "not an id" }, asEvents: true);
        var text = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("event: error", text, StringComparison.Ordinal);
        Assert.DoesNotContain("event: asked", text, StringComparison.Ordinal);
    }

    private static Task<AssistantApplication> StartAsync(StandInModel model, string behaviour) => AssistantApplication.StartAsync(
        ["--Assistant:Chat:Endpoint", model.Endpoint, "--Assistant:Chat:Model", behaviour, "--Assistant:Chat:ApiKey", "key"], SampleRules.Files);

    private static async Task<(string Conversation, string Answer)> FirstAsync(AssistantApplication application, StandInModel model)
    {
        model.Steps.Release(100);
        var first = await application.AskAsync(Second);
        while (await model.Steps.WaitAsync(0)) { }
        return (first.GetProperty("conversationId").GetString()!, IdOf(first));
    }

    /// <summary>Asks instead of an answer, and leaves when the passages are there.</summary>
    /// <returns>The id under which the answer was announced.</returns>
    private static async Task<string> StopAsync(AssistantApplication application, StandInModel model, string conversation, string replaces, Func<Task> before)
    {
        var announced = "";
        using (var response = await PostAsync(application, new() { ["question"] = SampleRules.Question, ["conversationId"] = conversation, ["replaces"] = replaces }, asEvents: true))
        {
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
            while (await lines.ReadLineAsync() is { } line && !line.StartsWith("event: passages", StringComparison.Ordinal))
                if (Announced().Match(line) is { Success: true } match) announced = match.Groups[1].Value;
            await before();
        }
        await model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(10));
        return announced;
    }

    private static async Task AskedAsync(AssistantApplication application, string question, string conversation, string replaces)
    {
        using var response = await PostAsync(application, new() { ["question"] = question, ["conversationId"] = conversation, ["replaces"] = replaces });
        response.EnsureSuccessStatusCode();
    }

    /// <summary>The form of the page, sent as a browser does; a redirection is followed.</summary>
    private static async Task<HttpResponseMessage> PostAsync(AssistantApplication application, Dictionary<string, string> fields, bool asEvents = false)
    {
        fields["__RequestVerificationToken"] = Token().Match(await application.Http.GetStringAsync(new Uri("/", UriKind.Relative))).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = new FormUrlEncodedContent(fields) };
        if (asEvents) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await application.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<IReadOnlyList<JsonElement>> AnswersAsync(AssistantApplication application, string conversation) =>
        [.. (await application.GetAsync($"/api/conversations/{conversation}")).GetProperty("answers").EnumerateArray()];

    private static string IdOf(JsonElement answer) => answer.GetProperty("answerId").GetString()!;

    private static string QuestionOf(JsonElement answer) => answer.GetProperty("question").GetString()!;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("^(?:.*\n)?data: \\{\"conversationId\":\"[^\"]+\",\"answerId\":\"([^\"]+)\"\\}", RegexOptions.None)]
    private static partial Regex Announced();
}
