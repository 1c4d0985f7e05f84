using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Assistant.Tests.Web.Memos;

/// <summary>Two hands at one memo: a page that was open while the memo was changed elsewhere.</summary>
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
    public async Task A_sentence_added_on_an_older_page_is_kept_with_the_place_it_rests_on()
    {
        var memo = await MemoAsync("市交通运输局应当在多少个工作日内作出决定？", SampleRules.Question);
        var before = await _application.GetAsync("/api/memos/" + memo);
        var second = AnswerOf(before, 1);
        var page = await PageAsync("/memos/" + memo);
        var rests = page.QuerySelector<IHtmlSelectElement>($"[name=rests-{second}]")!.Value;
        using (var others = await PatchAsync(memo, new { sections = new[] { new { answerId = second } } })) Assert.Equal(HttpStatusCode.OK, others.StatusCode); // Its citations are numbered anew.

        var (status, conflict) = await PostAsync(page, ("added-" + second, "另请办公室核对。"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal("另请办公室核对。", conflict.QuerySelector<IHtmlTextAreaElement>($"[name=added-{second}]")!.Value);
        Assert.Equal(rests, conflict.QuerySelector<IHtmlSelectElement>($"[name=rests-{second}]")!.Value);
        Assert.Equal(Sentences(before, 1), TextAreas(conflict, second).Select(area => area.Value));

        var (saved, _) = await PostAsync(conflict);

        Assert.Equal(HttpStatusCode.OK, saved);
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Equal([.. Sentences(before, 1), "另请办公室核对。"], Sentences(held, 0));
        var added = held.GetProperty("sections")[0].GetProperty("statements").EnumerateArray().Last();
        Assert.Equal(rests, Place(held, Assert.Single(added.GetProperty("citations").EnumerateArray()).GetInt32()));
    }

    [Fact]
    public async Task A_sentence_emptied_on_an_older_page_moves_no_other_onto_its_citation_and_reverts_nothing()
    {
        var memo = await MemoAsync(SampleRules.Question, "市交通运输局应当在多少个工作日内作出决定？");
        var before = await _application.GetAsync("/api/memos/" + memo);
        var first = AnswerOf(before, 0);
        var number = CitationsOf(before, 1, 0)[0]; // Of the other section: the sentence below is told from its neighbours by what it cites.
        using (var own = await PatchAsync(memo, new { sections = new object[] { new { answerId = first, added = new[] { new { text = "甲句。", citations = new[] { number } }, new { text = "乙句。", citations = new[] { number } } } }, new { answerId = AnswerOf(before, 1) } } }))
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        var page = await PageAsync("/memos/" + memo);
        var places = PlacesOf(await _application.GetAsync("/api/memos/" + memo), 0);
        var last = places.Count - 1;
        using (var others = await PatchAsync(memo, new { conclusion = "同意。", sections = new object[] { new { answerId = first, statements = Enumerable.Repeat<string?>(null, last).Append("丙句。") }, new { answerId = AnswerOf(before, 1) } } }))
            Assert.Equal(HttpStatusCode.OK, others.StatusCode);

        TextAreas(page, first)[0].Value = "";
        var (status, conflict) = await PostAsync(page, ("title", "改过的标题"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(["", "甲句。", "丙句。"], TextAreas(conflict, first).Select(area => area.Value).Where((_, i) => i == 0 || i >= last - 1));
        Assert.Null(conflict.QuerySelector(".not-taken"));
        var (saved, _) = await PostAsync(conflict);

        Assert.Equal(HttpStatusCode.OK, saved);
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Equal(("改过的标题", "同意。"), (held.GetProperty("title").GetString(), held.GetProperty("conclusion").GetString()));
        Assert.Equal(["甲句。", "丙句。"], Sentences(held, 0).TakeLast(2));
        Assert.Equal(places.Skip(1), PlacesOf(held, 0));
    }

    [Fact]
    public async Task What_both_changed_is_told_and_stays_as_it_is_held()
    {
        var memo = await MemoAsync(SampleRules.Question, "市交通运输局应当在多少个工作日内作出决定？");
        var before = await _application.GetAsync("/api/memos/" + memo);
        var page = await PageAsync("/memos/" + memo);
        var first = AnswerOf(before, 0);
        using (var others = await PatchAsync(memo, new { conclusion = "同意。", sections = new[] { new { answerId = first, statements = new[] { "别人改的。" } } } }))
            Assert.Equal(HttpStatusCode.OK, others.StatusCode);

        TextAreas(page, first)[0].Value = "我改的。";
        var (status, conflict) = await PostAsync(page, ("conclusion", "不同意。"), ("added-" + AnswerOf(before, 1), "补充一句。"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(["不同意。", "我改的。", "补充一句。"], conflict.QuerySelectorAll(".not-taken ins").Select(typed => typed.TextContent));
        Assert.Equal("别人改的。", TextAreas(conflict, first)[0].Value);
        var (saved, _) = await PostAsync(conflict);
        Assert.Equal(HttpStatusCode.OK, saved);
        var held = await _application.GetAsync("/api/memos/" + memo);
        Assert.Equal(("同意。", "别人改的。"), (held.GetProperty("conclusion").GetString(), Sentences(held, 0)[0]));
    }

    [Theory]
    [InlineData("""[{"text":"补充。","citations":[0]}]""")]
    [InlineData("""[{"text":"补充。","citations":[1,0]}]""")]
    [InlineData("""[{"text":"补充。","citations":[99]}]""")]
    [InlineData("[null]")]
    public async Task A_sentence_that_rests_on_no_citation_of_the_memo_is_refused(string added)
    {
        var memo = await MemoAsync(SampleRules.Question);
        var before = await _application.GetAsync("/api/memos/" + memo);

        using var refused = await PatchAsync(memo, new { sections = new[] { new { answerId = AnswerOf(before, 0), added = JsonDocument.Parse(added).RootElement } } });

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(added == "[null]" ? "null" : "处引用", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before.GetRawText(), (await _application.GetAsync("/api/memos/" + memo)).GetRawText());
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

    private async Task<string> MemoAsync(params string[] questions)
    {
        List<string> answers = [];
        foreach (var question in questions) answers.Add(await AnswerAsync(question));
        using var made = await _application.Http.PostAsJsonAsync("/api/memos", new { title = "要点", answers });
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
        return [.. form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(field => field is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field switch
            {
                IHtmlTextAreaElement text => text.Value,
                IHtmlSelectElement choice => choice.Value ?? "",
                _ => ((IHtmlInputElement)field).Value,
            }))];
    }

    private static List<IHtmlTextAreaElement> TextAreas(IHtmlDocument page, string answer) => [.. page.QuerySelectorAll<IHtmlTextAreaElement>($"[name=statement-{answer}]")];

    private static string AnswerOf(JsonElement memo, int section) => memo.GetProperty("sections")[section].GetProperty("answerId").GetString()!;

    private static List<string> Sentences(JsonElement memo, int section) =>
        [.. memo.GetProperty("sections")[section].GetProperty("statements").EnumerateArray().Select(statement => statement.GetProperty("text").GetString()!)];

    private static List<int> CitationsOf(JsonElement memo, int section, int sentence) =>
        [.. memo.GetProperty("sections")[section].GetProperty("statements")[sentence].GetProperty("citations").EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>What each sentence of a section cites, in any numbering.</summary>
    private static List<string> PlacesOf(JsonElement memo, int section) =>
        [.. Sentences(memo, section).Select((_, i) => string.Join('|', CitationsOf(memo, section, i).Select(number => Place(memo, number))))];

    private static string Place(JsonElement memo, int number)
    {
        var citation = memo.GetProperty("citations").EnumerateArray().Single(cited => cited.GetProperty("number").GetInt32() == number).GetProperty("citation");
        return $"{citation.GetProperty("start")}-{citation.GetProperty("end")} {citation.GetProperty("sourceFile").GetString()}";
    }
}
