using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Assistant.Tests.Web.Memos;

/// <summary>Two hands at one memo: a page that was open while an answer was added elsewhere.</summary>
public sealed class MemoEditingTests : IAsyncLifetime
{
    private AssistantApplication _application = null!;

    public async Task InitializeAsync() => _application = await AssistantApplication.StartAsync(SampleRules.Files);

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task Saving_an_older_page_neither_drops_an_answer_added_since_nor_what_was_typed()
    {
        var memo = await MemoAsync(SampleRules.Question);
        var page = await PageAsync("/memos/" + memo);
        var added = await AnswerAsync("市交通运输局应当在多少个工作日内作出决定？");
        using var add = await _application.Http.PostAsync(new Uri($"/api/memos/{memo}/answers/{added}", UriKind.Relative), null);
        Assert.True(add.IsSuccessStatusCode);

        var (status, conflict) = await PostAsync(page, ("title", "改过的标题"), ("conclusion", "请予审议。"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("还没有保存", conflict.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.NotEqual("改过的标题", held.GetProperty("title").GetString());
        Assert.Equal(2, held.GetProperty("sections").GetArrayLength());

        var (saved, _) = await PostAsync(conflict);

        Assert.Equal(HttpStatusCode.OK, saved);
        held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Equal("改过的标题", held.GetProperty("title").GetString());
        Assert.Equal("请予审议。", held.GetProperty("conclusion").GetString());
        Assert.Equal(added, held.GetProperty("sections")[1].GetProperty("answerId").GetString());
    }

    [Fact]
    public async Task Answers_added_at_once_all_arrive()
    {
        var memo = await MemoAsync(SampleRules.Question);
        string[] answers = [.. await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AnswerAsync(SampleRules.Question)))];

        var replies = await Task.WhenAll(answers.Select(answer => _application.Http.PostAsync(new Uri($"/api/memos/{memo}/answers/{answer}", UriKind.Relative), null)));

        Assert.All(replies, reply => Assert.True(reply.IsSuccessStatusCode));
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Superset(answers.ToHashSet(StringComparer.Ordinal), held.GetProperty("sections").EnumerateArray().Select(section => section.GetProperty("answerId").GetString()!).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_patch_of_an_older_state_is_refused_and_one_of_the_held_state_kept()
    {
        var memo = await MemoAsync(SampleRules.Question);
        var seen = (await _application.GetAsync("/api/memos/" + memo)).GetProperty("changedAt").GetString();

        using var first = await PatchAsync(memo, new { title = "第一次", changedAt = seen });
        using var second = await PatchAsync(memo, new { title = "第二次", changedAt = seen });
        using var blind = await PatchAsync(memo, new { author = "办公室" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK], [first.StatusCode, second.StatusCode, blind.StatusCode]);
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Equal(("第一次", "办公室"), (held.GetProperty("title").GetString(), held.GetProperty("author").GetString()));
    }

    [Fact]
    public async Task A_patch_may_leave_sentences_alone_and_must_keep_to_those_there_are()
    {
        var memo = await MemoAsync(SampleRules.Question);
        var section = (await _application.GetAsync("/api/memos/" + memo)).GetProperty("sections")[0];
        var answer = section.GetProperty("answerId").GetString();
        var sentences = section.GetProperty("statements").GetArrayLength();

        using var untouched = await PatchAsync(memo, new { sections = new[] { new { answerId = answer, statements = new string?[] { null } } } });
        using var tooMany = await PatchAsync(memo, new { sections = new[] { new { answerId = answer, statements = Enumerable.Repeat("多余。", sentences + 1) } } });
        using var twice = await PatchAsync(memo, new { sections = new[] { new { answerId = answer }, new { answerId = answer } } });
        using var none = await PatchAsync(memo, new { sections = new object?[] { null } });
        using var title = await PatchAsync(memo, new { title = new string('长', 5000) });

        Assert.Equal(HttpStatusCode.OK, untouched.StatusCode);
        foreach (var refused in new[] { tooMany, twice, none, title }) Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(section.GetRawText(), (await _application.GetAsync("/api/memos/" + memo)).GetProperty("sections")[0].GetRawText());
    }

    [Fact]
    public async Task A_memo_of_more_sentences_than_a_form_usually_has_fields_is_saved()
    {
        var memo = await MemoAsync(SampleRules.Question);
        var page = await PageAsync("/memos/" + memo);
        var fields = Fields(page);
        fields.AddRange(Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create($"statement-none-{i}", "x")));

        using var response = await _application.Http.PostAsync(new Uri($"/memos/{memo}/edit", UriKind.Relative), new FormUrlEncodedContent(fields));

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<string> AnswerAsync(string question) => (await _application.AskAsync(question)).GetProperty("answerId").GetString()!;

    private async Task<string> MemoAsync(string question)
    {
        using var made = await _application.Http.PostAsJsonAsync("/api/memos", new { title = "要点", answers = new[] { await AnswerAsync(question) } });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private Task<HttpResponseMessage> PatchAsync(string memo, object edit) => _application.Http.PatchAsJsonAsync($"/api/memos/{memo}", edit);

    private async Task<IHtmlDocument> PageAsync(string address) =>
        await new HtmlParser().ParseDocumentAsync(await _application.Http.GetStringAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends the memo's form as a browser does, with these fields typed over.</summary>
    private async Task<(HttpStatusCode Status, IHtmlDocument Page)> PostAsync(IHtmlDocument page, params (string Name, string Text)[] typed)
    {
        var form = page.QuerySelector(".memo-form")!;
        var fields = Fields(page).Where(field => !typed.Any(over => over.Name == field.Key)).Concat(typed.Select(over => KeyValuePair.Create(over.Name, over.Text)));
        using var response = await _application.Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(fields));
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }

    private static List<KeyValuePair<string, string>> Fields(IHtmlDocument page)
    {
        var form = page.QuerySelector(".memo-form")!;
        return [.. form.QuerySelectorAll("input[name], textarea[name]").Where(field => field is not IHtmlInputElement { Type: "checkbox" })
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field is IHtmlTextAreaElement text ? text.Value : ((IHtmlInputElement)field).Value))];
    }
}
