using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assistant.Answering;
using Assistant.Answering.Questions;
using Assistant.Tests.Answering;

namespace Assistant.Tests.LanguageModels;

/// <summary>Whatever a model server does, over a real socket: the reader gets the clauses and one clear sentence about what went wrong, in time.</summary>
public sealed class ModelFaultTests
{
    [Theory]
    [InlineData("status-401", "密钥")]
    [InlineData("status-403", "密钥")]
    [InlineData("status-402", "余额")]
    [InlineData("status-400-Arrearage", "余额")]
    [InlineData("status-400-data_inspection_failed", "内容审查")]
    [InlineData("status-400", "HTTP 400")]
    [InlineData("status-404", "模型或接口")]
    [InlineData("status-307", "转到别处")]
    [InlineData("status-429", "30 秒后")]
    [InlineData("status-500", "内部出错")]
    [InlineData("cut", "中途断开")]
    [InlineData("closed", "中途断开")]
    [InlineData("malformed", "无法识别")]
    [InlineData("error-inside", "内部出错")]
    [InlineData("empty", "没有给出内容")]
    [InlineData("endless", "超出长度上限")]
    [InlineData("silent", "时限")]
    [InlineData("pausing-then-silent", "时限")]
    [InlineData("unsupported", "没有一句得到条文支持")]
    [InlineData("refusing", "没有回答问题")]
    [InlineData("page", "无法识别")]
    [InlineData("one-line", "超出长度上限")]
    [InlineData("keeping-alive", "时限")]
    [InlineData("only-thoughts", "关闭思考")]
    [InlineData("filtered", "内容审查")]
    [InlineData("exhausted", "内部出错")]
    public async Task The_clauses_take_the_place_of_an_answer_that_failed(string behaviour, string notice)
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, behaviour, ("Chat:FirstTokenTimeout", "00:00:03"), ("Chat:Timeout", "00:00:20"), ("Chat:MaxReplyLength", "3000"));
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        model.Elsewhere = "http://127.0.0.1:9/v1/chat/completions";
        var watch = Stopwatch.StartNew();
        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.DoesNotContain(answer.Notices, text => text.Contains("secret-key", StringComparison.Ordinal));
        Assert.Equal(answer.Text, application.Get<AnswerLog>().Find(answer.AnswerId)?.Text);
        Assert.Contains(answer.Notices, text => text.Contains(notice, StringComparison.Ordinal));
        AssertExtractive(answer);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    /// <summary>The limits of the settings as they are: the test's own clock waits for the server, not the test.</summary>
    [Fact]
    public async Task A_first_token_after_a_minute_comes_too_late()
    {
        var clock = new ManualClock();
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "silent") { Clock = clock };
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var asked = application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);
        while (model.Requests.IsEmpty) await Task.Delay(20);
        clock.Advance(TimeSpan.FromSeconds(44));
        Assert.NotSame(asked, await Task.WhenAny(asked, Task.Delay(300)));
        clock.Advance(TimeSpan.FromSeconds(16));
        var answer = await asked.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Contains(answer.Notices, text => text.Contains("时限", StringComparison.Ordinal));
        AssertExtractive(answer);
    }

    [Fact]
    public async Task A_reader_who_takes_the_answer_slowly_does_not_cut_the_model_off()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "pausing", ("Chat:FirstTokenTimeout", "00:00:02"));
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var paused = false;
        Answer? answer = null;
        await foreach (var answerEvent in application.Answering.AskAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None))
        {
            if (answerEvent is AnswerEvent.Token && !paused) await Task.Delay(TimeSpan.FromSeconds(3));
            paused |= answerEvent is AnswerEvent.Token;
            if (answerEvent is AnswerEvent.Done done) answer = done.Answer;
        }

        Assert.Equal(AnswerMode.Generative, answer!.Mode);
        Assert.Empty(answer.Notices);
    }

    [Theory]
    [InlineData("refusing", SampleRegulation.Question)]
    [InlineData("refusing-in-words", SampleRegulation.Question)]
    [InlineData("refusing-in-english", SampleRegulation.Question)]
    public async Task Clauses_in_which_the_model_finds_no_answer_are_not_called_one(string behaviour, string question)
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, behaviour);
        await using var without = new ModelApplication(null, "");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        await without.IngestAsync(("节水.txt", SampleRegulation.Text));
        Assert.Equal(AnswerSupport.Answered, (await without.Answering.AnswerAsync(new AskRequest(question), CancellationToken.None)).Support);

        var events = new List<AnswerEvent>();
        await foreach (var answerEvent in application.Answering.AskAsync(new AskRequest(question), CancellationToken.None)) events.Add(answerEvent);
        var answer = Assert.IsType<AnswerEvent.Done>(events[^1]).Answer;

        Assert.Equal(AnswerSupport.Weak, answer.Support);
        Assert.Contains("模型", answer.SupportReason, StringComparison.Ordinal);
        Assert.Contains("模型没有从这些条文中找到答案", answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Notices, notice => notice.Contains("没有回答问题", StringComparison.Ordinal));
        AssertExtractive(answer);
        var kept = events.Skip(events.FindIndex(one => one is AnswerEvent.Restarted)).OfType<AnswerEvent.Token>();
        Assert.Equal(answer.Text, string.Concat(kept.Select(token => token.Text)).TrimEnd());
    }

    [Fact]
    public async Task An_answer_that_the_model_itself_calls_none_is_weak()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "half-refusing");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Equal((AnswerMode.Generative, AnswerSupport.Weak), (answer.Mode, answer.Support));
        Assert.DoesNotContain("NO_ANSWER", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_only_thought_of_refusing_is_an_answer()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "thinking-of-refusing");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Equal((AnswerMode.Generative, AnswerSupport.Answered), (answer.Mode, answer.Support));
    }

    [Fact]
    public async Task Half_a_sentence_at_the_length_limit_is_left_out_and_told()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "cut-short");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Equal((AnswerMode.Generative, AnswerSupport.Answered), (answer.Mode, answer.Support));
        Assert.DoesNotContain("经市水行政主管部门批准的", answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Notices, notice => notice.Contains("长度上限", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Faults_are_told_in_the_language_of_the_question()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "status-401");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest("What is the fine for exceeding the water plan?"), CancellationToken.None);

        Assert.All(answer.Notices, notice => Assert.DoesNotContain(notice, c => c is >= '一' and <= '龥'));
    }

    [Fact]
    public async Task Fields_that_one_server_alone_knows_are_sent_along()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint + "/", "faithful", ("Chat:ExtraBody", "{\"thinking\":{\"type\":\"disabled\"},\"temperature\":1}"));
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        var sent = model.Requests.First().RootElement;
        Assert.Equal("disabled", sent.GetProperty("thinking").GetProperty("type").GetString());
        Assert.Equal(1, Assert.Single(sent.EnumerateObject(), field => field.Name is "temperature").Value.GetInt32());
        Assert.True(sent.GetProperty("stream").GetBoolean());
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var application = new ModelApplication($"http://127.0.0.1:{port}/v1", "any");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Contains(answer.Notices, text => text.Contains("无法连接", StringComparison.Ordinal));
        AssertExtractive(answer);
    }

    [Fact]
    public async Task Without_an_endpoint_the_clauses_are_quoted_and_nothing_is_complained_of()
    {
        await using var application = new ModelApplication(null, "any");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Empty(answer.Notices);
        AssertExtractive(answer);
        Assert.Null(answer.Model);
    }

    [Fact]
    public async Task A_call_is_repeated_after_the_time_the_server_asks_for()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "status-429-once");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var watch = Stopwatch.StartNew();
        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Equal(AnswerMode.Generative, answer.Mode);
        Assert.Empty(answer.Notices);
        Assert.True(watch.Elapsed >= TimeSpan.FromSeconds(1), "Retry-After was not kept");
    }

    [Fact]
    public async Task The_model_is_told_when_the_reader_leaves()
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, "pausing");
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));
        using var reader = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answerEvent in application.Answering.AskAsync(new AskRequest(SampleRegulation.Question), reader.Token))
            {
                if (answerEvent is AnswerEvent.Token) await reader.CancelAsync();
            }
        });

        await model.CallerLeft.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(application.Get<AnswerLog>().Conversations(10));
    }

    private static void AssertExtractive(Answer answer)
    {
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.NotEmpty(answer.Citations);
        Assert.All(answer.Citations, citation => Assert.Contains(SampleRegulation.Squeeze(citation.Quote), SampleRegulation.Squeeze(SampleRegulation.Text), StringComparison.Ordinal));
    }
}
