using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Assistant.Answering;
using Assistant.Tests.Answering;

namespace Assistant.Tests.LanguageModels;

/// <summary>Whatever a model server does, over a real socket: the reader gets the clauses and one clear sentence about what went wrong, in time.</summary>
public sealed class ModelFaultTests
{
    [Theory]
    [InlineData("status-401", "密钥")]
    [InlineData("status-404", "模型或接口")]
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
    public async Task The_clauses_take_the_place_of_an_answer_that_failed(string behaviour, string notice)
    {
        await using var model = await StandInModel.StartAsync();
        await using var application = new ModelApplication(model.Endpoint, behaviour, ("Chat:FirstTokenTimeout", "00:00:03"), ("Chat:Timeout", "00:00:20"), ("Chat:MaxReplyLength", "3000"));
        await application.IngestAsync(("节水.txt", SampleRegulation.Text));

        var watch = Stopwatch.StartNew();
        var answer = await application.Answering.AnswerAsync(new AskRequest(SampleRegulation.Question), CancellationToken.None);

        Assert.Contains(answer.Notices, text => text.Contains(notice, StringComparison.Ordinal));
        AssertExtractive(answer);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
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
