using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.LanguageModels;

/// <summary>
/// A model server that speaks the OpenAI protocol over a real socket and does as the model's name says: faithful, lying, cut, status-429 ….
/// See <see cref="StandInReplies"/> for what it writes.
/// </summary>
public sealed class StandInModel : IAsyncDisposable
{
    private readonly WebApplication _application;
    private int _calls;

    private StandInModel(WebApplication application) => _application = application;

    /// <summary>The base address, with <c>/v1</c>.</summary>
    public string Endpoint => _application.Urls.First() + "/v1";

    /// <summary>The bodies received, oldest first.</summary>
    public ConcurrentQueue<JsonDocument> Requests { get; } = new();

    /// <summary>Where a status of 3xx points.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>Set when a reply is begun.</summary>
    public TaskCompletionSource CallerCame { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when a caller left before its reply was complete.</summary>
    public TaskCompletionSource CallerLeft { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A model whose name holds <c>stepping</c> sends one sentence for each release.</summary>
    public SemaphoreSlim Steps { get; } = new(0);

    public static async Task<StandInModel> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var application = builder.Build();
        var model = new StandInModel(application);
        application.MapPost("/v1/chat/completions", model.ChatAsync);
        application.MapPost("/v1/embeddings", model.EmbedAsync);
        await application.StartAsync();
        return model;
    }

    public ValueTask DisposeAsync()
    {
        Steps.Dispose();
        return _application.DisposeAsync();
    }

    private async Task ChatAsync(HttpContext http)
    {
        var body = await JsonDocument.ParseAsync(http.Request.Body);
        Requests.Enqueue(body);
        var behaviour = body.RootElement.GetProperty("model").GetString()!;
        var call = Interlocked.Increment(ref _calls);
        if (behaviour.StartsWith("status-", StringComparison.Ordinal) && !(behaviour.EndsWith("-once", StringComparison.Ordinal) && call > 1))
        {
            http.Response.StatusCode = int.Parse(behaviour.Split('-')[1]);
            if (http.Response.StatusCode is >= 300 and < 400) http.Response.Headers.Location = Elsewhere;
            if (http.Response.StatusCode == 429) http.Response.Headers.RetryAfter = behaviour.EndsWith("-once", StringComparison.Ordinal) ? "1" : "30";
            await http.Response.WriteAsJsonAsync(new { error = new { message = "no", type = "scripted", code = behaviour.Split('-', 3) is [_, _, var named] ? named : null } });
            return;
        }
        string[] messages = [.. body.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()!)];
        if (!body.RootElement.TryGetProperty("stream", out var stream) || !stream.GetBoolean())
        {
            await http.Response.WriteAsJsonAsync(new { choices = new[] { new { index = 0, message = new { role = "assistant", content = StandInReplies.Short(messages) }, finish_reason = "stop" } } });
            return;
        }
        if (behaviour is "page")
        {
            await http.Response.WriteAsync("<html><body>It works!</body></html>");
            return;
        }
        http.Response.ContentType = "text/event-stream";
        CallerCame.TrySetResult();
        try
        {
            await StreamAsync(http, behaviour, StandInReplies.Answer(behaviour, messages));
        }
        catch (OperationCanceledException)
        {
            CallerLeft.TrySetResult();
        }
    }

    private async Task StreamAsync(HttpContext http, string behaviour, string answer)
    {
        var left = http.RequestAborted;
        if (behaviour is "silent") await Task.Delay(Timeout.Infinite, left);
        if (behaviour is "keeping-alive")
        {
            while (true)
            {
                await http.Response.WriteAsync(": keep-alive\n\n", left);
                await http.Response.Body.FlushAsync(left);
                await Task.Delay(100, left);
            }
        }
        if (behaviour is "one-line")
        {
            await http.Response.WriteAsync("data: ", left);
            var filler = new string('x', 1 << 16);
            while (true) await http.Response.WriteAsync(filler, left);
        }
        if (behaviour is "only-thoughts")
        {
            for (var i = 0; i < 5; i++) await http.Response.WriteAsync("data: {\"choices\":[{\"delta\":{\"content\":null,\"reasoning_content\":\"想一想。\"}}]}\n\n", left);
            await http.Response.WriteAsync("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\ndata: [DONE]\n\n", left);
            return;
        }
        if (behaviour is "malformed") await http.Response.WriteAsync("data: {\"choices\": [ {\n\n", left);
        if (behaviour is "error-inside") await http.Response.WriteAsync("data: {\"error\": {\"message\": \"overloaded\"}}\n\n", left);
        if (behaviour is "endless")
        {
            while (true) await WriteAsync(http, "这一句没有尽头，", left);
        }
        // Pieces of uneven length, so that markers, numbers and sentences are cut anywhere.
        var stepping = behaviour.Contains("stepping", StringComparison.Ordinal);
        var at = 0;
        foreach (var rune in stepping ? StandInReplies.Cited(answer) : Pieces(answer, behaviour is "faithful-by-character" ? 1 : 7))
        {
            if (stepping) await Steps.WaitAsync(left);
            if (behaviour is "pausing") await Task.Delay(200, left);
            if ((behaviour is "cut" && at++ > 3) || (behaviour is "cut-stepping" && at++ > 1))
            {
                // Ends in the middle of a character and of an event, without a word of farewell.
                var bytes = Encoding.UTF8.GetBytes("data: {\"choices\":[{\"delta\":{\"content\":\"应当");
                await http.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length - 1), left);
                await http.Response.Body.FlushAsync(left);
                http.Abort();
                return;
            }
            if (behaviour is "closed" && at++ > 3) return;
            // After a sentence or more, which has been read by then.
            if (behaviour is "cut-late" && at++ > answer.Length / 14)
            {
                await Task.Delay(500, left);
                http.Abort();
                return;
            }
            await WriteAsync(http, rune, left);
        }
        if (behaviour is "pausing-then-silent") await Task.Delay(Timeout.Infinite, left);
        await http.Response.WriteAsync("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + (behaviour switch { "cut-short" => "length", "filtered" => "content_filter", "exhausted" => "insufficient_system_resource", _ => "stop" }) + "\"}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":34,\"total_tokens\":46}}\n\ndata: [DONE]\n\n", left);
    }

    private static IEnumerable<string> Pieces(string text, int length)
    {
        for (var at = 0; at < text.Length; at += length) yield return text.Substring(at, Math.Min(length, text.Length - at));
    }

    private static async Task WriteAsync(HttpContext http, string content, CancellationToken left)
    {
        var chunk = JsonSerializer.Serialize(new { choices = new[] { new { index = 0, delta = new { content } } } });
        await http.Response.WriteAsync($"data: {chunk}\n\n", left);
        await http.Response.Body.FlushAsync(left);
    }

    private async Task EmbedAsync(HttpContext http)
    {
        var body = await JsonDocument.ParseAsync(http.Request.Body);
        Requests.Enqueue(body);
        var texts = body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!).ToList();
        // In reverse order: the protocol names the place of each vector.
        var data = texts.Select((text, index) => new { index, embedding = new[] { text.Length, index, 1f } }).Reverse();
        await http.Response.WriteAsJsonAsync(new { data });
    }
}
