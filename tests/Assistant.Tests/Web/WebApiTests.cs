using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Assistant.Tests.Web;

public sealed class WebApiTests : IAsyncLifetime
{
    private AssistantApplication _application = null!;

    public async Task InitializeAsync() => _application = await AssistantApplication.StartAsync(SampleRules.Files);

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Fact]
    public async Task An_answer_cites_words_that_stand_in_the_file()
    {
        var answer = await _application.AskAsync(SampleRules.Question);

        Assert.True(answer.GetProperty("grounded").GetBoolean());
        Assert.Contains("场地使用证明", answer.GetProperty("answer").GetString(), StringComparison.Ordinal);
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        foreach (var citation in citations)
        {
            var source = await File.ReadAllTextAsync(Path.Combine(_application.CorpusPath, citation.GetProperty("sourceFile").GetString()!));
            var span = source[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()];
            Assert.Equal(Squeezed(span), Squeezed(citation.GetProperty("quote").GetString()!));
        }
    }

    [Fact]
    public async Task Events_come_in_their_order()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = SampleRules.Question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var response = await _application.Http.SendAsync(request);
        var events = (await response.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("event:", StringComparison.Ordinal)).Select(line => line[6..].Trim()).ToList();

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("passages", events[0]);
        Assert.Equal("done", events[^1]);
        Assert.True(events.IndexOf("citation") < events.LastIndexOf("token"));
        Assert.Single(events, name => name == "passages");
    }

    [Fact]
    public async Task The_text_of_every_clause_stands_at_its_span()
    {
        foreach (var document in (await _application.GetAsync("/api/documents")).EnumerateArray())
        {
            var source = await File.ReadAllTextAsync(Path.Combine(_application.CorpusPath, document.GetProperty("sourceFile").GetString()!));
            var clauses = await _application.GetAsync($"/api/documents/{document.GetProperty("id").GetString()}/clauses");
            Assert.NotEmpty(clauses.EnumerateArray());
            foreach (var clause in clauses.EnumerateArray()) Check(clause, source);
        }

        static void Check(JsonElement clause, string source)
        {
            Assert.Equal(Squeezed(source[clause.GetProperty("start").GetInt32()..clause.GetProperty("end").GetInt32()]), Squeezed(clause.GetProperty("text").GetString()!));
            foreach (var child in clause.GetProperty("children").EnumerateArray()) Check(child, source);
        }
    }

    [Theory]
    [InlineData("/api/ask", 0)]
    [InlineData("/api/ask", 100_000)]
    [InlineData("/api/search", 0)]
    [InlineData("/api/search", 100_000)]
    public async Task A_question_that_cannot_be_asked_is_refused_with_a_sentence(string route, int length)
    {
        using var response = await _application.Http.PostAsJsonAsync(route, new { question = new string('问', length) });
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("问题", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_malformed_or_unknown_is_a_problem_without_a_trace()
    {
        using var body = new StringContent("{\"question\":", null, "application/json");
        using var malformed = await _application.Http.PostAsync(new Uri("/api/ask", UriKind.Relative), body);
        using var unknown = await _application.Http.GetAsync(new Uri("/api/documents/none/clauses", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        foreach (var response in new[] { malformed, unknown })
            Assert.DoesNotContain("   at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/documents/none")]
    [InlineData("/conversations/none")]
    [InlineData("/memos/none")]
    [InlineData("/files?path=none")]
    public async Task A_page_of_what_is_gone_says_so(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await _application.Http.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_write()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "谁负责？" }) };
        request.Headers.Add("Origin", "http://elsewhere.example");
        using var response = await _application.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_upload_can_be_asked_and_a_bad_file_beside_it_is_named()
    {
        var reply = await _application.IngestAsync(("pond.txt", "临江市水塘垂钓管理规定\n\n第一条 垂钓者应当领取绿色垂钓证，每人每日不得超过六小时。\n"), ("broken.docx", "no document"));
        var files = reply.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("file").GetString()!, StringComparer.Ordinal);

        Assert.Equal("added", files["pond.txt"].GetProperty("outcome").GetString());
        Assert.Equal("failed", files["broken.docx"].GetProperty("outcome").GetString());
        Assert.NotEmpty(files["broken.docx"].GetProperty("reason").GetString()!);
        Assert.Contains("六小时", (await _application.AskAsync("垂钓者每人每日不得超过几小时？")).GetProperty("answer").GetString(), StringComparison.Ordinal);

        var id = reply.GetProperty("documents")[0].GetProperty("id").GetString();
        using var deleted = await _application.Http.DeleteAsync(new Uri($"/api/documents/{id}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.DoesNotContain((await _application.GetAsync("/api/documents")).EnumerateArray(), document => document.GetProperty("id").GetString() == id);
        Assert.False(File.Exists(Path.Combine(_application.DataPath, "uploads", "pond.txt")));
    }

    [Fact]
    public async Task Markup_in_documents_reaches_no_page_as_markup()
    {
        var answer = await _application.AskAsync("发现路灯损坏的，应当在多长时间内报修？");
        var pages = new List<string> { await PageAsync("/documents"), await PageAsync("/conversations/" + answer.GetProperty("conversationId").GetString()) };
        foreach (var document in (await _application.GetAsync("/api/documents")).EnumerateArray()) pages.Add(await PageAsync("/documents/" + document.GetProperty("id").GetString()));

        Assert.Contains(pages, page => page.Contains("路灯", StringComparison.Ordinal));
        foreach (var page in pages)
        {
            Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<string> PageAsync(string address)
    {
        using var response = await _application.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
