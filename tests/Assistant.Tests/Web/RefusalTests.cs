using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Assistant.Memos;
using Microsoft.AspNetCore.Builder;

namespace Assistant.Tests.Web;

/// <summary>Who is refused and how; and that a fault of ours is not told as one of theirs.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private AssistantApplication _application = null!;

    public async Task InitializeAsync() => _application = await AssistantApplication.StartAsync(SampleRules.Files);

    public async Task DisposeAsync() => await _application.DisposeAsync();

    [Theory]
    [InlineData("rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.rebound.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("192.168.1.7:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("web:5080", HttpStatusCode.OK)] // A neighbour in a container network.
    public async Task A_name_that_may_be_somebody_elses_is_not_answered(string host, HttpStatusCode expected)
    {
        using var response = await GetAsync(_application.Http, host);

        Assert.Equal(expected, response.StatusCode);
        if (expected != HttpStatusCode.OK) Assert.Contains("Assistant__AllowedHosts", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_the_setting_is_answered()
    {
        await using var named = await AssistantApplication.StartAsync(["--Assistant:AllowedHosts=policy.example; assistant.example"], SampleRules.Files);
        await using var any = await AssistantApplication.StartAsync(["--Assistant:AllowedHosts=*"], SampleRules.Files);

        using var ours = await GetAsync(named.Http, "assistant.example");
        using var theirs = await GetAsync(named.Http, "rebound.example");
        using var all = await GetAsync(any.Http, "rebound.example");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK], [ours.StatusCode, theirs.StatusCode, all.StatusCode]);
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_blamed_on_the_request()
    {
        using var folder = new TemporaryFolder();
        await using var broken = Assistant.Web.Program.Build(["--data", folder.Path, "--urls", "http://127.0.0.1:0"]);
        broken.MapGet("/api/broken", Microsoft.AspNetCore.Http.IResult () => throw new ArgumentOutOfRangeException("length", "slicing went wrong"));
        await broken.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(broken.Urls.First()) };

        using var response = await http.GetAsync(new Uri("/api/broken", UriKind.Relative));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("slicing", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/conversations/none/delete")]
    [InlineData("/documents/none/delete")]
    [InlineData("/memos/none/delete")]
    [InlineData("/memos/none/edit")]
    [InlineData("/memos/add")]
    [InlineData("/ask")]
    [InlineData("/status")] // Asks model servers, which may cost money.
    public async Task A_form_without_a_token_of_ours_has_expired(string address)
    {
        foreach (var token in (string?[])[null, "of an older life"])
        {
            using var form = new FormUrlEncodedContent(token is null ? [] : [KeyValuePair.Create("__RequestVerificationToken", token)]);
            using var response = await _application.Http.PostAsync(new Uri(address, UriKind.Relative), form);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains("页面已过期", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_too_large_to_be_a_memo_is_refused_before_it_is_read(bool asForm)
    {
        const long sent = MemoReader.MaxBytes * 2L;
        using var endless = new EndlessContent(sent, asForm);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/memos/verify") { Content = endless };
        request.Headers.ExpectContinue = true;
        using var response = await _application.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.True(endless.Written < sent, $"{endless.Written} bytes were taken");
    }

    [Theory]
    [InlineData("""{"title":"题","answers":[null]}""")]
    [InlineData("""{"title":"题","answers":["nowhere"]}""")]
    [InlineData("""{"answers":[]}""")]
    public async Task A_memo_that_cannot_be_made_is_refused_in_the_readers_language(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/memos?lang=en") { Content = new StringContent(body, null, "application/json") };
        using var response = await _application.Http.SendAsync(request);
        var detail = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(detail, c => c is >= '一' and <= '龥');
    }

    [Fact]
    public async Task A_question_that_is_none_is_refused_in_the_readers_language()
    {
        using var response = await _application.Http.PostAsJsonAsync("/api/ask?lang=en", new { question = "？？", conversationId = "c" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The question is empty", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient http, string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/documents");
        request.Headers.Host = host;
        return http.SendAsync(request);
    }

    /// <summary>As many bytes as promised, counted as they leave.</summary>
    private sealed class EndlessContent : HttpContent
    {
        private readonly long _length;

        public EndlessContent(long length, bool asForm)
        {
            _length = length;
            Headers.ContentType = asForm ? MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") : new("application/octet-stream");
        }

        public long Written { get; private set; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var head = "--x\r\nContent-Disposition: form-data; name=\"memo\"; filename=\"m.docx\"\r\n\r\n"u8.ToArray();
            await stream.WriteAsync(head);
            Written = head.Length;
            var block = new byte[1 << 20];
            while (Written < _length)
            {
                var size = (int)Math.Min(block.Length, _length - Written);
                await stream.WriteAsync(block.AsMemory(0, size));
                Written += size;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }
    }
}
